import { executableEntrypoint } from '../../server/src/language/lint/rules/executable-entrypoint';
import { testRule } from '../support/testRule';

testRule(executableEntrypoint, {
  good: [
    'FROM a\nCOPY --chmod=755 run.sh /\nENTRYPOINT ["/run.sh"]',
    'FROM a\nCOPY run.sh /\nRUN chmod +x /run.sh\nENTRYPOINT ["/run.sh"]',
    'FROM a\nCOPY run.sh /\nENTRYPOINT ["sh", "/run.sh"]',
    'FROM a\nCOPY run.sh /b/\nENTRYPOINT ["/run.sh"]',
    'FROM b AS a\nFROM c\nCOPY --from=a run.sh /\nENTRYPOINT ["/run.sh"]',
    'FROM a\nCOPY server /\nENTRYPOINT ["/server"]',
  ],
  bad: [
    {
      code: 'FROM a\nCOPY «run.sh» /\nENTRYPOINT ["/run.sh"]\nCMD ["x"]',
      fixed: 'FROM a\nCOPY --chmod=755 run.sh /\nENTRYPOINT ["/run.sh"]\nCMD ["x"]',
      message: /`\/run.sh` starts the container/,
    },
    {
      code: 'FROM a\nWORKDIR /w\nCOPY --chown=u «docker/entrypoint» .\nENTRYPOINT ["./entrypoint"]',
      fixed: 'FROM a\nWORKDIR /w\nCOPY --chmod=755 --chown=u docker/entrypoint .\nENTRYPOINT ["./entrypoint"]',
    },
  ],
});
