import { invalidDefaultArgInFrom } from '../../server/src/language/lint/rules/invalid-default-arg-in-from';
import { testRule } from '../support/testRule';

testRule(invalidDefaultArgInFrom, {
  good: ['ARG A=b\nFROM $A', 'FROM a'],
  bad: [{ code: 'ARG A\nFROM «$A»', as: ['InvalidDefaultArgInFrom'] }, { code: 'ARG A=X\nFROM «${A}y»' }],
});
