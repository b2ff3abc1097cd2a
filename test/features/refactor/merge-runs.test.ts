import { testRefactoring } from '../../support/testRefactoring';

testRefactoring('merge-runs', {
  does: [
    ['FROM a\n‸RUN a\nRUN b\n', 'FROM a\nRUN a \\\n    && b\n', 'Merge with the RUN below'],
    ['FROM a\nRUN a\nRUN ‸b\n', 'FROM a\nRUN a \\\n    && b\n', 'Merge with the RUN above'],
    [
      'FROM a\nRU«N a\n# why\n\n# and how\nRUN b \\\n    -c\nRUN »d\nCMD e\n',
      'FROM a\nRUN a \\\n    # why\n    # and how\n    && b \\\n    -c \\\n    && d\nCMD e\n',
      'Merge 3 RUN instructions into one',
    ],
    // what stands behind `||` must not run for the first
    ['FROM a\n‸RUN a\nRUN b || c\n', 'FROM a\nRUN a \\\n    && { b || c; }\n'],
    ['FROM a\n‸RUN a || b\nRUN c\n', 'FROM a\nRUN a || b \\\n    && c\n'],
    [
      '# escape=`\nFROM a\nSHELL ["/bin/sh", "-c"]\n‸RUN a\nRUN b\n',
      '# escape=`\nFROM a\nSHELL ["/bin/sh", "-c"]\nRUN a `\n    && b\n',
    ],
    ['FROM a\n‸RUN --network=none a\nRUN --network=none b', 'FROM a\nRUN --network=none a \\\n    && b'],
    ['FROM a\n‸RUN x=1; echo $x\nRUN b', 'FROM a\nRUN x=1; echo $x \\\n    && b'],
  ],
  refuses: [
    'FROM a\n‸RUN a\nUSER b\nRUN c\n',
    'FROM a\n‸RUN cd /x\nRUN b\n',
    'FROM a\n‸RUN set -e\nRUN b\n',
    'FROM a\n‸RUN export A=1\nRUN b\n',
    'FROM a\n‸RUN x=1\nRUN echo $x\n',
    'FROM a\n‸RUN PATH=/x\nRUN b\n',
    'FROM a\n‸RUN a &\nRUN b\n',
    'FROM a\n‸RUN a;\nRUN b\n',
    'FROM a\n‸RUN a # c\nRUN b\n',
    'FROM a\n‸RUN ["a"]\nRUN b\n',
    'FROM a\n‸RUN <<E\na\nE\nRUN b\n',
    'FROM a\n‸RUN --network=none a\nRUN b\n',
    'FROM a\n‸RUN --mount=type=tmpfs,target=/t a\nRUN --mount=type=tmpfs,target=/t b\n',
    'FROM a\n‸RUN a\n# hadolint ignore=DL3008\nRUN b\n',
    'FROM mcr.microsoft.com/windows/nanoserver\n‸RUN a\nRUN b\n',
    'FROM a\nSHELL ["pwsh", "-c"]\n‸RUN a\nRUN b\n',
    'FROM a\n«RUN a\nUSER b\nRUN c»\n',
    'FROM a\nONBUILD ‸RUN a\nONBUILD RUN b\n',
  ],
});
