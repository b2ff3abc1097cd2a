import { healthcheckRequired } from '../../server/src/language/lint/rules/healthcheck-required';
import { testRule } from '../support/testRule';

testRule(healthcheckRequired, {
  good: [
    'FROM a:1\nHEALTHCHECK CMD x',
    'FROM a:1\nHEALTHCHECK NONE',
    'FROM a:1 AS b\nHEALTHCHECK CMD x\nFROM b',
    'FROM a:1 AS b\nFROM b AS c\nFROM c\nHEALTHCHECK CMD x',
  ],
  bad: [{ code: '«FROM» a:1', as: ['DL3057'] }, { code: 'FROM a:1 AS b\nFROM b AS c\nHEALTHCHECK CMD x\n«FROM» d:1' }],
});
