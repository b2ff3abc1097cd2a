import { noKillStopSignal } from '../../server/src/language/lint/rules/no-kill-stop-signal';
import { testRule } from '../support/testRule';

testRule(noKillStopSignal, {
  good: ['FROM a\nSTOPSIGNAL SIGQUIT', 'FROM a\nSTOPSIGNAL 15', 'FROM a\nSTOPSIGNAL $SIGNAL'],
  bad: [
    {
      code: 'FROM a\nSTOPSIGNAL «SIGKILL»',
      fixed: 'FROM a\nSTOPSIGNAL SIGTERM',
      message: /No process can handle SIGKILL/,
    },
    { code: 'FROM a\nSTOPSIGNAL «9»', fixed: 'FROM a\nSTOPSIGNAL SIGTERM' },
    { code: 'FROM a\nONBUILD STOPSIGNAL «stop»', fixed: 'FROM a\nONBUILD STOPSIGNAL SIGTERM', message: /only pauses/ },
  ],
});
