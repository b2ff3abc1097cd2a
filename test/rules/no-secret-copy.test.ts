import { noSecretCopy } from '../../server/src/language/lint/rules/no-secret-copy';
import { testRule } from '../support/testRule';

testRule(noSecretCopy, {
  good: [
    'FROM a\nRUN --mount=type=secret,id=k curl -H "Authorization: $(cat /run/secrets/k)" https://b',
    'FROM a\nRUN --mount=type=secret,id=k cp /run/secrets/k /root/.k && x && rm /root/.k',
    'FROM a\nRUN --mount=type=secret,id=k cat /run/secrets/k | login',
    'FROM a\nRUN --mount=type=bind,source=k,target=/k cp /k /l',
    'FROM a\nRUN --mount=type=secret,id=k,target=/root/.npmrc npm ci',
  ],
  bad: [
    {
      code: 'FROM a\nRUN --mount=type=secret,id=npmrc cp «/run/secrets/npmrc» /root/.npmrc && npm ci',
      message: /this copy of `\/run\/secrets\/npmrc` stays/,
    },
    { code: 'FROM a\nRUN --mount=type=secret,id=k,target=/k mkdir /d && cat «/k» > /d/key' },
    { code: 'FROM a\nRUN --mount=type=secret,id=k install -m 600 «/run/secrets/k» /etc/k' },
  ],
});
