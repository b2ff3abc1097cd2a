import { consistentKeywordCasing } from '../../server/src/language/lint/rules/consistent-keyword-casing';
import { testRule } from '../support/testRule';

testRule(consistentKeywordCasing, {
  good: ['FROM a\nRUN b', 'from a\nrun b', 'arg v\nFROM a\nRUN b', 'FROM a\nnonsense x'],
  bad: [
    { code: 'FROM a\n«run» b\nCMD ["c"]', fixed: 'FROM a\nRUN b\nCMD ["c"]', as: ['ConsistentInstructionCasing'] },
    { code: 'from a\nrun b\n«CMD» ["c"]', fixed: 'from a\nrun b\ncmd ["c"]' },
    { code: '«From» a\nRUN b', fixed: 'FROM a\nRUN b' },
    { code: 'FROM a\n«run» b', fixed: 'FROM a\nRUN b' },
  ],
});
