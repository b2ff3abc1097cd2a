import { curlRedirect } from '../../server/src/language/lint/rules/curl-redirect';
import { testRule } from '../support/testRule';

testRule(curlRedirect, {
  good: [
    'FROM a\nRUN curl -fsSL https://github.com/a/b/releases/download/v1/c.tgz | tar xz',
    'FROM a\nRUN curl --location -o x https://github.com/a/b/archive/v1.tar.gz',
    'FROM a\nRUN curl -fsSO https://a.example/b && curl -s https://api.github.com/repos/a/b/releases/latest',
    'FROM a\nRUN curl -sI https://github.com/a/b/releases/download/v1/c.tgz',
    'FROM a\nRUN curl -s https://raw.githubusercontent.com/a/b/main/c',
  ],
  bad: [
    {
      code: 'FROM a\nRUN «curl» -fsSO https://github.com/a/b/releases/download/v1/c.tgz',
      fixed: 'FROM a\nRUN curl -L -fsSO https://github.com/a/b/releases/download/v1/c.tgz',
      message: /github.com answers with a redirect/,
    },
    {
      code: 'FROM a\nRUN «curl» -o x "https://github.com/a/b/releases/download/v${V}/c.tgz"',
      fixed: 'FROM a\nRUN curl -L -o x "https://github.com/a/b/releases/download/v${V}/c.tgz"',
    },
    { code: 'FROM a\nRUN «curl» -s https://git.io/abc | sh', fixed: 'FROM a\nRUN curl -L -s https://git.io/abc | sh' },
  ],
});
