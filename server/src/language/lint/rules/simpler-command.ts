import { shellNotes } from '../../model/shellcheck';
import { defineRule } from '../rule';

/** What is said under each id of ShellCheck. */
const says = {
  SC2005: 'echo',
  SC2021: 'tr',
  SC2126: 'count',
} as const;

const codes = ['SC2005', 'SC2021', 'SC2126'] as const;

export const simplerCommand = defineRule({
  id: 'simpler-command',
  category: 'style',
  level: 'off',
  fixable: 'no',
  since: '0.1.0',
  on: ['RUN'],
  notes: codes,
  inOnbuild: true,
  aliases: codes,
  text: {
    en: {
      summary: 'Command that can be simpler',
      echo: '`echo` only repeats what the command writes. Run the command alone.',
      tr: '`tr` takes ranges without brackets: these stand for themselves.',
      count: '`grep -c` counts the lines itself.',
    },
    ko: {
      summary: '더 간단히 쓸 수 있는 명령',
      echo: '`echo`는 명령의 출력을 되풀이할 뿐이에요. 명령만 실행해 주세요.',
      tr: '`tr`의 범위에는 대괄호를 쓰지 않아요. 여기서 대괄호는 글자 그대로예요.',
      count: '`grep -c`가 줄을 직접 세요.',
    },
  },
  *checkInstruction(view) {
    for (const { note, at, as } of shellNotes(view, ...codes)) {
      yield { at, say: (text) => text[says[note.code]], as };
    }
  },
});
