import { testRefactoring } from '../../support/testRefactoring';

testRefactoring('join-lines', {
  does: [
    ['FROM a\n‸RUN a \\\n    && b\\\n    -c\n', 'FROM a\nRUN a && b -c\n'],
    ['FROM a\nENV A=1 \\\n\n    ‸B=2\n', 'FROM a\nENV A=1 B=2\n'],
    ['FROM a\n‸RUN a \\\n  # why\n  b\n', 'FROM a\n# why\nRUN a b\n'],
    ['FROM a\n‸CMD [ \\\n  "a", \\\n  "b"]\n', 'FROM a\nCMD [ "a", "b"]\n'],
    // a word in two pieces
    ['FROM a\n‸RUN ab\\\ncd\n', 'FROM a\nRUN abcd\n'],
    ['FROM a\n‸COPY a \\\n  <<E b/\nx \\\ny\nE\n', 'FROM a\nCOPY a <<E b/\nx \\\ny\nE\n'],
    [
      '# escape=`\nFROM a\nSHELL ["/bin/sh", "-c"]\n‸RUN a `\n  b',
      '# escape=`\nFROM a\nSHELL ["/bin/sh", "-c"]\nRUN a b',
    ],
  ],
  refuses: [
    'FROM a\n‸RUN a b\n',
    // blanks in a string count
    'FROM a\n‸RUN echo "a \\\n    b"\n',
    'FROM a\n‸ENV A="x \\\n   y"\n',
    'FROM a\n‸RUN a \\\n  # hadolint ignore=DL3008\n  b\n',
    '‸FROM \\\n  # syntax=x\n  a\n',
  ],
});
