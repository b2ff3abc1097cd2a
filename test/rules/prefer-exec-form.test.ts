import { preferExecForm } from '../../server/src/language/lint/rules/prefer-exec-form';
import { testRule } from '../support/testRule';

testRule(preferExecForm, {
  good: ['FROM a\nCMD ["b"]', 'FROM a\nENTRYPOINT ["b", "c"]', 'FROM a\nRUN b'],
  bad: [
    {
      code: 'FROM a\nCMD «node server.js»',
      fixed: 'FROM a\nCMD ["node", "server.js"]',
      as: ['JSONArgsRecommended', 'DL3025'],
    },
    { code: 'FROM a\nENTRYPOINT «exec top "-b c"»', fixed: 'FROM a\nENTRYPOINT ["top", "-b c"]' },
    { code: 'FROM a\nCMD «echo $HOME»' },
    { code: 'FROM a\nCMD «a && b»' },
    { code: 'FROM a\nCMD «ls *.txt»' },
    {
      code: 'FROM a\nSHELL ["/bin/bash", "-c"]\nCMD «b»',
      fixed: 'FROM a\nSHELL ["/bin/bash", "-c"]\nCMD ["b"]',
      as: ['DL3025'],
    },
    { code: 'FROM a\nONBUILD CMD «b»', fixed: 'FROM a\nONBUILD CMD ["b"]' },
  ],
});
