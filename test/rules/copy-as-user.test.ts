import { copyAsUser } from '../../server/src/language/lint/rules/copy-as-user';
import { testRule } from '../support/testRule';

testRule(copyAsUser, {
  good: [
    'FROM a\nCOPY x y\nUSER app',
    'FROM a\nUSER app\nCOPY --chown=app x y',
    'FROM a\nUSER root\nCOPY x y\nUSER 0:0\nADD x y',
    'FROM a\nUSER app\nCOPY x y\nUSER root\nRUN chown -R app y',
    'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nUSER app\nCOPY x y',
    'FROM a\nUSER app\nCOPY tool /usr/local/bin/\nCOPY start.sh /',
    'FROM a\nUSER $U\nCOPY x y',
  ],
  bad: [
    {
      code: 'FROM a\nUSER app:app\n«COPY» x y\nCOPY v w',
      fixed: 'FROM a\nUSER app:app\nCOPY --chown=app:app x y\nCOPY --chown=app:app v w',
      message: /COPY does not follow USER.* `app:app` can only read/,
    },
    {
      code: 'FROM a AS b\nUSER 1000\nFROM b\n«ADD» x.tgz /y/',
      fixed: 'FROM a AS b\nUSER 1000\nFROM b\nADD --chown=1000 x.tgz /y/',
    },
  ],
});
