import { noInlineIgnore } from '../../server/src/language/lint/rules/no-inline-ignore';
import { testRule } from '../support/testRule';

testRule(noInlineIgnore, {
  good: [
    'FROM a:1\n# hadolint global ignore=DL3006\nRUN x',
    '# hadolint shell=bash\nFROM a:1',
    '# check=skip=all\nFROM a:1',
  ],
  bad: [
    { code: 'FROM a:1\n«# hadolint ignore=DL3003»\nRUN x', as: ['DL1001'] },
    { code: 'FROM a:1\n«# slipway ignore=no-cd»\nRUN x', as: [] },
    { code: '«# hadolint stage ignore=DL3003»\nFROM a:1\n«# check=skip=all»\nRUN x', as: [] },
  ],
});
