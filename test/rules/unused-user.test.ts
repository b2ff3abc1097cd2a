import { unusedUser } from '../../server/src/language/lint/rules/unused-user';
import { testRule } from '../support/testRule';

testRule(unusedUser, {
  good: [
    'FROM node\nRUN useradd app\nUSER app\nCMD ["node", "."]',
    'FROM node AS a\nRUN useradd app\nUSER app\nFROM a\nCMD ["node", "."]',
    'FROM node\nRUN useradd app\nENTRYPOINT ["/entrypoint.sh"]\nCMD ["node", "."]',
    'FROM node\nRUN useradd app && apt-get install -y gosu\nCMD ["node", "."]',
    'FROM debian\nRUN useradd web\nCMD ["nginx"]',
    'FROM python\nRUN useradd app\nCMD ["gunicorn", "--user", "app", "x"]',
    'FROM node\nRUN adduser node tty && addgroup app\nCMD ["node", "."]',
    'FROM node\nRUN useradd $NAME\nCMD ["node", "."]',
    'FROM node\nRUN useradd app',
  ],
  bad: [
    {
      code: 'FROM node:24\nRUN useradd -r -u 1001 -g app «app»\nCMD ["node", "."]',
      fixed: 'FROM node:24\nRUN useradd -r -u 1001 -g app app\nUSER app\nCMD ["node", "."]',
      message: /`app` is created, but no USER follows/,
    },
    {
      code: 'FROM python AS b\nRUN adduser -D -h /home/x «x»\nFROM b\nCOPY . .\nCMD python app.py',
      fixed: 'FROM python AS b\nRUN adduser -D -h /home/x x\nFROM b\nCOPY . .\nUSER x\nCMD python app.py',
    },
  ],
});
