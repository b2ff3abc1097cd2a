import { noSecretValue } from '../../server/src/language/lint/rules/no-secret-value';
import { testRule } from '../support/testRule';

const token = `ghp_${'a1B2'.repeat(9)}`;
const key = `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEpAIBAAKCAQEA'.repeat(4)}`;

testRule(noSecretValue, {
  good: [
    'FROM a\nRUN curl -u "$USER:$PASSWORD" https://b && curl -u user https://b',
    'FROM a\nRUN git clone https://$TOKEN@github.com/a/b && git clone https://github.com/a/b',
    'FROM a\nRUN curl https://user:password@example.com/x && curl https://a:b@localhost/x',
    'FROM a\nENV AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE',
    'FROM a\nRUN grep -q -- "-----BEGIN PRIVATE KEY-----" /x',
    'FROM a\nRUN --mount=type=secret,id=t curl -H "Authorization: Bearer $(cat /run/secrets/t)" https://b',
    'FROM a\nRUN docker login -u x --password-stdin < /run/secrets/p',
  ],
  bad: [
    { code: `FROM a\nENV GITHUB_TOKEN=«${token}»`, message: /token or a private key/ },
    { code: `FROM a\nRUN git clone https://«${token}»@github.com/a/b` },
    { code: `FROM a\nRUN git clone https://x:«${token}»@github.com/a/b` },
    { code: `FROM a\nRUN <<E cat > /k\n${key.replace('-----BEGIN RSA PRIVATE KEY-----', '«$&»')}\nE` },
    { code: 'FROM a\nRUN curl -fu «admin:hunter2» https://b/c', message: /`docker history`/ },
    { code: 'FROM a\nRUN wget --user=a --password=«hunter2» https://b/c' },
    { code: 'FROM a\nRUN pip install --index-url https://ci:«hunter2»@pypi.corp/simple x' },
    { code: 'FROM a\nRUN curl -H «"Authorization: Bearer 0123456789abcdef0123"» https://b' },
  ],
});
