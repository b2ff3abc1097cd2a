import { noLeftoverDownload } from '../../server/src/language/lint/rules/no-leftover-download';
import { testRule } from '../support/testRule';

testRule(noLeftoverDownload, {
  good: [
    'FROM a\nRUN curl -fO https://b/c.tgz && tar xf c.tgz && rm c.tgz',
    'FROM a\nRUN curl -fsSL https://b/c.tgz | tar xz',
    'FROM a\nRUN wget -O /tmp/c.zip https://b && unzip /tmp/c.zip && rm -rf /tmp/*',
    'FROM a\nRUN curl -fo "c-$V.tgz" https://b && tar xf "c-$V.tgz" && rm "c-$V.tgz"',
    'FROM a\nRUN wget https://b/c.tgz && cp c.tgz /srv && tar tf c.tgz',
    'FROM a\nRUN wget https://b/c.tgz',
    'FROM a\nRUN --mount=type=tmpfs,target=/tmp wget -O /tmp/c.tgz https://b && tar xf /tmp/c.tgz',
    'FROM a AS build\nRUN wget https://b/c.tgz && tar xf c.tgz\nFROM a\nCOPY --from=build /d /d',
  ],
  bad: [
    { code: 'FROM a\nRUN curl -fSLO «https://b/c.tar.gz» && tar -xzf c.tar.gz', message: /`c.tar.gz`/ },
    { code: 'FROM a\nRUN wget -q -O «/tmp/c.zip» https://b && unzip /tmp/c.zip -d /opt' },
    { code: 'FROM a\nRUN curl -fO «https://b/c.asc» && gpg --verify c.asc d' },
  ],
});
