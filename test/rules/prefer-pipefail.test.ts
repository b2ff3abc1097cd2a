import { preferPipefail } from '../../server/src/language/lint/rules/prefer-pipefail';
import { testRule } from '../support/testRule';

testRule(preferPipefail, {
  good: [
    'FROM debian\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN a | b',
    'FROM debian AS x\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nFROM x\nRUN a | b',
    'FROM debian\nRUN bash -o pipefail -c "a | b"',
    'FROM debian\nSHELL ["/bin/bash", "-c"]\nRUN set -o pipefail && a | b',
    'FROM debian\nRUN a || b && echo "|"',
    'FROM debian\nRUN ["bash", "-o", "pipefail", "-c", "a | b"]',
    'FROM mcr.microsoft.com/windows/servercore\nSHELL ["powershell", "-Command"]\nRUN a | b',
    'FROM debian\nCMD a | b',
  ],
  bad: [
    {
      code: 'FROM debian\nRUN x\nRUN a «|» b | c\nRUN if d «|» e; then f; fi',
      fixed: 'FROM debian\nRUN x\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN a | b | c\nRUN if d | e; then f; fi',
      as: ['DL4006'],
    },
    {
      code: 'FROM alpine\nRUN x=$(a «|» b)',
      fixed: 'FROM alpine\nSHELL ["/bin/ash", "-eo", "pipefail", "-c"]\nRUN x=$(a | b)',
      as: ['DL4006'],
    },
    {
      code: 'FROM debian\nONBUILD RUN a «|» b',
      fixed: 'FROM debian\nONBUILD SHELL ["/bin/bash", "-o", "pipefail", "-c"]\nONBUILD RUN a | b',
      as: [],
    },
    { code: 'FROM debian\nRUN ["sh", "-c", "a «|» b"]', as: [] },
    { code: 'FROM debian\nSHELL ["/bin/bash", "-e", "-c"]\nRUN <<E\nfor i in a; do b; done «|» c\nE', as: ['DL4006'] },
  ],
});
