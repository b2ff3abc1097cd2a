import { loopbackListen } from '../../server/src/language/lint/rules/loopback-listen';
import { testRule } from '../support/testRule';

const exposed = 'FROM a\nEXPOSE 80\n';

testRule(loopbackListen, {
  good: [
    // nothing is EXPOSEd
    'FROM a\nCMD gunicorn -b 127.0.0.1:80 app',
    'FROM a\nEXPOSE 80\nFROM a\nCMD gunicorn -b 127.0.0.1:80 app',
    `${exposed}CMD ["gunicorn", "-b", "0.0.0.0:80", "app"]`,
    `${exposed}CMD gunicorn -c conf.py app`,
    `${exposed}COPY gunicorn.conf.py .\nCMD gunicorn app`,
    `${exposed}CMD gunicorn $ARGS`,
    `${exposed}ENV PORT=80\nCMD gunicorn app`,
    `${exposed}ENV GUNICORN_CMD_ARGS=--bind=0.0.0.0\nCMD gunicorn app`,
    `${exposed}CMD uvicorn app:app --uds /run/x`,
    `${exposed}CMD python manage.py runserver 0.0.0.0:80`,
    `${exposed}CMD python manage.py runserver [::]:80`,
    `${exposed}ENV RAILS_ENV=production\nCMD rails server`,
    `${exposed}ENV FLASK_RUN_HOST=0.0.0.0\nCMD flask run`,
    // a client
    `${exposed}CMD ["exporter", "--host", "localhost"]`,
    `${exposed}CMD vite --host`,
    `${exposed}ENV HOST=localhost\nCMD ["java", "-jar", "x.jar"]`,
    `${exposed}HEALTHCHECK CMD curl http://localhost:80\nCMD node .`,
  ],
  bad: [
    {
      code: `${exposed}CMD ["gunicorn", "--bind", "«127.0.0.1»:80", "app"]`,
      fixed: `${exposed}CMD ["gunicorn", "--bind", "0.0.0.0:80", "app"]`,
      as: [],
      message:
        '`127.0.0.1` is the container itself: nothing outside reaches the EXPOSEd port, not even with `-p`. Listen on `0.0.0.0`.',
    },
    { code: `${exposed}CMD php -S «localhost»:80 -t x`, fixed: `${exposed}CMD php -S 0.0.0.0:80 -t x` },
    { code: `${exposed}CMD uvicorn x --host='«localhost»'`, fixed: `${exposed}CMD uvicorn x --host='0.0.0.0'` },
    {
      code: `${exposed}CMD python manage.py runserver «[::1]»:80`,
      fixed: `${exposed}CMD python manage.py runserver [::]:80`,
    },
    { code: `${exposed}CMD app --listen-address=«127.0.0.1»:9`, fixed: `${exposed}CMD app --listen-address=0.0.0.0:9` },
    {
      code: `${exposed}CMD ["dotnet", "x.dll", "--urls", "http://«localhost»:5000"]`,
      fixed: `${exposed}CMD ["dotnet", "x.dll", "--urls", "http://0.0.0.0:5000"]`,
    },
    {
      code: `${exposed}CMD ["python", "«manage.py", "runserver»"]`,
      fixed: `${exposed}CMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]`,
      message: /^Untold, Django runserver listens on the container's own loopback/,
    },
    {
      code: `${exposed}CMD python «manage.py runserver» 80`,
      fixed: `${exposed}CMD python manage.py runserver 0.0.0.0:80`,
    },
    { code: `${exposed}CMD «gunicorn» app`, fixed: `${exposed}CMD gunicorn --bind 0.0.0.0:8000 app` },
    {
      code: `${exposed}CMD ["sh", "-c", "exec «uvicorn» app"]`,
      fixed: `${exposed}CMD ["sh", "-c", "exec uvicorn --host 0.0.0.0 app"]`,
    },
    {
      code: `${exposed}ENTRYPOINT ["«gunicorn»"]\nCMD ["app"]`,
      fixed: `${exposed}ENTRYPOINT ["gunicorn", "--bind", "0.0.0.0:8000"]\nCMD ["app"]`,
    },
    { code: `${exposed}CMD «flask run»`, fixed: `${exposed}CMD flask run --host 0.0.0.0` },
    { code: `${exposed}CMD bundle exec «rails s»`, fixed: `${exposed}CMD bundle exec rails s -b 0.0.0.0` },
    {
      code: `FROM a AS b\nEXPOSE 80\nFROM b\nCMD «hugo server»`,
      fixed: `FROM a AS b\nEXPOSE 80\nFROM b\nCMD hugo server --bind 0.0.0.0`,
    },
    {
      code: `${exposed}ENV A=b HOST=«localhost»\nCMD ["node", "."]`,
      fixed: `${exposed}ENV A=b HOST=0.0.0.0\nCMD ["node", "."]`,
    },
    {
      code: `${exposed}ENV ASPNETCORE_URLS "http://«localhost»:80"\nCMD ["dotnet", "x.dll"]`,
      fixed: `${exposed}ENV ASPNETCORE_URLS "http://0.0.0.0:80"\nCMD ["dotnet", "x.dll"]`,
    },
  ],
});
