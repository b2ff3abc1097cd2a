import { noMkdirBeforeWorkdir } from '../../server/src/language/lint/rules/no-mkdir-before-workdir';
import { testRule } from '../support/testRule';

testRule(noMkdirBeforeWorkdir, {
  good: [
    'FROM a\nWORKDIR /code',
    'FROM a\nRUN mkdir /data\nWORKDIR /code',
    // used before WORKDIR
    'FROM a\nRUN mkdir /code && chown app /code\nWORKDIR /code',
    'FROM a\nRUN mkdir /code\nRUN chmod 700 /code\nWORKDIR /code',
    // made in another way than WORKDIR would
    'FROM a\nRUN mkdir /code\nCOPY x /code\nWORKDIR /code',
    'FROM a\nRUN mkdir -m 700 /code\nWORKDIR /code',
    'FROM a\nRUN umask 077 && mkdir /code\nWORKDIR /code',
    'FROM a\nUSER app\nRUN mkdir /code\nWORKDIR /code',
    'FROM a\nRUN mkdir /code\nUSER app\nWORKDIR /code',
    'FROM a\nRUN su-exec app mkdir /code\nWORKDIR /code',
    // perhaps not made at all
    'FROM a\nRUN if x; then mkdir /code; fi\nWORKDIR /code',
    'FROM a\nRUN test -d /code || mkdir /code\nWORKDIR /code',
    'FROM a\nRUN mkdir /code\nFROM b\nWORKDIR /code',
    'FROM a\nRUN cd /x && mkdir code\nWORKDIR code',
    'FROM a\nRUN mkdir "$X"\nWORKDIR $X',
    'FROM a\nWORKDIR /code\nRUN mkdir /code/x',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nRUN mkdir C:\\code\nWORKDIR C:\\code',
  ],
  bad: [
    {
      code: 'FROM a\n\nRUN «mkdir /code»\n\nWORKDIR /code\n',
      fixed: 'FROM a\n\nWORKDIR /code\n',
      as: [],
      message: '`WORKDIR /code` below makes this folder, with its parents. The mkdir is not needed.',
    },
    {
      code: 'FROM a\nRUN «mkdir -p /usr/src/app/»\nCOPY x /y\nWORKDIR /usr/src/app',
      fixed: 'FROM a\nCOPY x /y\nWORKDIR /usr/src/app',
    },
    { code: 'FROM a\nUSER root\nRUN ["«mkdir", "/code»"]\nWORKDIR /code', fixed: 'FROM a\nUSER root\nWORKDIR /code' },
    { code: 'FROM a\nWORKDIR /srv\nRUN «mkdir code»\nWORKDIR code', fixed: 'FROM a\nWORKDIR /srv\nWORKDIR code' },
    { code: 'FROM a\nRUN «mkdir /code» && make\nWORKDIR /code', fixed: 'FROM a\nRUN make\nWORKDIR /code' },
    {
      code: 'FROM a\nRUN x && \\\n    «mkdir /code» && \\\n    make\nWORKDIR /code',
      fixed: 'FROM a\nRUN x && \\\n    make\nWORKDIR /code',
    },
    {
      code: 'FROM a\nRUN x \\\n && «mkdir /code»\nWORKDIR /code',
      fixed: 'FROM a\nRUN x\nWORKDIR /code',
    },
    { code: 'FROM a\nRUN x; «mkdir /code»\nWORKDIR /code', fixed: 'FROM a\nRUN x\nWORKDIR /code' },
    { code: 'FROM a\nRUN x && \\\n# why\n  «mkdir /code»\nWORKDIR /code' },
    { code: 'FROM a\nRUN mkdir -p «/code» /data\nWORKDIR /code', fixed: 'FROM a\nRUN mkdir -p /data\nWORKDIR /code' },
    {
      code: 'FROM a\nRUN «mkdir /a1» && «mkdir /b2»\nWORKDIR /a1\nWORKDIR /b2',
      fixed: 'FROM a\nWORKDIR /a1\nWORKDIR /b2',
    },
    { code: 'FROM a\nRUN <<E\n«mkdir /code»\nE\nWORKDIR /code', fixed: 'FROM a\nWORKDIR /code' },
    { code: 'FROM a\nRUN <<E\nx\n«mkdir /code»\nE\nWORKDIR /code' },
  ],
});
