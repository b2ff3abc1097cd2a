import { simplerCommand } from '../../server/src/language/lint/rules/simpler-command';
import { testRule } from '../support/testRule';

testRule(simplerCommand, {
  good: [
    'FROM a\nRUN echo "a $(b)"',
    'FROM a\nRUN grep -c a',
    'FROM a\nRUN tr a-z A-Z',
    'FROM a\nRUN tr "[:lower:]" x',
    'FROM a\nRUN grep -o a | wc -l',
  ],
  bad: [
    { code: 'FROM a\nRUN echo «"$(b)"»', as: ['SC2005'] },
    { code: 'FROM a\nRUN «grep a b» | wc -l', as: ['SC2126'] },
    { code: "FROM a\nRUN tr «'[a-z]'» x", as: ['SC2021'] },
  ],
});
