import { expect, it } from 'vitest';
import { isSecretName, secretIn, secretPatterns } from '../../server/src/language/knowledge/secrets';

it.each([
  'password',
  'PASSWORD',
  'DB_PASSWORD',
  'password_db',
  'API_KEY',
  'apikey',
  'key',
  'GIT_KEY',
  'AUTH',
  'auth_x',
  'credential',
  'aws_credentials',
  'my_pword_x',
  'PASSWD',
  'SECRET_PASSPHRASE',
  'x_token',
  '_key_',
  'MYSQL_ROOT_PASSWORD',
  'to\u212Aen',
  '\u017Fecret',
])('%s is a secret’s name', (name) => {
  expect(isSecretName(name)).toBe(true);
});

it.each([
  '',
  'PASS',
  'MYSQL_PASS',
  'KEYS',
  'monkey',
  'keyboard',
  'AUTHOR',
  'tokens',
  'my-password',
  'passphrase',
  'APIKEYS',
  'PUBLIC_KEY',
  'public_token',
  'SECRET_FILE',
  'password_file',
  'AUTH_MODULE_VERSION',
  'file_key',
  'version_token_x',
])('%s is not', (name) => {
  expect(isSecretName(name)).toBe(false);
});

it.each([
  ['aws-access-key-id', `x=AKIA${'A2'.repeat(8)} y`],
  ['github-token', `ghp_${'a1'.repeat(18)}`],
  ['github-token', `github_pat_${'a1'.repeat(20)}`],
  ['gitlab-token', `glpat-${'a1'.repeat(10)}`],
  ['npm-token', `//r/:_authToken=npm_${'a1'.repeat(18)}`],
  ['private-key', '-----BEGIN RSA PRIVATE KEY-----\nMII'],
  ['private-key', '-----BEGIN PRIVATE KEY-----'],
])('%s is told by its value', (id, text) => {
  expect(secretIn(text)?.id).toBe(id);
});

it.each([
  '',
  'AKIA',
  'ghp_short',
  'npm_config_loglevel',
  '-----BEGIN PUBLIC KEY-----',
  '$GITHUB_TOKEN',
  'XAKIAAAAAAAAAAAAAAAAA',
])('%s is no secret', (text) => {
  expect(secretIn(text)).toBeUndefined();
});

it('patterns keep no state between uses', () => {
  expect(secretPatterns.every((p) => !p.pattern.global && !p.pattern.sticky)).toBe(true);
});
