import { shellNotes } from '../../model/shellcheck';
import { mendedBy } from '../finding';
import { defineRule } from '../rule';

/** What is said under each id of ShellCheck. */
const says = {
  SC2166: 'joined',
  SC2181: 'status',
  SC2236: 'empty',
  SC2268: 'prefix',
} as const;

const codes = ['SC2166', 'SC2181', 'SC2236', 'SC2268'] as const;

export const plainTests = defineRule({
  id: 'plain-tests',
  category: 'style',
  level: 'hint',
  fixable: 'safe',
  since: '0.1.0',
  on: ['RUN'],
  notes: codes,
  inOnbuild: true,
  aliases: codes,
  text: {
    en: {
      summary: 'Test in an old or roundabout way',
      joined: 'What `-a` and `-o` mean in `[ ]` depends on the shell. Write `[ a ] && [ b ]` or `[ a ] || [ b ]`.',
      status: 'Test the command itself: `if command; then`.',
      empty: '`! -z` is `-n`.',
      prefix: 'With the variable in quotes, no shell of today needs the `x` before it.',
      fix: 'Write -n',
    },
    ko: {
      summary: '오래되거나 에두른 조건 검사',
      joined: '`[ ]` 안의 `-a`와 `-o`는 셸마다 뜻이 달라요. `[ a ] && [ b ]`나 `[ a ] || [ b ]`로 써 주세요.',
      status: '`if 명령; then`처럼 명령을 바로 검사해 주세요.',
      empty: '`! -z`는 `-n`과 같아요.',
      prefix: '변수를 따옴표로 감싸면 요즘 셸에서는 앞의 `x`가 필요 없어요.',
      fix: '-n으로 바꾸기',
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
