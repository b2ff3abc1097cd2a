import { noRedundantTargetPlatform } from '../../server/src/language/lint/rules/no-redundant-target-platform';
import { testRule } from '../support/testRule';

testRule(noRedundantTargetPlatform, {
  good: [
    'FROM a:1',
    'FROM --platform=$BUILDPLATFORM a:1',
    'FROM --platform=linux/amd64 a:1',
    'FROM --platform=$TARGETPLATFORM/v8 a:1',
  ],
  bad: [
    {
      code: 'FROM «--platform=$TARGETPLATFORM» a:1 AS b',
      fixed: 'FROM a:1 AS b',
      as: ['RedundantTargetPlatform', 'DL3065'],
    },
    { code: 'from   «--platform=${TARGETPLATFORM}» \\\n  a:1', fixed: 'from \\\n  a:1' },
    {
      code: 'FROM «--platform=${TARGETPLATFORM:-linux/amd64}» a:1',
      fixed: 'FROM a:1',
      as: ['RedundantTargetPlatform'],
    },
  ],
});
