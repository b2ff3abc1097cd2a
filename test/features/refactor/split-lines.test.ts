import { testRefactoring } from '../../support/testRefactoring';

testRefactoring('split-lines', {
  does: [
    ['FROM a\n‸RUN a && b || c; d\n', 'FROM a\nRUN a \\\n    && b \\\n    || c; \\\n    d\n'],
    ['FROM a\n‸ENV A=1 B="x y"\n', 'FROM a\nENV A=1 \\\n    B="x y"\n'],
    ['FROM a\n‸LABEL a=1 \\\n    b=2 c=3\n', 'FROM a\nLABEL a=1 \\\n    b=2 \\\n    c=3\n'],
    ['FROM a\n‸COPY --chown=1 a b c/\n', 'FROM a\nCOPY --chown=1 \\\n    a \\\n    b \\\n    c/\n'],
    ['FROM a\n‸CMD ["a", "b"]', 'FROM a\nCMD ["a", \\\n    "b"]'],
    ['FROM a\n‸RUN apt-get install -y a b\n', 'FROM a\nRUN apt-get install -y \\\n    a \\\n    b\n'],
    ['FROM a\n‸RUN curl -f -o x y\n', 'FROM a\nRUN curl \\\n    -f \\\n    -o x y\n'],
    [
      'FROM a\n‸RUN --mount=type=cache,target=/x --network=none a\n',
      'FROM a\nRUN --mount=type=cache,target=/x \\\n    --network=none \\\n    a\n',
    ],
    ['# escape=`\nFROM a\n‸EXPOSE 80 81\n', '# escape=`\nFROM a\nEXPOSE 80 `\n    81\n'],
  ],
  refuses: [
    '‸FROM a\n',
    'FROM a\n‸RUN a\n',
    'FROM a\n‸ENV A=1\n',
    'FROM a\n‸ENV A b c\n',
    'FROM a\n‸COPY a b\n',
    'FROM a\n‸RUN a && \\\n    b\n',
    'FROM a\n‸EXPOSE 80\n',
    'FROM a\n‸CMD ["a"]\n',
    'FROM a\n‸RUN a # b && c\n',
  ],
});
