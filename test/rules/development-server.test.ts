import { developmentServer } from '../../server/src/language/lint/rules/development-server';
import { testRule } from '../support/testRule';

testRule(developmentServer, {
  good: [
    'FROM a\nCMD ["gunicorn", "app.wsgi"]',
    'FROM a\nCMD ["python", "manage.py", "migrate"]',
    'FROM a\nCMD python -m myapp runserver',
    'FROM a\nRUN python manage.py runserver',
    'FROM a\nENV RAILS_ENV=production\nCMD ["rails", "server"]',
    'FROM a\nARG E=production\nENV RAILS_ENV=$E\nCMD ["bin/rails", "s"]',
    'FROM a\nCMD rails s -e production',
    'FROM a\nCMD ["npm", "start"]',
    'FROM a\nCMD ["npm", "run", "start:prod"]',
    'FROM a\nCMD ["npx", "vite", "build"]',
    'FROM a\nCMD ["next", "start"]',
    'FROM a\nCMD php-fpm -F',
    'FROM a AS dev\nCMD ["npm", "run", "dev"]\nFROM a\nCMD ["node", "."]',
    { code: 'FROM a\nCMD flask run', around: { fileName: 'Dockerfile.dev' } },
    'FROM a\nSHELL ["powershell"]\nCMD flask run',
    // replaced by a later one
    'FROM a\nCMD flask run\nCMD gunicorn x',
  ],
  bad: [
    {
      code: 'FROM a\nCMD ["python3", "«/code/manage.py", "runserver»", "0.0.0.0:8000"]',
      as: [],
      message:
        'Django runserver is made for development, not to serve users: it is slow and not hardened. Use Gunicorn or Uvicorn in an image that is deployed.',
    },
    { code: 'FROM a\nENTRYPOINT ["python", "«manage.py"]\nCMD ["runserver»"]', message: /Django/ },
    { code: 'FROM a\nCMD python manage.py migrate && python «manage.py runserver» 0.0.0.0:8000' },
    { code: 'FROM a\nCMD ["sh", "-c", "poetry run python -m «flask run» --host 0.0.0.0"]', message: /^flask run is/ },
    { code: 'FROM a\nENTRYPOINT ["/entrypoint.sh"]\nCMD ["«flask", "--app", "x", "run»"]' },
    { code: 'FROM a\nCMD «php» -S 0.0.0.0:80', message: /^php -S is/ },
    { code: 'FROM a\nCMD php «artisan serve»' },
    { code: 'FROM a\nCMD bundle exec «rails s» -b 0.0.0.0', message: /RAILS_ENV=production/ },
    { code: 'FROM a\nCMD ["«npm", "run", "dev»"]', message: /^npm run dev is/ },
    { code: 'FROM a\nCMD ["«yarn", "start:dev»"]' },
    { code: 'FROM a\nCMD ["npx", "«vite»"]' },
    {
      code: 'FROM a\nCMD ["node", "«node_modules/.bin/ng", "serve»"]',
    },
    { code: 'FROM a\nCMD ["«uvicorn»", "--reload", "x:y"]', message: /^uvicorn --reload is/ },
    { code: 'FROM a\nCMD «nodemon» app.js' },
    { code: 'FROM a AS b\nENTRYPOINT ["python", "-m"]\nFROM b\nCMD ["«http.server»", "80"]' },
  ],
});
