import { stagesOf } from '../../model/stages';
import { defineRule } from '../rule';

export const digestRequired = defineRule({
  id: 'digest-required',
  category: 'reproducibility',
  level: 'off',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['dockerfile-source-not-pinned'],
  reads: [],
  text: {
    en: {
      summary: 'Base image without a digest',
      found: (image: string) =>
        `\`${image}\` may be another image tomorrow, as tags are moved. A digest names this one: \`docker buildx imagetools inspect ${image}\` shows it.`,
    },
    ko: {
      summary: '다이제스트가 없는 베이스 이미지',
      found: (image: string) =>
        `태그는 옮겨 갈 수 있어서 \`${image}\`는 내일 다른 이미지일 수 있어요. 다이제스트를 쓰면 바로 이 이미지를 가리켜요. \`docker buildx imagetools inspect ${image}\`로 볼 수 있어요.`,
    },
  },
  *checkFile(file) {
    for (const { base } of stagesOf(file)) {
      const { image, unresolved, text, at, resolved } = base;
      // what a build argument brings may have one
      if (!image || image.digest || unresolved.length > 0 || (base.variable && text.startsWith('$'))) continue;
      yield { at, say: (words) => words.found(resolved) };
    }
  },
});
