import { missingOperand } from '../../server/src/language/lint/rules/missing-operand';
import { testRule } from '../support/testRule';

testRule(missingOperand, {
  good: [
    'FROM a\nRUN find /x',
    'FROM a\nRUN ln -s a b',
    'FROM a\nRUN cp -t /x a',
    'FROM a\nRUN mv $X',
    'FROM a\nRUN cp *',
    'FROM a\nRUN find --help',
  ],
  bad: [
    { code: 'FROM a\nRUN «find» -name x', fixed: 'FROM a\nRUN find . -name x', as: ['SC2185'] },
    { code: 'FROM a\nRUN «ln -s /a»', as: ['SC2226'] },
    { code: 'FROM a\nRUN «cp /a»' },
    { code: 'FROM a\nRUN «mv /a»' },
  ],
});
