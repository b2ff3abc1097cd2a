import { unassignedShellVariable } from '../../server/src/language/lint/rules/unassigned-shell-variable';
import { testRule } from '../support/testRule';

testRule(unassignedShellVariable, {
  good: [
    'FROM a\nRUN x=1; echo "$x"',
    'FROM a\nRUN echo "$X"',
    'FROM a\nARG x\nRUN echo "$x"',
    'FROM a\nRUN echo "${x:-1}"',
    'FROM a\nRUN read x; echo "$x"',
    'FROM a\nRUN for x in a b; do echo "$x"; done',
    'FROM a\nRUN local x; echo "$x"',
  ],
  bad: [
    { code: 'FROM a\nRUN echo "«$x»" "$x"', as: ['SC2154'], message: /x/ },
    { code: 'FROM a\nRUN x=1\nRUN echo "«$x»"' },
  ],
});
