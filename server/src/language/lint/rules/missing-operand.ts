import { shellNotes } from '../../model/shellcheck';
import { mendedBy } from '../finding';
import { defineRule } from '../rule';

/** What is said under each id of ShellCheck. */
const says = {
  SC2185: 'find',
  SC2224: 'mv',
  SC2225: 'cp',
  SC2226: 'ln',
} as const;

const codes = ['SC2185', 'SC2224', 'SC2225', 'SC2226'] as const;

export const missingOperand = defineRule({
  id: 'missing-operand',
  category: 'correctness',
  level: 'hint',
  fixable: 'safe',
  since: '0.1.0',
  on: ['RUN'],
  notes: codes,
  inOnbuild: true,
  aliases: codes,
  text: {
    en: {
      summary: 'Operand left out',
      find: '`find` without a folder searches the current one only with GNU and BusyBox. Say `find .`.',
      mv: 'This `mv` has a source and no destination.',
      cp: 'This `cp` has a source and no destination.',
      ln: 'This `ln` has no destination: the link is made in the current folder. Say so with `.` at the end.',
      fix: 'Add .',
    },
    ko: {
      summary: '빠진 인자',
      find: '디렉터리를 주지 않은 `find`가 현재 디렉터리를 찾는 것은 GNU와 BusyBox뿐이에요. `find .`으로 써 주세요.',
      mv: '이 `mv`에는 대상이 없어요.',
      cp: '이 `cp`에는 대상이 없어요.',
      ln: '이 `ln`에는 대상이 없어서 링크가 현재 디렉터리에 생겨요. 끝에 `.`을 써서 분명히 해 주세요.',
      fix: '. 넣기',
    },
  },
  *checkInstruction(view) {
    for (const { note, at, as, edits } of shellNotes(view, ...codes)) {
      yield {
        at,
        say: (text) => text[says[note.code]],
        as,
        ...mendedBy(edits, 'safe'),
      };
    }
  },
});
