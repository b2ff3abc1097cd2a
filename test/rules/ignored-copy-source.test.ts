import { ignoredCopySource } from '../../server/src/language/lint/rules/ignored-copy-source';
import { testRule } from '../support/testRule';

const ignoring = (ignore: string) => ({
  context: { paths: [], complete: false, ignore, ignorePath: '.dockerignore' },
});

testRule(ignoredCopySource, {
  good: [
    'FROM scratch\nCOPY a b',
    { code: 'FROM scratch\nCOPY a b', around: ignoring('c\n# a\n') },
    { code: 'FROM a:1 AS x\nFROM scratch\nCOPY --from=x a b', around: ignoring('a') },
    { code: 'FROM scratch\nADD https://example.com/a b\nCOPY <<a b\nx\na', around: ignoring('*') },
    { code: 'FROM scratch\nARG X\nCOPY $X b', around: ignoring('*') },
    // the folder is left out, but something in it is kept
    { code: 'FROM scratch\nCOPY src b', around: ignoring('src\n!src/main.c') },
    { code: 'FROM scratch\nCOPY src *.c b', around: ignoring('*\n!**/*.c') },
    { code: 'FROM scratch\nCOPY src/main.c b', around: ignoring('src\n!src/main.c') },
  ],
  bad: [
    {
      code: 'FROM scratch\nCOPY «a» b\nADD x «./a/b» c/',
      around: ignoring('\n# first\na'),
      as: ['CopyIgnoredFile'],
      message: 'line 3 of .dockerignore leaves it out (`a`)',
    },
    { code: 'FROM scratch\nARG D=dist\nCOPY «$D/x.js» /', around: ignoring('**/*.js') },
    { code: 'FROM scratch\nCOPY «.» /', around: ignoring('*'), as: ['CopyIgnoredFile'] },
    // BuildKit looks at no file with a `!` in it, and compares no path from the root
    { code: 'FROM scratch\nCOPY src/x «package.json» b', around: ignoring('*\n!src/**'), as: [] },
    { code: 'FROM scratch\nCOPY «/a» b', around: ignoring('a'), as: [] },
  ],
});
