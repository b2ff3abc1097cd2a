import { testRefactoring } from '../../support/testRefactoring';

testRefactoring('split-run', {
  does: [
    [
      'FROM a\n‸RUN a && \\\n    # why\n    b \\\n      -c && d\n',
      'FROM a\nRUN a\n# why\nRUN b \\\n      -c\nRUN d\n',
      'Split into 3 RUN instructions',
    ],
    // commands behind `cd` stay with it
    ['FROM a\nRUN a && cd /x ‸&& b && c\n', 'FROM a\nRUN a\nRUN cd /x && b && c\n'],
    ['FROM a\nRUN (cd /x && b) ‸&& c\n', 'FROM a\nRUN (cd /x && b)\nRUN c\n'],
    ['FROM a\n‸run --network=none a && b', 'FROM a\nrun --network=none a\nrun --network=none b'],
    ['FROM a\n‸RUN v=1 && echo $v && b', 'FROM a\nRUN v=1 && echo $v\nRUN b'],
  ],
  refuses: [
    'FROM a\n‸RUN a\n',
    'FROM a\n‸RUN cd /x && b\n',
    'FROM a\n‸RUN a || b && c\n',
    'FROM a\n‸RUN a; b && c\n',
    'FROM a\n‸RUN export A=1 && b\n',
    'FROM a\n‸RUN set -x && b\n',
    'FROM a\n‸RUN . ./env && b\n',
    'FROM a\n‸RUN : ${A:=1} && echo $A\n',
    'FROM a\n‸RUN service mysql start && b\n',
    'FROM a\n‸RUN a & b && c\n',
    'FROM a\n‸RUN a && b # c\n',
    'FROM a\n‸RUN echo "127.0.0.1 x" >> /etc/hosts && b\n',
    'FROM a\n‸RUN --mount=type=tmpfs,target=/t a && b\n',
    'FROM a\n‸RUN for i in 1 2; do echo $i; done && echo $i\n',
    'FROM a\n‸CMD a && b\n',
  ],
});
