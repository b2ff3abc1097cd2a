import { shellNotes } from '../../model/shellcheck';
import { defineRule } from '../rule';

const codes = ['SC2059'] as const;

export const printfFormat = defineRule({
  id: 'printf-format',
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
      summary: 'Variable in the format of printf',
      found: 'A `%` or a backslash in the value would be read as part of the format. Write `printf \'%s\' "$value"`.',
    },
    ko: {
      summary: 'printf 형식에 쓴 변수',
      found: '값에 든 `%`나 백슬래시가 형식으로 읽혀요. `printf \'%s\' "$value"`처럼 써 주세요.',
    },
  },
  *checkInstruction(view) {
    for (const { at, as } of shellNotes(view, ...codes)) {
      yield { at, say: (text) => text.found, as };
    }
  },
});
