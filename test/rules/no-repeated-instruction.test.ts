import { noRepeatedInstruction } from '../../server/src/language/lint/rules/no-repeated-instruction';
import { testRule } from '../support/testRule';

testRule(noRepeatedInstruction, {
  good: ['FROM a\nCMD ["b"]\nFROM c\nCMD ["d"]', 'FROM a\nENTRYPOINT ["b"]\nCMD ["c"]\nHEALTHCHECK NONE'],
  bad: [
    {
      code: 'FROM a\n«CMD» ["b"]\n«CMD» ["c"]',
      fixed: 'FROM a\nCMD ["c"]',
      as: ['MultipleInstructionsDisallowed'],
    },
    {
      code: 'FROM a\n«ENTRYPOINT» ["b"]\n«ENTRYPOINT» ["c"]\n«ENTRYPOINT» ["d"]\nCMD ["e"]',
      fixed: 'FROM a\nENTRYPOINT ["d"]\nCMD ["e"]',
    },
    {
      code: 'FROM a\n  «healthcheck» \\\n  cmd b\nRUN c\n«HEALTHCHECK» NONE',
      fixed: 'FROM a\nRUN c\nHEALTHCHECK NONE',
    },
  ],
});
