import { powershellErrorAction } from '../../server/src/language/lint/rules/powershell-error-action';
import { testRule } from '../support/testRule';

const from = '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2022\n';

testRule(powershellErrorAction, {
  good: [
    `${from}SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop';"]\nRUN Get-A; Get-B`,
    `${from}SHELL ["powershell", "-Command"]\nRUN a`,
    `${from}SHELL ["powershell", "-Command"]\nRUN $ErrorActionPreference = 'Stop'; Get-A; Get-B`,
    `${from}RUN powershell -Command "Invoke-X -ErrorAction Stop; b"`,
    `${from}RUN a & b`,
    `${from}RUN powershell setx /M PATH '$env:PATH;C:\\x;$env:Y'`,
    'FROM alpine\nRUN a; b',
  ],
  bad: [
    {
      code: `${from}SHELL ["powershell", "-Command"]\n«RUN» Invoke-WebRequest x -OutFile y; \`\n    Start-Process y`,
      fixed: `${from}SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop';"]\nRUN Invoke-WebRequest x -OutFile y; \`\n    Start-Process y`,
      message: /does not stop the script/,
    },
    { code: `${from}«RUN» powershell -NoProfile -Command "Invoke-WebRequest x -OutFile y; Start-Process y"` },
    { code: `${from}«RUN» ["pwsh", "-Command", "Get-A; Get-B"]` },
    { code: 'FROM mcr.microsoft.com/powershell\nSHELL ["pwsh", "-NoLogo"]\n«RUN» Get-A; $b = 1\nRUN Get-C; Get-D' },
  ],
});
