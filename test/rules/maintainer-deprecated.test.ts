import { maintainerDeprecated } from '../../server/src/language/lint/rules/maintainer-deprecated';
import { testRule } from '../support/testRule';

testRule(maintainerDeprecated, {
  good: ['FROM a\nLABEL org.opencontainers.image.authors="me"'],
  bad: [
    {
      code: 'FROM a\n«MAINTAINER» Kim <kim@example.com>',
      fixed: 'FROM a\nLABEL org.opencontainers.image.authors="Kim <kim@example.com>"',
      as: ['MaintainerDeprecated', 'DL4000'],
    },
    { code: 'FROM a\n«maintainer» "me $you"', fixed: 'FROM a\nlabel org.opencontainers.image.authors="me \\$you"' },
    {
      code: 'FROM a\n«MAINTAINER» a "b" \\c',
      fixed: 'FROM a\nLABEL org.opencontainers.image.authors="a \\"b\\" \\\\c"',
    },
    { code: 'FROM a\n«MAINTAINER» a \\\n  b' },
  ],
});
