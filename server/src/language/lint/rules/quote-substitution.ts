import { shellNotes } from '../../model/shellcheck';
import { mendedBy } from '../finding';
import { defineRule } from '../rule';

const codes = ['SC2046'] as const;

export const quoteSubstitution = defineRule({
  id: 'quote-substitution',
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
      summary: 'Command substitution without double quotes in RUN',
      found:
        'The shell splits this output at blanks and takes `*` and `?` in it for file names; an empty one vanishes as an argument. Put it in double quotes, unless that is meant.',
      fix: 'Put double quotes around it',
    },
    ko: {
      summary: 'RUN에서 큰따옴표로 감싸지 않은 명령 치환',
      found:
        '셸이 이 출력을 공백에서 나누고 `*`와 `?`를 파일 이름 패턴으로 풀어요. 출력이 비면 인자 자체가 사라져요. 의도한 것이 아니라면 큰따옴표로 감싸 주세요.',
      fix: '큰따옴표로 감싸기',
    },
  },
  *checkInstruction(view) {
    for (const { at, as, edits } of shellNotes(view, ...codes)) {
      yield {
        at,
        say: (text) => text.found,
        as,
        ...mendedBy(edits, 'unsafe'),
      };
    }
  },
});
