import { shellNotes } from '../../model/shellcheck';
import { mendedBy } from '../finding';
import { defineRule } from '../rule';

const codes = ['SC2155'] as const;

export const declareHidesFailure = defineRule({
  id: 'declare-hides-failure',
  category: 'correctness',
  level: 'hint',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['RUN'],
  notes: codes,
  inOnbuild: true,
  aliases: codes,
  text: {
    en: {
      summary: 'export that hides a failed command',
      found: (name: string) =>
        `If the command fails, RUN goes on: what counts is the exit status of the declaration, which succeeds. Assign \`${name}\` first, then declare it.`,
      fix: 'Assign first, then export',
    },
    ko: {
      summary: '명령의 실패를 숨기는 export',
      found: (name: string) =>
        `명령이 실패해도 선언은 성공하기 때문에 RUN이 계속돼요. \`${name}\`에 먼저 값을 넣고 그다음에 선언해 주세요.`,
      fix: '값을 넣은 다음에 export하기',
    },
  },
  *checkInstruction(view) {
    for (const { note, at, as, edits } of shellNotes(view, ...codes)) {
      yield {
        at,
        say: (text) => text.found(note.about ?? ''),
        as,
        ...mendedBy(edits, 'unsafe'),
      };
    }
  },
});
