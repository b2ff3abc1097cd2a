import { unusedShellVariable } from '../../server/src/language/lint/rules/unused-shell-variable';
import { testRule } from '../support/testRule';

testRule(unusedShellVariable, {
  good: [
    'FROM a\nRUN x=1; echo "$x"',
    'FROM a\nRUN x=1 make',
    'FROM a\nRUN x=1; export x',
    'FROM a\nENV x=1\nRUN x=2; make',
    'FROM a\nRUN PATH=/x; make',
    'FROM a\nRUN x=1; echo $((x + 1))',
    'FROM a\nRUN x=1; eval x',
  ],
  bad: [
    { code: 'FROM a\nRUN «x»=1; make', as: ['SC2034'], message: /x/ },
    { code: 'FROM a\nRUN for «i» in 1 2; do make; done' },
  ],
});
