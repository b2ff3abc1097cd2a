import { outdatedCommand } from '../../server/src/language/lint/rules/outdated-command';
import { testRule } from '../support/testRule';

testRule(outdatedCommand, {
  good: [
    'FROM a\nRUN npm ci --omit=dev && yarn install --production',
    'FROM a\nRUN bundle config set --local without test && bundle install',
    'FROM a\nRUN npm run build --production && npm install --only=dev',
    'FROM a\nRUN apt-key list && poetry install --only main',
  ],
  bad: [
    {
      code: 'FROM a\nRUN curl x | «apt-key» add -',
      message:
        '`apt-key` is gone in Debian 13: a newer base image breaks this build. Use `[signed-by=/etc/apt/keyrings/name.asc]`.',
    },
    { code: 'FROM a\nRUN npm ci «--production»', fixed: 'FROM a\nRUN npm ci --omit=dev', message: /deprecated/ },
    { code: 'FROM a\nRUN npm i «--only=prod» x', fixed: 'FROM a\nRUN npm i --omit=dev x' },
    { code: 'FROM a\nRUN npm i «--only» production x', fixed: 'FROM a\nRUN npm i --omit=dev x' },
    { code: 'FROM a\nRUN ["npm", "ci", "«--production»"]', fixed: 'FROM a\nRUN ["npm", "ci", "--omit=dev"]' },
    {
      code: 'FROM a\nRUN bundle install --jobs 4 «--without» development test',
      message: /bundle config set --local without/,
    },
    { code: 'FROM a\nRUN poetry install «--no-dev»', fixed: 'FROM a\nRUN poetry install --only main' },
  ],
});
