import { testRefactoring } from '../../support/testRefactoring';

testRefactoring('exec-to-shell', {
  does: [
    // process 1 stays the program
    ['FROM a\n‸CMD ["node", "a b", "$X", "it\'s"]\n', "FROM a\nCMD exec node 'a b' '$X' 'it'\\''s'\n"],
    ['FROM a\n‸RUN ["make", "all"]\n', 'FROM a\nRUN make all\n'],
    ['FROM a\n‸HEALTHCHECK CMD ["curl", "-f", "http://a/?b"]', "FROM a\nHEALTHCHECK CMD curl -f 'http://a/?b'"],
  ],
  refuses: [
    'FROM a\n‸CMD a\n',
    'FROM a\n‸CMD []\n',
    'FROM a\n‸ENTRYPOINT ["a"]\n',
    'FROM a\nENTRYPOINT ["a"]\n‸CMD ["b"]\n',
    'FROM a\n‸CMD ["-a"]\n',
    'FROM a\n‸CMD ["a", "b\\nc"]\n',
    'FROM a\n‸CMD ["$A"]\n',
    'FROM a\nSHELL ["/bin/bash", "-xc"]\n‸CMD ["a"]\n',
    'FROM a\nSHELL ["cmd", "/c"]\n‸CMD ["a"]\n',
  ],
});
