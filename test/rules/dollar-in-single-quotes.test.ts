import { dollarInSingleQuotes } from '../../server/src/language/lint/rules/dollar-in-single-quotes';
import { testRule } from '../support/testRule';

testRule(dollarInSingleQuotes, {
  good: [
    'FROM a\nRUN echo "$x"',
    "FROM a\nRUN awk '{print $1}'",
    "FROM a\nRUN sed 's/a$/b/'",
    "FROM a\nRUN sh -c 'echo $x'",
    "FROM a\nRUN find . -exec sh -c 'echo $1' {} +",
    "FROM a\nRUN echo 'a'",
    "FROM a\nRUN PS1='$x'",
  ],
  bad: [
    { code: "FROM a\nRUN echo «'$x'»", as: ['SC2016'] },
    { code: "FROM a\nRUN echo «'`x`'»" },
    { code: "FROM a\nRUN sed «'s/a/$b/'»" },
  ],
});
