import { guardedRm } from '../../server/src/language/lint/rules/guarded-rm';
import { testRule } from '../support/testRule';

testRule(guardedRm, {
  good: [
    'FROM a\nRUN rm -rf "$X"',
    'FROM a\nRUN rm -rf "${X:?}/lib"',
    'FROM a\nRUN rm -rf /usr/share/doc',
    'FROM a\nRUN rm "$X/lib"',
    'FROM a\nRUN rm -rf "$(x)/lib"',
  ],
  bad: [
    {
      code: 'FROM a\nRUN rm -rf «"$X/lib"»',
      fixed: 'FROM a\nRUN rm -rf "${X:?}/lib"',
      as: ['SC2115'],
      message: /empty/,
    },
    { code: 'FROM a\nRUN rm -rf «"$X"/*»', fixed: 'FROM a\nRUN rm -rf "${X:?}"/*' },
    { code: 'FROM a\nRUN rm -r «/home»', as: ['SC2114'] },
  ],
});
