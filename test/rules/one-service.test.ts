import { oneService } from '../../server/src/language/lint/rules/one-service';
import { testRule } from '../support/testRule';

testRule(oneService, {
  good: [
    'FROM a\nCMD ["nginx", "-g", "daemon off;"]',
    'FROM a\nCMD migrate && gunicorn app',
    'FROM a\nCMD sleep 5 & nginx -g "daemon off;"',
    'FROM a\nCMD tail -f /x & exec node .',
    'FROM a\nCMD service nginx start && tail -f /var/log/nginx/access.log',
    'FROM a\nRUN service mysql start && service redis start',
    'FROM a\nCMD worker & wait',
    'FROM a\nCMD php-fpm -t && nginx -g "daemon off;"',
  ],
  bad: [
    {
      code: 'FROM a\nCMD «service php7.4-fpm start» && nginx -g "daemon off;"',
      as: [],
      message:
        'Several services start here: php7.4-fpm, nginx. Docker watches only the main process: when another one dies, nobody restarts it. Give each its own container.',
    },
    {
      code: 'FROM a\nCMD ["bash", "-c", "«redis-server» & python manage.py runserver"]',
      message: /Redis, Django runserver/,
    },
    { code: 'FROM a\nCMD «cron» && gunicorn app', message: /cron, Gunicorn/ },
    { code: 'FROM a\nENTRYPOINT «a» & b & wait', message: /: a, b\./ },
    { code: 'FROM a\nCMD «service a start»; service b start; bash' },
    { code: 'FROM a\nCMD ["«supervisord", "-n»"]', message: /^supervisord keeps several/ },
  ],
});
