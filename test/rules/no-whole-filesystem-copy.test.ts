import { noWholeFilesystemCopy } from '../../server/src/language/lint/rules/no-whole-filesystem-copy';
import { testRule } from '../support/testRule';

testRule(noWholeFilesystemCopy, {
  good: ['FROM a:1\nCOPY / /', 'FROM a:1\nCOPY --from=b:1 / /app', 'FROM a:1\nCOPY --from=b:1 /usr /'],
  bad: [
    { code: 'FROM a:1\nCOPY --from=b:1 «/» /', as: ['DL3067'], message: 'FROM b:1' },
    { code: 'FROM a:1\nCOPY --link --from=b:1 «"/"» "/"' },
  ],
});
