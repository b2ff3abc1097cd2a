import { noBackticks } from '../../server/src/language/lint/rules/no-backticks';
import { testRule } from '../support/testRule';

testRule(noBackticks, {
  good: ['FROM a\nRUN x=$(y)', "FROM a\nRUN echo '`y`'"],
  bad: [
    { code: 'FROM a\nRUN x=«`y`»', fixed: 'FROM a\nRUN x=$(y)', as: ['SC2006'] },
    { code: 'FROM a\nRUN x="a «`y z`»"', fixed: 'FROM a\nRUN x="a $(y z)"' },
    { code: 'FROM a\nRUN x=«`y \\$z`»' },
  ],
});
