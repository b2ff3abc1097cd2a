import { noRootUser } from '../../server/src/language/lint/rules/no-root-user';
import { testRule } from '../support/testRule';

testRule(noRootUser, {
  good: [
    'FROM a:1\nUSER root\nRUN x\nUSER app',
    'FROM a:1 AS b\nUSER root\nFROM a:1\nUSER 1000',
    'FROM a:1\nUSER rooty',
    'FROM a:1',
    'USER root',
  ],
  bad: [
    { code: 'FROM a:1\nUSER app\nUSER «root»\nCMD ["x"]', as: ['DL3002'] },
    { code: 'FROM a:1\nUSER «0:0»' },
    { code: 'FROM a:1 AS base\nUSER «root:wheel»\nFROM base\nRUN x' },
  ],
});
