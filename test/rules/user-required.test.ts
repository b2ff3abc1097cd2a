import { userRequired } from '../../server/src/language/lint/rules/user-required';
import { testRule } from '../support/testRule';

testRule(userRequired, {
  good: [
    'FROM debian:12\nUSER app',
    'FROM debian:12 AS a\nUSER app\nFROM a',
    'FROM debian:12\nUSER root',
    'FROM example/app',
    'FROM gcr.io/distroless/static:nonroot',
    'FROM debian:12\nENTRYPOINT ["gosu", "app", "x"]',
  ],
  bad: [
    { code: 'FROM golang AS a\nUSER x\nFROM «debian:12»\nCMD ["x"]', message: /`debian:12` starts as root/ },
    { code: 'FROM node:24 AS a\nFROM «a»' },
    { code: 'FROM «scratch»\nCOPY x /' },
  ],
});
