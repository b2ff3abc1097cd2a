import { testRefactoring } from '../../support/testRefactoring';

testRefactoring('sort-packages', {
  does: [
    [
      'FROM a\n‸RUN apt-get install -y c b=1 a\n',
      'FROM a\nRUN apt-get install -y a b=1 c\n',
      'Sort the packages of apt-get',
    ],
    ['FROM a\n‸RUN apk add \\\n    b \\\n    a && c\n', 'FROM a\nRUN apk add \\\n    a \\\n    b && c\n'],
    // the command at the cursor
    [
      'FROM a\nRUN apt-get install b a && apt-get ‸install d c\n',
      'FROM a\nRUN apt-get install b a && apt-get install c d\n',
    ],
  ],
  refuses: [
    'FROM a\n‸RUN apt-get install a b\n',
    'FROM a\n‸RUN apt-get install b $A\n',
    'FROM a\n‸RUN apt-get install \\\n  b \\\n  # why\n  a\n',
    // the order in which pip gets packages may matter
    'FROM a\n‸RUN pip install b a\n',
    'FROM a\n‸RUN b a\n',
  ],
});
