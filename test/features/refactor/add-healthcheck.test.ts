import { testRefactoring } from '../../support/testRefactoring';

const python = (url: string) =>
  `HEALTHCHECK CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('${url}', timeout=3)"]`;

testRefactoring('add-healthcheck', {
  does: [
    [
      'FROM python:3.12\nRUN a\n‸CMD ["flask", "run", "--host", "0.0.0.0"]\n',
      `FROM python:3.12\nRUN a\n${python('http://127.0.0.1:5000/')}\nCMD ["flask", "run", "--host", "0.0.0.0"]\n`,
      'Add a HEALTHCHECK for flask run',
    ],
    [
      'FROM python:3.12\nEXPOSE ‸8080\nCMD ["gunicorn", "a:b"]\n',
      `FROM python:3.12\n${python('http://127.0.0.1:8080/')}\nEXPOSE 8080\nCMD ["gunicorn", "a:b"]\n`,
    ],
    [
      'FROM python:3.12\nEXPOSE 80\n‸CMD gunicorn -b 0.0.0.0:9000 a:b',
      `FROM python:3.12\n${python('http://127.0.0.1:9000/')}\nEXPOSE 80\nCMD gunicorn -b 0.0.0.0:9000 a:b`,
    ],
    [
      'FROM alpine\n‸CMD ["uvicorn", "a:b"]\n',
      'FROM alpine\nHEALTHCHECK CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8000/"]\nCMD ["uvicorn", "a:b"]\n',
    ],
    [
      'FROM debian\nRUN apt-get install -y curl\n‸CMD ["streamlit", "run", "a.py"]\n',
      'FROM debian\nRUN apt-get install -y curl\nHEALTHCHECK CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8501/_stcore/health"]\nCMD ["streamlit", "run", "a.py"]\n',
    ],
    [
      'FROM redis\n‸CMD ["redis-server"]\n',
      'FROM redis\nHEALTHCHECK CMD ["redis-cli", "ping"]\nCMD ["redis-server"]\n',
    ],
  ],
  refuses: [
    'FROM python:3.12\nHEALTHCHECK NONE\n‸CMD ["flask", "run"]\n',
    'FROM python:3.12\n‸CMD ["python", "a.py"]\n',
    'FROM alpine\nEXPOSE 11211\n‸CMD ["memcached"]\n',
    // there is nothing to ask with
    'FROM debian\n‸CMD ["flask", "run"]\n',
    'FROM python:3.12\nEXPOSE 80 81\n‸CMD ["flask", "run"]\n',
    'FROM python:3.12\n‸CMD ["flask", "run"]\nFROM a\n',
  ],
});
