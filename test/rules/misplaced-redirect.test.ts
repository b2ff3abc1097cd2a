import { misplacedRedirect } from '../../server/src/language/lint/rules/misplaced-redirect';
import { testRule } from '../support/testRule';

testRule(misplacedRedirect, {
  good: [
    'FROM a\nRUN x > y 2>&1',
    'FROM a\nRUN x 2>&1 | y',
    'FROM a\nRUN sudo x > /dev/null',
    'FROM a\nRUN x 2>&1 > y | z',
  ],
  bad: [
    { code: 'FROM a\nRUN x «2>&1» > y', fixed: 'FROM a\nRUN x > y 2>&1', as: ['SC2069'] },
    { code: 'FROM a\nRUN sudo x «> /etc/y»', as: ['SC2024'] },
  ],
});
