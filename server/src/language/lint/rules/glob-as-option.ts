import { shellNotes } from '../../model/shellcheck';
import { mendedBy } from '../finding';
import { defineRule } from '../rule';

const codes = ['SC2035'] as const;

export const globAsOption = defineRule({
  id: 'glob-as-option',
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
      summary: 'File name pattern that may become an option',
      found: 'A file whose name begins with a dash would be read as an option. Begin the pattern with `./`.',
      fix: 'Put ./ before it',
    },
    ko: {
      summary: '옵션이 될 수 있는 파일 이름 패턴',
      found: '이름이 대시로 시작하는 파일이 옵션으로 읽힐 수 있어요. 패턴을 `./`로 시작해 주세요.',
      fix: '앞에 ./ 붙이기',
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
