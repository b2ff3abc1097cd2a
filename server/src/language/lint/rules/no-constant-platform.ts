import { withoutFlag } from '../../model/flagEdits';
import { platformOf } from '../../model/problems/platform';
import { stagesOf } from '../../model/stages';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const noConstantPlatform = defineRule({
  id: 'no-constant-platform',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  aliases: ['FromPlatformFlagConstDisallowed', 'DL3029'],
  reads: [],
  text: {
    en: {
      summary: 'FROM --platform with a fixed value',
      found: (platform: string) =>
        `This stage is \`${platform}\` whatever the build is for: on other machines it runs slowly under emulation, or not at all. Drop the flag, or say \`$BUILDPLATFORM\` for a stage that only makes files.`,
      remove: 'Remove the flag',
      build: 'Use $BUILDPLATFORM',
    },
    ko: {
      summary: '값이 고정된 FROM --platform',
      found: (platform: string) =>
        `어떤 플랫폼용으로 빌드하든 이 스테이지는 항상 \`${platform}\`이에요. 다른 아키텍처에서는 에뮬레이션으로 느리게 돌거나 실행되지 않아요. 플래그를 지우거나, 파일만 만드는 스테이지라면 \`$BUILDPLATFORM\`을 써 주세요.`,
      remove: '플래그 지우기',
      build: '$BUILDPLATFORM 쓰기',
    },
  },
  *checkFile(file) {
    for (const { platform: flag, from, name } of stagesOf(file)) {
      const value = flag?.value;
      if (!flag || !value || value.includes('$')) continue;
      const platform = platformOf(value);
      // a name that tells the platform makes it one of several stages, among which the build chooses
      if (!platform || (name && [platform.os, platform.architecture].some((part) => name.key.includes(part)))) continue;
      const { instruction, start } = from;
      const remove = withoutFlag(instruction, flag);
      yield {
        at: shift(flag.at, start),
        say: (text) => text.found(value),
        as: ['FromPlatformFlagConstDisallowed', 'DL3029'],
        fix: [
          { title: (text) => text.remove, safety: 'unsafe', edits: [{ ...remove, at: shift(remove.at, start) }] },
          {
            title: (text) => text.build,
            safety: 'unsafe',
            edits: [{ at: shift(flag.valueAt, start), text: '$BUILDPLATFORM' }],
          },
        ],
      };
    }
  },
});
