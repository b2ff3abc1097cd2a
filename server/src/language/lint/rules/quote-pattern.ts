import { shellNotes } from '../../model/shellcheck';
import { mendedBy } from '../finding';
import { defineRule } from '../rule';

/** What is said under each id of ShellCheck. */
const says = {
  SC2061: 'find',
  SC2102: 'extra',
} as const;

const codes = ['SC2061', 'SC2102'] as const;

export const quotePattern = defineRule({
  id: 'quote-pattern',
  category: 'correctness',
  level: 'info',
  fixable: 'safe',
  since: '0.1.0',
  on: ['RUN'],
  notes: codes,
  inOnbuild: true,
  aliases: codes,
  text: {
    en: {
      summary: 'Pattern that is not meant for the shell, without quotes',
      find: 'The shell may put file names in place of this pattern before `find` sees it. Put it in quotes.',
      extra:
        'To the shell, brackets are a pattern that matches one letter of those in them: a file of such a name would take this word’s place. Put it in quotes.',
      fix: 'Put quotes around it',
    },
    ko: {
      summary: '셸에 쓰는 것이 아닌데 따옴표가 없는 패턴',
      find: '`find`가 보기 전에 셸이 이 패턴을 파일 이름으로 바꿀 수 있어요. 따옴표로 감싸 주세요.',
      extra:
        '셸에서 대괄호는 안에 있는 글자 하나와 맞는 패턴이에요. 그런 이름의 파일이 있으면 이 인자가 그 이름으로 바뀌어요. 따옴표로 감싸 주세요.',
      fix: '따옴표로 감싸기',
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
