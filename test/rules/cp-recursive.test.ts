import { cpRecursive } from '../../server/src/language/lint/rules/cp-recursive';
import { testRule } from '../support/testRule';

testRule(cpRecursive, {
  good: ['FROM a\nRUN cp -R a b', 'FROM a\nRUN cp -a a b', 'FROM a\nRUN cp --recursive a b'],
  bad: [
    { code: 'FROM a\nRUN cp «-r» a b', fixed: 'FROM a\nRUN cp -R a b', as: ['SC2336'] },
    { code: 'FROM a\nRUN cp «-prv» a b', fixed: 'FROM a\nRUN cp -pRv a b' },
  ],
});
