import { noSudo } from '../../server/src/language/lint/rules/no-sudo';
import { testRule } from '../support/testRule';

testRule(noSudo, {
  good: [
    'FROM a\nRUN apt-get update',
    'FROM a\nRUN echo "sudo" # sudo id',
    'FROM a\nRUN apt-get install sudo',
    'FROM a\nCMD ["sudo", "x"]',
  ],
  bad: [
    { code: 'FROM a\nRUN «sudo» id', fixed: 'FROM a\nRUN id', as: ['DL3004'] },
    { code: 'FROM a\nRUN a && \\\n  «sudo» -u me b' },
    { code: 'FROM a\nRUN if a; then «sudo» b; fi', fixed: 'FROM a\nRUN if a; then b; fi' },
    { code: 'FROM a\nONBUILD RUN «sudo» b', fixed: 'FROM a\nONBUILD RUN b' },
    { code: 'FROM a\nRUN <<E\n«sudo» b\nE', fixed: 'FROM a\nRUN <<E\nb\nE' },
  ],
});
