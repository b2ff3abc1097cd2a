import { copyFromNumber } from '../../server/src/language/lint/rules/copy-from-number';
import { testRule } from '../support/testRule';

testRule(copyFromNumber, {
  good: [
    'FROM a AS b\nFROM c\nCOPY --from=b x y',
    'FROM a\nFROM c\nRUN --mount=from=0,target=/x ls',
    'FROM a\nCOPY --from=nginx x y',
  ],
  bad: [
    {
      code: 'FROM a AS build\nFROM c\nCOPY --from=«0» x y',
      fixed: 'FROM a AS build\nFROM c\nCOPY --from=build x y',
      message: /turns 0 into another/,
    },
    {
      code: 'from a\nFROM c\nCOPY --chown=u --from=«0» x y\nCOPY --from=«0» v w',
      fixed: 'from a as stage-0\nFROM c\nCOPY --chown=u --from=stage-0 x y\nCOPY --from=stage-0 v w',
    },
    { code: 'FROM a AS b\nFROM c AS b\nFROM d\nCOPY --from=«0» x y' },
  ],
});
