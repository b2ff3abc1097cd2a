import { portableSh } from '../../server/src/language/lint/rules/portable-sh';
import { testRule } from '../support/testRule';

testRule(portableSh, {
  good: ['FROM debian\nRUN [[ a ]]', 'FROM a\nRUN [[ a ]]', 'FROM alpine\nRUN [ a = b ]'],
  bad: [
    { code: 'FROM fedora\nRUN [ a «==» b ]', fixed: 'FROM fedora\nRUN [ a = b ]', as: ['SC3014'] },
    { code: 'FROM alpine\nRUN «[[ a ]]»', message: /POSIX/ },
    { code: 'FROM debian\nRUN echo «-n» x' },
  ],
});
