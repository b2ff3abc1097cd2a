import { trustedRegistry } from '../../server/src/language/lint/rules/trusted-registry';
import { testRule } from '../support/testRule';

const only = (...registries: string[]) => ({ registries });

testRule(trustedRegistry, {
  good: [
    'FROM random.example/a:1',
    { code: 'FROM alpine:3.22\nFROM scratch', options: only('docker.io') },
    { code: 'FROM alpine:3.22', options: only('hub.docker.com') },
    { code: 'FROM a.example/x:1 AS b\nFROM b\nCOPY --from=b x y\nCOPY --from=0 x y', options: only('*.example') },
    { code: 'FROM a.example:5000/x:1', options: only('a.example*') },
    { code: 'FROM a.example/x:1', options: only('*') },
  ],
  bad: [
    { code: 'FROM «random.example/a:1»', options: only('docker.io'), as: ['DL3026'], message: '`random.example`' },
    { code: 'ARG B=alpine:3.22\nFROM «$B»', options: only('ghcr.io') },
    {
      code: 'FROM ghcr.io/a/b:1\nCOPY --from=«busybox:1» a b\nRUN --mount=type=bind,from=«quay.io/a:1»,target=/a x',
      options: only('ghcr.io'),
    },
  ],
});
