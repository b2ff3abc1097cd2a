import { withoutFlag } from '../../model/flagEdits';
import { defineRule } from '../rule';

const redundant = /^\$(?:TARGETPLATFORM|\{TARGETPLATFORM(?::?-[^}]*)?\})$/;

export const noRedundantTargetPlatform = defineRule({
  id: 'no-redundant-target-platform',
  category: 'style',
  level: 'warning',
  fixable: 'safe',
  since: '0.1.0',
  on: ['FROM'],
  aliases: ['RedundantTargetPlatform', 'DL3065'],
  text: {
    en: {
      summary: 'FROM --platform=$TARGETPLATFORM, which is the default',
      found: 'The target platform is what FROM takes without the flag. Drop it.',
      fix: 'Remove the flag',
    },
    ko: {
      summary: '기본값과 같은 FROM --platform=$TARGETPLATFORM',
      found: '플래그가 없어도 FROM은 대상 플랫폼을 써요. 플래그를 지워 주세요.',
      fix: '플래그 지우기',
    },
  },
  *checkInstruction({ instruction }) {
    const flag = instruction.flag('platform');
    if (!flag?.value || !redundant.test(flag.value)) return;
    yield {
      at: flag.at,
      say: (text) => text.found,
      as: flag.value.includes('-') ? ['RedundantTargetPlatform'] : ['RedundantTargetPlatform', 'DL3065'],
      tags: ['unnecessary'],
      fix: { title: (text) => text.fix, safety: 'safe', edits: [withoutFlag(instruction, flag)] },
    };
  },
});
