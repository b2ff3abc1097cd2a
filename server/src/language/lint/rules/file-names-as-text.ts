import { shellNotes } from '../../model/shellcheck';
import { defineRule } from '../rule';

/** What is said under each id of ShellCheck. */
const says = {
  SC2010: 'grep',
  SC2011: 'xargs',
  SC2012: 'ls',
  SC2038: 'find',
  SC2044: 'loop',
  SC2045: 'list',
} as const;

const codes = ['SC2010', 'SC2011', 'SC2012', 'SC2038', 'SC2044', 'SC2045'] as const;

export const fileNamesAsText = defineRule({
  id: 'file-names-as-text',
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
      summary: 'Output of ls or find taken apart',
      grep: 'File names may hold blanks and line breaks, and `ls` may change them. Use a pattern (`*.txt`) or `find -name`.',
      xargs: '`xargs` splits the names that `ls` writes at blanks and quotes. Use `find … -exec … +`.',
      ls: 'What `ls` writes is for people. Use `find` or a pattern (`*.txt`) to work with file names.',
      find: '`xargs` splits the names that `find` writes at blanks and quotes. Use `find … -exec … +`, or `-print0` with `xargs -0`.',
      loop: 'The loop splits the names that `find` writes at blanks. Use `find … -exec`.',
      list: 'The loop splits the names that `ls` writes at blanks. Use a pattern: `for f in folder/*`.',
    },
    ko: {
      summary: '나눠서 쓰는 ls나 find의 출력',
      grep: '파일 이름에는 공백과 줄바꿈이 들어갈 수 있고 `ls`가 이름을 바꿔 보여 주기도 해요. `*.txt` 같은 패턴이나 `find -name`을 써 주세요.',
      xargs: '`xargs`는 `ls`가 쓴 이름을 공백과 따옴표에서 나눠요. `find … -exec … +`를 써 주세요.',
      ls: '`ls`의 출력은 사람이 보는 것이에요. 파일 이름을 다루려면 `find`나 `*.txt` 같은 패턴을 써 주세요.',
      find: '`xargs`는 `find`가 쓴 이름을 공백과 따옴표에서 나눠요. `find … -exec … +`나 `-print0`과 `xargs -0`을 써 주세요.',
      loop: '반복문이 `find`가 쓴 이름을 공백에서 나눠요. `find … -exec`를 써 주세요.',
      list: '반복문이 `ls`가 쓴 이름을 공백에서 나눠요. `for f in folder/*`처럼 패턴을 써 주세요.',
    },
  },
  *checkInstruction(view) {
    for (const { note, at, as } of shellNotes(view, ...codes)) {
      yield { at, say: (text) => text[says[note.code]], as };
    }
  },
});
