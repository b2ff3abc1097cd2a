import { gpgBatch } from '../../server/src/language/lint/rules/gpg-batch';
import { testRule } from '../support/testRule';

testRule(gpgBatch, {
  good: [
    'FROM a\nRUN gpg --batch --verify b.asc b',
    'FROM a\nRUN gpg --version && gpg --dearmor < k > k.gpg',
    'FROM a\nRUN gpg --no-tty --import k && apt-get install -y gpg',
  ],
  bad: [
    { code: 'FROM a\nRUN «gpg» --verify b.asc b', fixed: 'FROM a\nRUN gpg --batch --verify b.asc b' },
    {
      code: 'FROM a\nONBUILD RUN «gpg» --keyserver b --recv-keys c',
      fixed: 'FROM a\nONBUILD RUN gpg --batch --keyserver b --recv-keys c',
    },
  ],
});
