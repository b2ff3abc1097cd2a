import { knownCopySource } from '../../server/src/language/lint/rules/known-copy-source';
import { testRule } from '../support/testRule';

testRule(knownCopySource, {
  good: [
    'FROM a:1 AS build\nFROM b:1\nCOPY --from=build x y\nCOPY --from=BUILD x y\nCOPY --from=0 x y',
    'FROM b:1\nCOPY --from=nginx:1.27 x y\nCOPY --from=nginx@sha256:0000000000000000000000000000000000000000000000000000000000000000 x y',
    // the builder refuses these
    'FROM b:1\nCOPY --from=later x y\nFROM c:1 AS later',
    'FROM b:1\nCOPY --from=$X x y\nCOPY --from=NoImage x y',
  ],
  bad: [
    {
      code: 'FROM a:1 AS build\nFROM b:1\nCOPY --from=«biuld» x y',
      fixed: 'FROM a:1 AS build\nFROM b:1\nCOPY --from=build x y',
      as: ['DL3022'],
      message: 'Did you mean `build`?',
    },
    { code: 'FROM a:1\nCOPY --chown=1 --from=«org/tools» x y', message: '`org/tools:latest`' },
  ],
});
