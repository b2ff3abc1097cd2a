import { plainTests } from '../../server/src/language/lint/rules/plain-tests';
import { testRule } from '../support/testRule';

testRule(plainTests, {
  good: ['FROM a\nRUN [ -n "$X" ]', 'FROM a\nRUN [ "$X" = x ]', 'FROM a\nRUN [ -a x ]'],
  bad: [
    { code: 'FROM a\nRUN [ «!» -z "$X" ]', fixed: 'FROM a\nRUN [ -n "$X" ]', as: [] },
    { code: 'FROM a\nRUN [[ «!» -z "$X" ]]', fixed: 'FROM a\nRUN [[ -n "$X" ]]' },
    { code: 'FROM a\nRUN [ a «-o» b ]', as: ['SC2166'] },
    { code: 'FROM a\nRUN a; if [ «$?» -ne 0 ]; then b; fi' },
    { code: 'FROM a\nRUN [ «"x$X"» = xa ]' },
  ],
});
