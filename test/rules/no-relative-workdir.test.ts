import { noRelativeWorkdir } from '../../server/src/language/lint/rules/no-relative-workdir';
import { testRule } from '../support/testRule';

testRule(noRelativeWorkdir, {
  good: [
    'FROM a:1\nWORKDIR rel',
    'FROM a:1\nWORKDIR /a\nWORKDIR /b\nWORKDIR $X\nWORKDIR "${Y}"',
    'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nWORKDIR C:\\a\nWORKDIR C:/b\nWORKDIR \\c',
  ],
  bad: [
    { code: 'FROM a:1\nWORKDIR /a\nWORKDIR «b»', fixed: 'FROM a:1\nWORKDIR /a\nWORKDIR /a/b', as: ['DL3000'] },
    {
      code: 'FROM a:1 AS x\nWORKDIR /a\nFROM x\nWORKDIR «../c»',
      fixed: 'FROM a:1 AS x\nWORKDIR /a\nFROM x\nWORKDIR /c',
    },
    { code: "FROM a:1\nWORKDIR /a\nWORKDIR «'b c'»\nWORKDIR «x/$Y»" },
  ],
});
