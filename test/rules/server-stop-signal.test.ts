import { serverStopSignal } from '../../server/src/language/lint/rules/server-stop-signal';
import { testRule } from '../support/testRule';

testRule(serverStopSignal, {
  good: [
    'FROM nginx\nCMD ["nginx", "-g", "daemon off;"]',
    'FROM debian\nSTOPSIGNAL SIGQUIT\nCMD ["nginx", "-g", "daemon off;"]',
    'FROM debian AS a\nSTOPSIGNAL SIGQUIT\nFROM a\nCMD ["nginx", "-g", "daemon off;"]',
    'FROM debian\nCMD ["gunicorn", "app"]',
    'FROM debian\nCMD ["uwsgi", "--die-on-term"]',
    'FROM debian\nCMD ["/app/init"]',
    // what its makers set is not known
    'FROM example/web\nCMD ["nginx", "-g", "daemon off;"]',
  ],
  bad: [
    {
      code: 'FROM alpine\nRUN apk add nginx\nCMD ["«nginx»", "-g", "daemon off;"]',
      fixed: 'FROM alpine\nRUN apk add nginx\nSTOPSIGNAL SIGQUIT\nCMD ["nginx", "-g", "daemon off;"]',
      message: /on which nginx drops open connections.*`STOPSIGNAL SIGQUIT`/,
    },
    {
      code: 'FROM debian\nENTRYPOINT ["tini", "--"]\nCMD ["«/usr/sbin/apache2ctl»", "-D", "FOREGROUND"]',
      fixed:
        'FROM debian\nENTRYPOINT ["tini", "--"]\nSTOPSIGNAL SIGWINCH\nCMD ["/usr/sbin/apache2ctl", "-D", "FOREGROUND"]',
    },
    { code: 'FROM ubuntu\nCMD ["«/sbin/init»"]', fixed: 'FROM ubuntu\nSTOPSIGNAL SIGRTMIN+3\nCMD ["/sbin/init"]' },
    { code: 'FROM debian\nCMD «php-fpm8.2» -F', fixed: 'FROM debian\nSTOPSIGNAL SIGQUIT\nCMD php-fpm8.2 -F' },
  ],
});
