import { noSystemWorkdir } from '../../server/src/language/lint/rules/no-system-workdir';
import { testRule } from '../support/testRule';

testRule(noSystemWorkdir, {
  good: ['FROM a\nWORKDIR /app', 'FROM a\nWORKDIR /development', 'FROM a\nWORKDIR /srv/dev/', 'FROM a\nWORKDIR $D'],
  bad: [
    { code: 'FROM a\nWORKDIR «/proc/self/fd/1»', message: /mounts \/proc anew/ },
    { code: 'FROM a\nWORKDIR «"/sys"»\nONBUILD WORKDIR «/dev/shm/x»' },
  ],
});
