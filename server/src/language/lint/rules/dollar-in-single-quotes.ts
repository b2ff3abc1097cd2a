import { shellNotes } from '../../model/shellcheck';
import { defineRule } from '../rule';

const codes = ['SC2016'] as const;

export const dollarInSingleQuotes = defineRule({
  id: 'dollar-in-single-quotes',
  category: 'correctness',
  level: 'hint',
  fixable: 'no',
  since: '0.1.0',
  on: ['RUN'],
  notes: codes,
  inOnbuild: true,
  aliases: codes,
  text: {
    en: {
      summary: '$ or backticks in single quotes',
      found:
        'Nothing is replaced in single quotes: this reaches the command as it is written. Use double quotes if the value is meant.',
    },
    ko: {
      summary: '작은따옴표 안의 $나 백틱',
      found:
        '작은따옴표 안에서는 아무것도 바뀌지 않고 쓴 그대로 명령에 전달돼요. 값을 넣으려던 것이면 큰따옴표를 써 주세요.',
    },
  },
  *checkInstruction(view) {
    for (const { at, as } of shellNotes(view, ...codes)) {
      yield { at, say: (text) => text.found, as };
    }
  },
});
