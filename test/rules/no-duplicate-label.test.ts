import { noDuplicateLabel } from '../../server/src/language/lint/rules/no-duplicate-label';
import { testRule } from '../support/testRule';

testRule(noDuplicateLabel, {
  good: [
    'FROM a\nLABEL a=1 b=2\nLABEL c=3',
    'FROM a AS b\nLABEL a=1\nFROM b\nLABEL a=2',
    'FROM a\nLABEL $X=1\nLABEL $X=2',
  ],
  bad: [
    {
      code: 'FROM a\nLABEL «version»=1\nLABEL b=2\nLABEL "version"="2"',
      fixed: 'FROM a\nLABEL b=2\nLABEL "version"="2"',
      message: /`version` is set again below/,
    },
    { code: 'FROM a\nLABEL «a»=1 b=2 \\\n  a=3' },
  ],
});
