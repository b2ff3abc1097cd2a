import { shellNotes } from '../../model/shellcheck';
import { mendedBy } from '../finding';
import { defineRule } from '../rule';

const codes = ['SC2086', 'SC2231'] as const;

export const quoteVariable = defineRule({
  id: 'quote-variable',
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
      summary: 'Variable without double quotes in RUN',
      found: (raw: string) =>
        `The shell splits the value of \`${raw}\` at blanks and takes \`*\` and \`?\` in it for file names. Put it in double quotes, unless that is meant.`,
      fix: 'Put double quotes around it',
    },
    ko: {
      summary: 'RUN에서 큰따옴표로 감싸지 않은 변수',
      found: (raw: string) =>
        `셸이 \`${raw}\`의 값을 공백에서 나누고 \`*\`와 \`?\`를 파일 이름 패턴으로 풀어요. 의도한 것이 아니라면 큰따옴표로 감싸 주세요.`,
      fix: '큰따옴표로 감싸기',
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
