import { windowsPath } from '../../server/src/language/lint/rules/windows-path';
import { testRule } from '../support/testRule';

const from = 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\n';

testRule(windowsPath, {
  good: [
    `# escape=\`\n${from}WORKDIR C:\\app\nCOPY a C:\\b\\\nRUN dir`,
    `${from}WORKDIR C:\\\\app\nCOPY a C:/b/\nENV A="C:\\x"`,
    `${from}RUN dir C:\\app \\\n && x`,
    `${from}COPY ["a", "C:\\\\b"]`,
    'FROM alpine\nWORKDIR a\\b',
  ],
  bad: [
    {
      code: `${from}WORKDIR «C:\\app\\bin»\nRUN x`,
      fixed: `${from}WORKDIR C:/app/bin\nRUN x`,
      message: /the builder reads `C:appbin`/,
    },
    { code: `${from}COPY a «.\\b\\c»`, fixed: `${from}COPY a ./b/c` },
    { code: `${from}ENV A=«C:\\tools»`, fixed: `${from}ENV A=C:/tools` },
    {
      code: `${from}COPY a C:\\b«\\»\nRUN dir`,
      fixed: `${from}COPY a C:/b/\nRUN dir`,
      message: /joins it with the next one/,
    },
  ],
});
