import { noRootInBuildStage } from '../../server/src/language/lint/rules/no-root-in-build-stage';
import { testRule } from '../support/testRule';

testRule(noRootInBuildStage, {
  good: [
    'FROM a:1\nUSER root',
    'FROM a:1 AS base\nUSER root\nFROM base\nRUN x',
    'FROM a:1 AS b\nUSER root\nRUN x\nUSER app\nFROM c:1',
  ],
  bad: [
    { code: 'FROM a:1 AS b\nUSER «root»\nFROM c:1\nUSER 0', as: ['DL3002'] },
    { code: 'FROM a:1 AS base\nUSER «0»\nFROM base\nUSER app' },
  ],
});
