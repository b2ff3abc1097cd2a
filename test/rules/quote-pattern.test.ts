import { quotePattern } from '../../server/src/language/lint/rules/quote-pattern';
import { testRule } from '../support/testRule';

testRule(quotePattern, {
  good: [
    'FROM a\nRUN find . -name "*.c"',
    'FROM a\nRUN pip install "x[all]"',
    'FROM a\nRUN ls [a-c]*',
    'FROM a\nRUN tr -d [all]',
  ],
  bad: [
    { code: 'FROM a\nRUN find . -name «*.c»', fixed: "FROM a\nRUN find . -name '*.c'", message: /find/ },
    { code: 'FROM a\nRUN pip install x«[all]»', fixed: "FROM a\nRUN pip install 'x[all]'", as: ['SC2102'] },
    { code: 'FROM a\nRUN pip install x«[all]»==$V' },
  ],
});
