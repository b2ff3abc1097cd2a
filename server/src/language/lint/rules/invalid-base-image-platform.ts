import { fullNameOf, platformedImages, servesPlatform, servesSystem } from '../../model/basePlatforms';
import { defineRule } from '../rule';

/**
 * BuildKit compares the platform that it asked for with the one in the image's configuration (`validateBaseImagePlatform` in
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go). From an index without the platform
 * it takes nothing and fails: "no match for platform in manifest".
 */
export const invalidBaseImagePlatform = defineRule({
  id: 'invalid-base-image-platform',
  category: 'correctness',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['InvalidBaseImagePlatform'],
  reads: [],
  text: {
    en: {
      summary: 'Base image that is not made for the platform asked for',
      other: (image: string, platforms: string, wanted: string) =>
        `\`${image}\` is for ${platforms}, not for \`${wanted}\`: the builder takes it all the same, and its programs run under emulation or not at all.`,
      none: (image: string, platforms: string, wanted: string) =>
        `\`${image}\` does not exist for \`${wanted}\`, so this stage cannot be built. It is made for ${platforms}.`,
      otherHere: (image: string, platforms: string, wanted: string) =>
        `\`${image}\` is for ${platforms}, and the build here is for \`${wanted}\`: the programs in it run under emulation or not at all.`,
      noneHere: (image: string, platforms: string, wanted: string) =>
        `\`${image}\` does not exist for \`${wanted}\`, which the build here is for: it fails unless it is given another platform. There is ${platforms}.`,
    },
    ko: {
      summary: '지정한 플랫폼용이 아닌 베이스 이미지',
      other: (image: string, platforms: string, wanted: string) =>
        `\`${image}\` 이미지는 \`${wanted}\`용이 아니라 ${platforms}용이에요. 빌더는 그대로 가져오지만, 안의 프로그램은 에뮬레이션으로 돌거나 실행되지 않아요.`,
      none: (image: string, platforms: string, wanted: string) =>
        `\`${image}\` 이미지는 \`${wanted}\`용이 없어서 이 스테이지를 빌드할 수 없어요. 있는 플랫폼은 ${platforms}이에요.`,
      otherHere: (image: string, platforms: string, wanted: string) =>
        `\`${image}\` 이미지는 ${platforms}용인데 여기서는 \`${wanted}\`용으로 빌드해요. 안의 프로그램은 에뮬레이션으로 돌거나 실행되지 않아요.`,
      noneHere: (image: string, platforms: string, wanted: string) =>
        `여기서는 \`${wanted}\`용으로 빌드하는데 \`${image}\` 이미지에는 그 플랫폼이 없어요. 다른 플랫폼을 지정하지 않으면 빌드가 실패해요. 있는 플랫폼은 ${platforms}이에요.`,
    },
  },
  *checkFile(file, { platforms: known, platform: builtFor }) {
    if (!known) return;
    for (const { image, name, at, platform, isWritten } of platformedImages(file, builtFor)) {
      const told = known.get(fullNameOf(image));
      if (!told || told.platforms.some((each) => servesPlatform(each, platform, !told.index))) continue;
      // whoever builds upon Windows does not build here
      if (!isWritten && !told.platforms.some((each) => servesSystem(each, platform))) continue;
      const has = told.platforms.map((each) => `\`${each}\``).join(', ');
      const key = told.index ? (isWritten ? 'none' : 'noneHere') : isWritten ? 'other' : 'otherHere';
      yield {
        at,
        say: (text) => text[key](name, has, platform),
        ...(!told.index && { as: ['InvalidBaseImagePlatform'] }),
        // it may be built elsewhere
        ...(!isWritten && { atMost: 'info' }),
      };
    }
  },
});
