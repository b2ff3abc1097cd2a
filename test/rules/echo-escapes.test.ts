import { echoEscapes } from '../../server/src/language/lint/rules/echo-escapes';
import { testRule } from '../support/testRule';

testRule(echoEscapes, {
  good: ['FROM a\nRUN printf "a\\n"', 'FROM a\nRUN echo a', 'FROM a\nRUN echo -e "a\\nb"'],
  bad: [{ code: 'FROM a\nRUN echo «"a\\nb"»', as: ['SC2028'] }, { code: "FROM a\nRUN echo x «'a\\tb'»" }],
});
