import { globAsOption } from '../../server/src/language/lint/rules/glob-as-option';
import { testRule } from '../support/testRule';

testRule(globAsOption, {
  good: ['FROM a\nRUN rm ./*', 'FROM a\nRUN rm -- *', 'FROM a\nRUN rm a*', 'FROM a\nRUN echo *'],
  bad: [{ code: 'FROM a\nRUN rm «*».deb', fixed: 'FROM a\nRUN rm ./*.deb', as: ['SC2035'] }],
});
