import { digestRequired } from '../../server/src/language/lint/rules/digest-required';
import { testRule } from '../support/testRule';

const digest = `@sha256:${'0123456789abcdef'.repeat(4)}`;

testRule(digestRequired, {
  good: [
    `FROM alpine:3.22${digest} AS a\nFROM a\nFROM scratch`,
    `FROM alpine${digest}`,
    'ARG BASE=alpine:3.22\nFROM $BASE',
    'ARG TAG\nFROM alpine:$TAG',
  ],
  bad: [
    { code: 'FROM «alpine:3.22»\nFROM «ghcr.io/a/b» AS c', message: /`alpine:3.22` may be another image tomorrow/ },
    { code: 'ARG TAG=3.22\nFROM «alpine:$TAG»', message: /inspect alpine:3.22/ },
  ],
});
