import { fromAsCasing } from '../../server/src/language/lint/rules/from-as-casing';
import { testRule } from '../support/testRule';

testRule(fromAsCasing, {
  good: ['FROM a AS b', 'from a as b', 'From a as b', 'FROM a'],
  bad: [
    { code: 'FROM a «as» b', fixed: 'FROM a AS b', as: ['FromAsCasing'] },
    { code: 'from a «As» b', fixed: 'from a as b' },
    { code: 'FROM \\\n  a «aS» b', fixed: 'FROM \\\n  a AS b' },
  ],
});
