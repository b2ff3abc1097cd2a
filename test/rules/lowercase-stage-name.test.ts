import { lowercaseStageName } from '../../server/src/language/lint/rules/lowercase-stage-name';
import { testRule } from '../support/testRule';

testRule(lowercaseStageName, {
  good: ['FROM a AS b', 'FROM a'],
  bad: [
    { code: 'FROM a AS «Build»', fixed: 'FROM a AS build', as: ['StageNameCasing'] },
    { code: 'FROM a AS «B1»\nFROM c\nCOPY --from=B1 /x /', fixed: 'FROM a AS b1\nFROM c\nCOPY --from=B1 /x /' },
  ],
});
