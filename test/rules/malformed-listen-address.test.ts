import { malformedListenAddress } from '../../server/src/language/lint/rules/malformed-listen-address';
import { testRule } from '../support/testRule';

testRule(malformedListenAddress, {
  good: [
    'FROM a\nCMD ["python3", "manage.py", "runserver", "0.0.0.0:8000"]',
    'FROM a\nCMD gunicorn -b 127.0.0.1:80 app',
    'FROM a\nCMD uvicorn --host :: app',
    // versions, ratios, times
    'FROM a\nRUN pip install x==0.0.0 && apt-get install y=0.1.2 && git clone -b 0.9 https://x/y',
    'FROM a\nRUN ffmpeg -aspect 2.35:1 && sleep 0.5',
    'FROM a\nRUN install 1.2.3:4',
    'FROM a\nENV VERSION=0.0.1 HOST=0.0.0.0 X_HOST=db',
  ],
  bad: [
    {
      code: 'FROM a\nCMD ["python3", "/code/manage.py", "runserver", "«0.0.0»:8000"]',
      fixed: 'FROM a\nCMD ["python3", "/code/manage.py", "runserver", "0.0.0.0:8000"]',
      as: [],
      message:
        '`0.0.0` has 3 numbers instead of four. It serves only by accident, where the C library reads it as `0.0.0.0`; other programs refuse it. For all interfaces write `0.0.0.0`.',
    },
    {
      code: 'FROM a\nENTRYPOINT gunicorn --bind="«0.0.0.0.0»:80" app',
      fixed: 'FROM a\nENTRYPOINT gunicorn --bind="0.0.0.0:80" app',
      message: /is no IPv4 address: it has 5 numbers/,
    },
    {
      code: 'FROM a\nCMD flask run -h «127.0»',
      fixed: 'FROM a\nCMD flask run -h 0.0.0.0',
      message: /reads it as `127\.0\.0\.0`/,
      choices: ['Write 0.0.0.0', 'Write 127.0.0.1'],
    },
    {
      code: 'FROM a\nCMD serve --listen «0.0.0.256»:80',
      fixed: 'FROM a\nCMD serve --listen 0.0.0.0:80',
      message: /up to 255/,
    },
    { code: 'FROM a\nCMD ["--host", "«0.0.0»"]', fixed: 'FROM a\nCMD ["--host", "0.0.0.0"]' },
    { code: 'FROM a\nCMD x -b«0.0.0»:80', fixed: 'FROM a\nCMD x -b0.0.0.0:80' },
    { code: 'FROM a\nRUN x & curl «127.0.0»:80', fixed: 'FROM a\nRUN x & curl 0.0.0.0:80' },
    { code: 'FROM a\nENV APP_HOST=«0.0.0» B=1', fixed: 'FROM a\nENV APP_HOST=0.0.0.0 B=1' },
    { code: 'FROM a\nENV BIND "«0.0.0»:80"', fixed: 'FROM a\nENV BIND "0.0.0.0:80"' },
    { code: 'FROM a\nONBUILD CMD x --host «0.0.0»', fixed: 'FROM a\nONBUILD CMD x --host 0.0.0.0' },
  ],
});
