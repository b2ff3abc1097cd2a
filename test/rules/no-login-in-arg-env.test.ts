import { noLoginInArgEnv } from '../../server/src/language/lint/rules/no-login-in-arg-env';
import { testRule } from '../support/testRule';

testRule(noLoginInArgEnv, {
  good: ['FROM a:1\nENV HOME=/a\nARG PASSWORD', 'ARG VERSION\nFROM a:1'],
  bad: [
    { code: 'ARG «API_TOKEN»\nFROM a:1\nARG «USERNAME»=me', as: ['DL3064'] },
    { code: 'FROM a:1\nENV A=1 «dbPassword»=x «DOCKER_EMAIL»=y' },
    { code: 'FROM a:1\nONBUILD ARG «NPM_TOKEN»' },
  ],
});
