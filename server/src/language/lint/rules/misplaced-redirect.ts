import { shellNotes } from '../../model/shellcheck';
import { mendedBy } from '../finding';
import { defineRule } from '../rule';

/** What is said under each id of ShellCheck. */
const says = {
  SC2024: 'sudo',
  SC2069: 'order',
} as const;

const codes = ['SC2024', 'SC2069'] as const;

export const misplacedRedirect = defineRule({
  id: 'misplaced-redirect',
  category: 'correctness',
  level: 'info',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['RUN'],
  notes: codes,
  inOnbuild: true,
  aliases: codes,
  text: {
    en: {
      summary: 'Redirection that does not do what it seems to',
      sudo: 'The shell opens this file before `sudo` runs, with its own rights. Write `| sudo tee file`.',
      order: 'Errors go where the output went before: put `2>&1` last to send both to the file.',
      fix: 'Put 2>&1 last',
    },
    ko: {
      summary: '보이는 것과 다르게 동작하는 리다이렉션',
      sudo: '`sudo`가 실행되기 전에 셸이 자기 권한으로 이 파일을 열어요. `| sudo tee 파일`로 써 주세요.',
      order: '오류는 출력이 원래 가던 곳으로 가요. 둘 다 파일로 보내려면 `2>&1`을 마지막에 써 주세요.',
      fix: '2>&1을 마지막에 쓰기',
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
