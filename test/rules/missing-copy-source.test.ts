import { missingCopySource } from '../../server/src/language/lint/rules/missing-copy-source';
import type { MissingSource } from '../../server/src/language/model/surroundings';
import { testRule } from '../support/testRule';

const missing = (paths: Record<string, string | undefined>, isSure = true) => ({
  missingSources: new Map(
    Object.entries(paths).map(([path, near]): [string, MissingSource] => [path, { near, isSure }]),
  ),
});

testRule(missingCopySource, {
  good: [
    // nobody looked
    'FROM scratch\nCOPY a.js /',
    { code: 'FROM scratch\nCOPY b.js /', around: missing({ 'a.js': undefined }) },
    // from elsewhere
    { code: 'FROM a AS x\nFROM scratch\nCOPY --from=x a.js /', around: missing({ 'a.js': undefined }) },
    { code: 'FROM scratch\nADD https://a.b/a.js /\nCOPY <<a.js /\nx\na.js', around: missing({ 'a.js': undefined }) },
    { code: 'FROM scratch\nONBUILD COPY a.js /', around: missing({ 'a.js': undefined }) },
    // patterns, variables, templates
    {
      code: 'FROM scratch\nARG X=a\nCOPY $X.js a.j? {{a}}.js /',
      around: missing({ '$X.js': undefined, 'a.j?': undefined }),
    },
    // what a build does not run
    { code: 'FROM a AS dev\nCOPY a.js /\nFROM scratch\nCOPY b.js /', around: missing({ 'a.js': undefined }) },
    { code: 'ARG B\nFROM a AS dev\nCOPY a.js /\nFROM $B', around: missing({ 'a.js': undefined }) },
    { code: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCOPY a.js /', around: missing({ 'a.js': 'A.js' }) },
    // who knows what that front end copies
    { code: '# syntax=example.com/other\nFROM scratch\nCOPY a.js /', around: missing({ 'a.js': undefined }) },
  ],
  bad: [
    {
      code: 'FROM scratch\nCOPY b.js «a.js» /\nADD «./a.js» /x/',
      around: missing({ 'a.js': undefined }),
      message: 'unless something makes it before',
    },
    {
      code: 'FROM scratch\nCOPY --chown=1 «./scr/» /x/',
      fixed: 'FROM scratch\nCOPY --chown=1 ./src/ /x/',
      around: missing({ scr: 'src' }),
      message: 'Did you mean `src`?',
    },
    {
      code: 'FROM a AS x\nCOPY [«"pakage.json"», "/"]\nFROM scratch\nCOPY --from=x / /',
      fixed: 'FROM a AS x\nCOPY ["package.json", "/"]\nFROM scratch\nCOPY --from=x / /',
      around: missing({ 'pakage.json': 'package.json' }),
    },
    {
      code: 'FROM scratch\nCOPY «/pakage.json» /',
      fixed: 'FROM scratch\nCOPY /package.json /',
      around: missing({ 'pakage.json': 'package.json' }, false),
      message: 'neither beside this Dockerfile nor in a folder above it',
    },
    // a path that does not stand there as it is, and one that would need quotes
    { code: 'FROM scratch\nCOPY «x/../pakage.json» /', around: missing({ 'pakage.json': 'package.json' }) },
    { code: 'FROM scratch\nCOPY «ab.js» /', around: missing({ 'ab.js': 'a b.js' }) },
  ],
});
