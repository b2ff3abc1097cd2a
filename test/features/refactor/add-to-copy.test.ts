import { testRefactoring } from '../../support/testRefactoring';

testRefactoring('add-to-copy', {
  does: [
    ['FROM a\n‸ADD --chown=1 a b\n', 'FROM a\nCOPY --chown=1 a b\n'],
    ['FROM a\n‸add ["a b", "c"]\n', 'FROM a\ncopy ["a b", "c"]\n'],
  ],
  refuses: [
    'FROM a\n‸COPY a b\n',
    'FROM a\n‸ADD a.tar.gz b\n',
    'FROM a\n‸ADD https://a/b c\n',
    'FROM a\n‸ADD $A b\n',
    'FROM a\n‸ADD *.t* b/\n',
    'FROM a\n‸ADD --unpack=false a b\n',
    'FROM a\n‸ADD <<E b\nx\nE\n',
  ],
});
