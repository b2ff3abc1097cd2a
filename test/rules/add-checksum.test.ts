import { addChecksum } from '../../server/src/language/lint/rules/add-checksum';
import { testRule } from '../support/testRule';

testRule(addChecksum, {
  good: [
    `FROM a\nADD --checksum=sha256:${'0'.repeat(64)} https://b.example/c.tgz /`,
    'FROM a\nADD c.tgz /\nCOPY https /x',
    'FROM a\nADD https://github.com/a/b.git#0123456 /b',
    'FROM a\nADD https://b.example/c.tgz /\nRUN echo "abc  /c.tgz" | sha256sum -c',
  ],
  bad: [
    { code: 'FROM a\nADD «https://b.example/c.tgz» /', message: /--checksum=sha256/ },
    {
      code: 'FROM a\nADD «"https://b.example/c"» http://b.example/d /x/\nADD https://b.example/e /',
      message: /2 more below/,
    },
    { code: 'FROM a\nRUN sha256sum -c x\nADD «https://b.example/c.tgz» /' },
  ],
});
