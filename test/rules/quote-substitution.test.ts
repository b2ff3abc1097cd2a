import { quoteSubstitution } from '../../server/src/language/lint/rules/quote-substitution';
import { testRule } from '../support/testRule';

testRule(quoteSubstitution, {
  good: [
    'FROM a\nRUN x="$(y)"',
    'FROM a\nRUN x=$(y)',
    'FROM a\nRUN for i in $(y); do x; done',
    'FROM a\nRUN kill $(pgrep x)',
    'FROM a\nRUN $(y)',
  ],
  bad: [
    { code: 'FROM a\nRUN x «$(y)»', fixed: 'FROM a\nRUN x "$(y)"', as: ['SC2046'] },
    { code: 'FROM a\nRUN x a«`y`»b' },
    { code: 'FROM a\nRUN x «$(y «$(z)»)»', fixed: 'FROM a\nRUN x "$(y "$(z)")"' },
  ],
});
