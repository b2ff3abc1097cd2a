import { reservedStageName } from '../../server/src/language/lint/rules/reserved-stage-name';
import { testRule } from '../support/testRule';

testRule(reservedStageName, {
  good: ['FROM scratch', 'FROM scratch AS scratchpad', 'FROM alpine:3.22 AS build\nFROM scratch'],
  bad: [
    { code: 'FROM alpine:3.22 AS «scratch»', as: ['ReservedStageName', 'DL3063'], message: '`scratch`' },
    { code: 'FROM scratch as «Context»\nFROM a:1' },
  ],
});
