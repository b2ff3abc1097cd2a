import { windowsUnsupported } from '../../server/src/language/lint/rules/windows-unsupported';
import { testRule } from '../support/testRule';

const from = 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\n';

testRule(windowsUnsupported, {
  good: ['FROM alpine\nCOPY --chown=a --chmod=755 x y\nSTOPSIGNAL SIGTERM', `${from}COPY --link a b`],
  bad: [
    { code: `${from}COPY «--chown=a» x y`, message: /icacls/ },
    { code: `${from}ADD «--chmod=755» x y\n«STOPSIGNAL» SIGINT` },
  ],
});
