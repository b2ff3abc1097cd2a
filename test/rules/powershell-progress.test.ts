import { powershellProgress } from '../../server/src/language/lint/rules/powershell-progress';
import { testRule } from '../support/testRule';

const from = '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2022\n';

testRule(powershellProgress, {
  good: [
    `${from}SHELL ["powershell", "-Command", "$ProgressPreference = 'SilentlyContinue';"]\nRUN Invoke-WebRequest x -OutFile y`,
    `${from}RUN powershell -Command "$ProgressPreference = 'SilentlyContinue'; iwr x -OutFile y"`,
    `${from}SHELL ["pwsh", "-Command"]\nRUN Invoke-WebRequest x -OutFile y`,
    `${from}RUN curl -o y x`,
  ],
  bad: [
    {
      code: `${from}SHELL ["powershell", "-Command"]\nRUN «Invoke-WebRequest» x -OutFile y`,
      message: /SilentlyContinue/,
    },
    { code: `${from}RUN powershell -Command «iwr» x -OutFile y` },
  ],
});
