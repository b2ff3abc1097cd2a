import { logToStdout } from '../../server/src/language/lint/rules/log-to-stdout';
import { testRule } from '../support/testRule';

testRule(logToStdout, {
  good: [
    'FROM a\nCMD app',
    'FROM a\nCMD app > /dev/stdout 2>&1',
    'FROM a\nCMD app >> /proc/1/fd/1',
    'FROM a\nCMD python make.py > /out/result.csv',
    'FROM a\nCMD gunicorn --access-logfile - app',
    'FROM a\nCMD app < /var/log/in.log',
    'FROM a\nRUN build > /tmp/build.log',
    // shown all the same
    'FROM a\nCMD app >> /var/log/app.log & tail -f /var/log/app.log',
    'FROM a\nCMD app | tee /var/log/app.log',
    'FROM a\nRUN ln -sf /dev/stdout /var/log/app.log\nCMD app >> /var/log/app.log',
    'FROM a\nCMD setup > /var/log/setup.log && app',
  ],
  bad: [
    {
      code: 'FROM a\nCMD app «>> /var/log/app.log» 2>&1',
      fixed: 'FROM a\nCMD app',
      as: [],
      message: /^`docker logs` shows only .* `\/var\/log\/app\.log` is seen by nobody/,
    },
    { code: 'FROM a\nCMD ["sh", "-c", "exec app «> /app/app.log»"]', fixed: 'FROM a\nCMD ["sh", "-c", "exec app"]' },
    { code: 'FROM a\nCMD nohup app «&> nohup.out»', fixed: 'FROM a\nCMD nohup app' },
    {
      code: 'FROM a\nCMD ["gunicorn", "--access-logfile", "«/var/log/x.log»", "app"]',
      fixed: 'FROM a\nCMD ["gunicorn", "--access-logfile", "-", "app"]',
    },
    { code: 'FROM a\nCMD mongod «--logpath=/var/log/m.log»', fixed: 'FROM a\nCMD mongod --logpath=/dev/stdout' },
    { code: 'FROM a\nCMD worker «> /var/log/w.log» & app', fixed: 'FROM a\nCMD worker & app' },
    {
      code: 'FROM a\nENTRYPOINT ["gunicorn"]\nCMD ["--log-file", "«/logs/x»", "app"]',
      fixed: 'FROM a\nENTRYPOINT ["gunicorn"]\nCMD ["--log-file", "-", "app"]',
    },
  ],
});
