import { cdMayFail } from '../../server/src/language/lint/rules/cd-may-fail';
import { testRule } from '../support/testRule';

testRule(cdMayFail, {
  good: [
    'FROM a\nRUN cd /x && y',
    'FROM a\nRUN set -ex; cd /x; y',
    'FROM a\nRUN cd /x || exit 1; y',
    'FROM a\nRUN if cd /x; then y; fi',
    'FROM a\nRUN cd ..; y',
    'FROM a\nRUN cd /; y',
    'FROM a\nRUN (cd /x; y) && z',
  ],
  bad: [
    { code: 'FROM a\nRUN «cd /x»; y', fixed: 'FROM a\nRUN cd /x || exit; y', as: ['SC2164'] },
    { code: 'FROM a\nRUN a && «cd /x»; y', fixed: 'FROM a\nRUN a && cd /x || exit; y' },
  ],
});
