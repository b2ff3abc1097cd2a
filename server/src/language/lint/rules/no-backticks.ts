import { shellNotes } from '../../model/shellcheck';
import { mendedBy } from '../finding';
import { defineRule } from '../rule';

const codes = ['SC2006'] as const;

export const noBackticks = defineRule({
  id: 'no-backticks',
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
      summary: 'Backticks instead of $(…)',
      found: 'Backticks cannot be nested without escapes, and change what a backslash in them means. Write `$(…)`.',
      fix: 'Write as $(…)',
    },
    ko: {
      summary: '$(…) 대신 쓴 백틱',
      found: '백틱은 이스케이프 없이 겹쳐 쓸 수 없고, 안에 있는 백슬래시의 뜻도 바꿔요. `$(…)`로 써 주세요.',
      fix: '$(…)로 바꾸기',
    },
  },
  *checkInstruction(view) {
    for (const { at, as, edits } of shellNotes(view, ...codes)) {
      yield {
        at,
        say: (text) => text.found,
        as,
        ...mendedBy(edits, 'safe'),
      };
    }
  },
});
