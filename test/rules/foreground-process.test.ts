import { foregroundProcess } from '../../server/src/language/lint/rules/foreground-process';
import { testRule } from '../support/testRule';

testRule(foregroundProcess, {
  good: [
    'FROM nginx\nCMD ["nginx", "-g", "daemon off;"]',
    'FROM a\nCMD nginx -g "daemon off;"',
    'FROM a\nENTRYPOINT ["nginx"]\nCMD ["-g", "daemon off;"]',
    'FROM a\nRUN echo "daemon off;" >> /etc/nginx/nginx.conf\nCMD nginx',
    'FROM a\nCOPY nginx.conf /etc/nginx/nginx.conf\nCMD ["nginx"]',
    'FROM a\nCMD nginx $OPTIONS',
    'FROM a\nCMD service nginx start && tail -f /var/log/nginx/access.log',
    'FROM a\nCMD app & wait',
    'FROM a\nCMD apachectl -D FOREGROUND',
    'FROM httpd\nCMD ["httpd", "-DFOREGROUND"]',
    'FROM php:8-fpm\nCMD ["php-fpm"]',
    'FROM a\nCMD php-fpm8.2 -F',
    'FROM a\nCOPY supervisord.conf /etc/\nCMD supervisord',
    'FROM a\nCMD supervisord -n',
    'FROM a\nCMD ["/usr/sbin/sshd", "-De"]',
    'FROM a\nCMD redis-server --daemonize no',
    'FROM a\nCMD catalina.sh run',
    'FROM a\nCMD pm2-runtime app.js',
    'FROM a\nCMD pm2 start app.js && pm2 logs',
    'FROM a\nCMD ["/usr/sbin/init"]',
    'FROM a\nRUN service mysql start && mysql -e "create database x"',
    'FROM a\nRUN service mysql start',
    'FROM a\nRUN x & sleep 5 && kill %1',
    'FROM a\nRUN nginx -t && systemctl enable nginx',
    // replaced
    'FROM a\nCMD nginx\nCMD ["nginx", "-g", "daemon off;"]',
  ],
  bad: [
    {
      code: 'FROM a\nCMD ["«nginx»"]',
      fixed: 'FROM a\nCMD ["nginx", "-g", "daemon off;"]',
      as: [],
      message:
        'nginx goes to the background here, and a container ends with its main process. Keep it in the foreground: `nginx -g "daemon off;"`.',
    },
    { code: 'FROM a\nCMD «nginx»', fixed: "FROM a\nCMD nginx -g 'daemon off;'" },
    {
      code: 'FROM a\nCMD start && exec «/usr/sbin/nginx»',
      fixed: "FROM a\nCMD start && exec /usr/sbin/nginx -g 'daemon off;'",
    },
    {
      code: 'FROM a\nCMD ["sh", "-c", "x && «nginx -g \'daemon on;\'»"]',
      fixed: 'FROM a\nCMD ["sh", "-c", "x && nginx -g \'daemon off;\'"]',
    },
    {
      code: 'FROM a\nCMD «service nginx start»',
      fixed: 'FROM a\nCMD ["nginx", "-g", "daemon off;"]',
      message: /returns as soon as nginx/,
    },
    {
      code: 'FROM a\nENTRYPOINT ["«/etc/init.d/ssh", "start»"]',
      fixed: 'FROM a\nENTRYPOINT ["/usr/sbin/sshd", "-D", "-e"]',
    },
    { code: 'FROM a\nCMD x && «systemctl start foo»', message: /Start the server itself in the foreground\.$/ },
    { code: 'FROM a\nCMD «node app.js» &', fixed: 'FROM a\nCMD node app.js', message: /^`&` sends/ },
    { code: 'FROM a\nCMD ["sh", "-c", "«node app.js» &"]', fixed: 'FROM a\nCMD ["sh", "-c", "node app.js"]' },
    { code: 'FROM a\nCMD a; «b» &', fixed: 'FROM a\nCMD a; b' },
    { code: 'FROM a\nCMD «gunicorn -D app»', fixed: 'FROM a\nCMD gunicorn app' },
    { code: 'FROM a\nCMD ["«redis-server", "--daemonize", "yes»"]', fixed: 'FROM a\nCMD ["redis-server"]' },
    { code: 'FROM a\nCMD «apachectl -k start»', fixed: 'FROM a\nCMD apachectl -D FOREGROUND' },
    {
      code: 'FROM a\nCMD ["«/opt/tomcat/bin/catalina.sh", "start»"]',
      fixed: 'FROM a\nCMD ["/opt/tomcat/bin/catalina.sh", "run"]',
    },
    { code: 'FROM a\nCMD ["«pm2", "start", "app.js»"]', fixed: 'FROM a\nCMD ["pm2-runtime", "start", "app.js"]' },
    { code: 'FROM a\nCMD «cron -L 15»', fixed: 'FROM a\nCMD cron -L 15 -f' },
    { code: 'FROM a\nCMD «/usr/sbin/php-fpm8.2 -R»', fixed: 'FROM a\nCMD /usr/sbin/php-fpm8.2 -R -F' },
    { code: 'FROM a\nCMD ["«apache2»"]', fixed: 'FROM a\nCMD ["apache2ctl", "-D", "FOREGROUND"]' },
    { code: 'FROM a\nCMD «mongod --fork --logpath /x»', fixed: 'FROM a\nCMD mongod --logpath /x' },
    {
      code: 'FROM a\nENTRYPOINT ["«/usr/sbin/sshd"]\nCMD ["-p", "22»"]',
      fixed: 'FROM a\nENTRYPOINT ["/usr/sbin/sshd"]\nCMD ["-p", "22", "-D"]',
    },
    { code: 'FROM a\nCMD «pg_ctl start -D /x»' },
    { code: 'FROM a\nRUN apt-get update && «/etc/init.d/mysql start»', message: /^What is started in RUN ends/ },
    { code: 'FROM a\nRUN «Xvfb :99» &' },
    { code: 'FROM a\nRUN x && \\\n  «/usr/sbin/sshd»' },
  ],
});
