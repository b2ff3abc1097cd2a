import { noSecretFile } from '../../server/src/language/lint/rules/no-secret-file';
import { testRule } from '../support/testRule';

testRule(noSecretFile, {
  good: [
    'FROM a\nCOPY id_rsa.pub .env.example .ssh/known_hosts package.json /x/',
    'FROM a\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci',
    // its layers are in no image
    'FROM a AS b\nCOPY .npmrc ./\nFROM a\nCOPY --from=b /app /app',
    'FROM a\nCOPY environment.ts private.ts /x/',
  ],
  bad: [
    {
      code: 'FROM a\nCOPY «.npmrc» package.json ./\nRUN npm ci && rm .npmrc',
      message: /Files like `.npmrc` hold credentials/,
    },
    { code: 'FROM a\nADD «deploy/id_rsa» /root/.ssh/' },
    { code: 'FROM a\nCOPY «.env.production» .env' },
    { code: 'FROM a AS b\nCOPY «.aws/credentials» /root/.aws/\nFROM b' },
    { code: 'FROM a\nCOPY [«"certs/private-key.pem"», "/etc/"]' },
    { code: 'FROM a\nCOPY --from=x «/root/.docker/config.json» /root/.docker/' },
  ],
});
