import { printfFormat } from '../../server/src/language/lint/rules/printf-format';
import { testRule } from '../support/testRule';

testRule(printfFormat, {
  good: ['FROM a\nRUN printf \'%s\' "$x"', 'FROM a\nRUN printf "%s $x"', 'FROM a\nRUN printf a'],
  bad: [{ code: 'FROM a\nRUN printf «"$X"»', as: ['SC2059'] }, { code: 'FROM a\nRUN printf -v y «"$x"»' }],
});
