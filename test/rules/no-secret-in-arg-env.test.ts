import { noSecretInArgEnv } from '../../server/src/language/lint/rules/no-secret-in-arg-env';
import { testRule } from '../support/testRule';

testRule(noSecretInArgEnv, {
  good: ['FROM a\nENV USER_NAME=x\nARG VERSION', 'ARG TOKEN\nFROM a', 'FROM a\nENV DB_PASSWORD_FILE=/run/secrets/db'],
  bad: [
    { code: 'FROM a\nARG «GITHUB_TOKEN»', as: ['SecretsUsedInArgOrEnv', 'DL3064'], message: /secret/ },
    { code: 'FROM a\nENV A=1 «MYSQL_PASSWORD»=x «API_KEY»=y', message: /docker run -e/ },
  ],
});
