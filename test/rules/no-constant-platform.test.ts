import { noConstantPlatform } from '../../server/src/language/lint/rules/no-constant-platform';
import { testRule } from '../support/testRule';

testRule(noConstantPlatform, {
  good: [
    'FROM a:1',
    'FROM --platform=$BUILDPLATFORM a:1',
    'FROM --platform=linux/${ARCH} a:1',
    'FROM --platform=linux/arm64 a:1 AS base-arm64',
    'FROM --platform=aarch64 a:1 AS base-arm64',
    'FROM --platform=windows/amd64 a:1 AS build-windows',
    // the builder refuses it
    'FROM --platform=x86 a:1',
  ],
  bad: [
    {
      code: 'FROM «--platform=linux/amd64» a:1 AS b',
      fixed: 'FROM a:1 AS b',
      as: ['FromPlatformFlagConstDisallowed', 'DL3029'],
      choices: ['Remove the flag', 'Use $BUILDPLATFORM'],
    },
    { code: 'FROM a:1\nFROM «--platform=arm64» a:1 AS amd', fixed: 'FROM a:1\nFROM a:1 AS amd' },
  ],
});
