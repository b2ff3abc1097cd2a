import { tagRequired } from '../../server/src/language/lint/rules/tag-required';
import { testRule } from '../support/testRule';

testRule(tagRequired, {
  good: ['FROM a:1', 'FROM scratch', 'ARG X=a\nFROM $X', 'FROM a:1 AS b\nFROM b', `FROM a@sha256:${'0'.repeat(64)}`],
  bad: [
    { code: 'FROM «example/a» AS b', as: ['DL3006'] },
    { code: 'FROM «ubuntu»', fixed: 'FROM ubuntu:26.04' },
  ],
});
