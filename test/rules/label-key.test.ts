import { labelKey } from '../../server/src/language/lint/rules/label-key';
import { testRule } from '../support/testRule';

testRule(labelKey, {
  good: ['FROM a:1\nLABEL org.opencontainers.image.title=x a-b.c2=y dlc_version=1', 'FROM a:1\nLABEL "a"="b"'],
  bad: [
    { code: 'FROM a:1\nLABEL «com.docker.x»=1 ok=1', as: ['DL3048'], message: 'are not for others' },
    { code: 'FROM a:1\nLABEL «Name»=1 «a$b»=2', message: 'only' },
    { code: 'FROM a:1\nLABEL «.a»=1 «1a»=2 «a-»=3', message: 'begins with a lower-case letter' },
    { code: 'FROM a:1\nLABEL «a..b»=1 «a--b»=1', message: 'follow each other' },
  ],
});
