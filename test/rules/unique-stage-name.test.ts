import { uniqueStageName } from '../../server/src/language/lint/rules/unique-stage-name';
import { testRule } from '../support/testRule';

testRule(uniqueStageName, {
  good: ['FROM a AS x\nFROM b AS y', 'FROM a\nFROM b'],
  bad: [
    { code: 'FROM a AS x\nFROM b AS «x»', as: ['DuplicateStageName', 'DL3024'] },
    { code: 'FROM a AS x\nFROM b AS «X»\nFROM c AS «x»' },
  ],
});
