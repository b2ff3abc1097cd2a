import { shellNotes } from '../../model/shellcheck';
import { mendedBy } from '../finding';
import { defineRule } from '../rule';

const codes = ['SC2164'] as const;

export const cdMayFail = defineRule({
  id: 'cd-may-fail',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['RUN'],
  notes: codes,
  inOnbuild: true,
  aliases: codes,
  text: {
    en: {
      summary: 'cd whose failure nobody notices',
      found: 'If this `cd` fails, what follows runs in the wrong folder. Join it with `&&`, or begin with `set -e`.',
      fix: 'End RUN if it fails',
    },
    ko: {
      summary: '실패해도 아무도 모르는 cd',
      found: '이 `cd`가 실패하면 뒤의 명령이 엉뚱한 디렉터리에서 실행돼요. `&&`로 잇거나 `set -e`로 시작해 주세요.',
      fix: '실패하면 RUN 끝내기',
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
