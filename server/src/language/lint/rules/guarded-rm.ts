import { shellNotes } from '../../model/shellcheck';
import { mendedBy } from '../finding';
import { defineRule } from '../rule';

/** What is said under each id of ShellCheck. */
const says = {
  SC2114: 'system',
  SC2115: 'empty',
} as const;

const codes = ['SC2114', 'SC2115'] as const;

export const guardedRm = defineRule({
  id: 'guarded-rm',
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
      summary: 'rm -r that may reach the system',
      system: 'This deletes a folder of the system.',
      empty: 'If the variable is empty, this deletes a folder of the system. `${name:?}` fails instead.',
      fix: 'Fail if the variable is empty',
    },
    ko: {
      summary: '시스템까지 지울 수 있는 rm -r',
      system: '시스템 디렉터리를 지워요.',
      empty: '변수가 비어 있으면 시스템 디렉터리를 지워요. `${이름:?}`으로 쓰면 지우지 않고 실패해요.',
      fix: '변수가 비어 있으면 실패하게 하기',
    },
  },
  *checkInstruction(view) {
    for (const { note, at, as, edits } of shellNotes(view, ...codes)) {
      yield {
        at,
        say: (text) => text[says[note.code]],
        as,
        ...mendedBy(edits, 'unsafe'),
      };
    }
  },
});
