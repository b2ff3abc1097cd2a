import { noLatestTag } from '../../server/src/language/lint/rules/no-latest-tag';
import { testRule } from '../support/testRule';

testRule(noLatestTag, {
  good: ['FROM a:1', 'FROM a', `FROM a:latest@sha256:${'0'.repeat(64)}`],
  bad: [
    { code: 'FROM example.com:5000/a:«latest»', as: ['DL3007'] },
    { code: 'FROM debian:«latest»', fixed: 'FROM debian:trixie' },
  ],
});
