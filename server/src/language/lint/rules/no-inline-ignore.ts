import { defineRule } from '../rule';
import { suppressionsOf } from '../suppress';

export const noInlineIgnore = defineRule({
  id: 'no-inline-ignore',
  category: 'style',
  level: 'off',
  fixable: 'no',
  since: '0.1.0',
  readsOf: (instruction) => (instruction.comments.length > 0 ? instruction : undefined),
  aliases: ['DL1001'],
  text: {
    en: {
      summary: 'Comment that silences a rule for an instruction',
      found: 'This comment hides a finding. If the rule does not fit, turn it off in the configuration, with a reason.',
    },
    ko: {
      summary: '명령어 하나의 경고를 끄는 주석',
      found: '이 주석은 경고를 숨겨요. 맞지 않는 규칙이라면 이유를 적고 설정에서 꺼 주세요.',
    },
  },
  *checkFile(file) {
    for (const { at, by, stage } of suppressionsOf(file).inline) {
      yield { at, say: (text) => text.found, as: by === 'hadolint' && !stage ? ['DL1001'] : [] };
    }
  },
});
