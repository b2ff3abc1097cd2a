import { testRefactoring } from '../../support/testRefactoring';

testRefactoring('shell-to-exec', {
  does: [
    ['FROM a\n‸CMD exec node server.js "a b"\n', 'FROM a\nCMD ["node", "server.js", "a b"]\n'],
    ["FROM a\nENTRYPOINT ‸nginx -g 'daemon off;'\n", 'FROM a\nENTRYPOINT ["nginx", "-g", "daemon off;"]\n'],
    ['FROM a\n‸RUN --network=none make all', 'FROM a\nRUN --network=none ["make", "all"]'],
    [
      'FROM a\n‸HEALTHCHECK --interval=5s CMD curl -f http://a/\n',
      'FROM a\nHEALTHCHECK --interval=5s CMD ["curl", "-f", "http://a/"]\n',
    ],
    ['FROM a\n‸CMD a \\\n    b\n', 'FROM a\nCMD ["a", "b"]\n'],
  ],
  refuses: [
    'FROM a\n‸CMD ["a"]\n',
    'FROM a\n‸CMD a && b\n',
    'FROM a\n‸CMD a $B\n',
    'FROM a\n‸CMD a *.txt\n',
    'FROM a\n‸CMD a > b\n',
    'FROM a\n‸CMD A=1 b\n',
    'FROM a\n‸RUN cd /x\n',
    'FROM a\n‸RUN echo "a\\tb"\n',
    'FROM a\n‸RUN ! a\n',
    'FROM a\n‸CMD a \\\n  # why\n  b\n',
    // its words would be arguments of the other
    'FROM a\nENTRYPOINT ["x"]\n‸CMD a\n',
    'FROM a AS x\nENTRYPOINT ["x"]\nFROM x\n‸CMD a\n',
    'FROM a\n‸ENTRYPOINT x\nCMD ["a"]\n',
    'FROM a\nSHELL ["/bin/bash", "-lc"]\n‸CMD a\n',
    'FROM a\nSHELL ["pwsh", "-c"]\n‸CMD a\n',
    'FROM a\n‸HEALTHCHECK NONE\n',
    'FROM a\n‸COPY a b\n',
  ],
});
