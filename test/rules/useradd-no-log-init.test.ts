import { useraddNoLogInit } from '../../server/src/language/lint/rules/useradd-no-log-init';
import { testRule } from '../support/testRule';

testRule(useraddNoLogInit, {
  good: [
    'FROM debian\nRUN useradd -u 1000 me',
    'FROM debian\nRUN useradd -l -u 123456 me',
    'FROM debian\nRUN useradd --no-log-init --uid=123456 me',
    'FROM debian\nRUN useradd -m me && adduser --uid 123456 you',
  ],
  bad: [
    {
      code: 'FROM debian\nRUN «useradd -m -u 123456» me',
      fixed: 'FROM debian\nRUN useradd -l -m -u 123456 me',
      as: ['DL3046'],
    },
    {
      code: 'FROM debian\nARG UID\nRUN «useradd --uid "$UID"» me',
      fixed: 'FROM debian\nARG UID\nRUN useradd -l --uid "$UID" me',
      as: [],
    },
  ],
});
