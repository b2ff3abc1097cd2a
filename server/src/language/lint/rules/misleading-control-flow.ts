import { shellNotes } from '../../model/shellcheck';
import { defineRule } from '../rule';

/** What is said under each id of ShellCheck. */
const says = {
  SC2015: 'orElse',
  SC2043: 'once',
  SC2251: 'negated',
} as const;

const codes = ['SC2015', 'SC2043', 'SC2251'] as const;

export const misleadingControlFlow = defineRule({
  id: 'misleading-control-flow',
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
      summary: 'Control flow that does not do what it seems to',
      orElse: '`a && b || c` is no if-else: `c` also runs when `b` fails. Use `if`.',
      once: 'This loop runs only once, with this word. A variable or a pattern is probably meant.',
      negated: '`set -e` does not end RUN when a command behind `!` succeeds. Write `if command; then exit 1; fi`.',
    },
    ko: {
      summary: '보이는 것과 다르게 동작하는 제어 흐름',
      orElse: '`a && b || c`는 if-else가 아니에요. `b`가 실패해도 `c`가 실행돼요. `if`를 써 주세요.',
      once: '이 반복문은 이 단어로 한 번만 실행돼요. 변수나 패턴을 쓰려던 것 같아요.',
      negated: '`!` 뒤의 명령이 성공해도 `set -e`는 RUN을 끝내지 않아요. `if 명령; then exit 1; fi`로 써 주세요.',
    },
  },
  *checkInstruction(view) {
    for (const { note, at, as } of shellNotes(view, ...codes)) {
      yield { at, say: (text) => text[says[note.code]], as };
    }
  },
});
