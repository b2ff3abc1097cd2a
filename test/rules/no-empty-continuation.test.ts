import { noEmptyContinuation } from '../../server/src/language/lint/rules/no-empty-continuation';
import { testRule } from '../support/testRule';

testRule(noEmptyContinuation, {
  good: ['FROM a\nRUN b \\\n  # c\n  d', 'FROM a\n\nRUN b'],
  bad: [
    { code: 'FROM a\nRUN b \\\n\n  «c»', fixed: 'FROM a\nRUN b \\\n  c', as: ['NoEmptyContinuation'] },
    {
      code: 'FROM a\nRUN b \\\n  \t\n  c && \\\n\n  «d \\\n  e»\nCMD ["f"]',
      fixed: 'FROM a\nRUN b \\\n  c && \\\n  d \\\n  e\nCMD ["f"]',
    },
  ],
});
