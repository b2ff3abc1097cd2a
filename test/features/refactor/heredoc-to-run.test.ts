import { testRefactoring } from '../../support/testRefactoring';

testRefactoring('heredoc-to-run', {
  does: [
    [
      'FROM a\n‸RUN <<EOF\nset -e\na\n# why\nb \\\n  c\nEOF\nCMD d\n',
      'FROM a\nRUN a \\\n    # why\n    && b \\\n  c\nCMD d\n',
      'Convert the heredoc to lines joined by `&&`',
    ],
    ['FROM a\nRUN <<EOF\nset -ex\n‸a\nEOF\n', 'FROM a\nRUN set -ex \\\n    && a\n'],
    // without `set -e` a script goes on behind a command that failed
    [
      'FROM a\n‸RUN --network=none <<-EOF\n\ta\n\tb\n\tEOF\n',
      'FROM a\nRUN --network=none a; \\\n    b\n',
      'Convert the heredoc to lines joined by `;`',
    ],
    ['FROM a\n‸RUN <<EOF\n# why\na\nEOF\n', 'FROM a\nRUN \\\n    # why\n    a\n'],
    // `&&` would stop where `set -e` does not
    ['FROM a\n‸RUN <<EOF\nset -e\na && b\nc\nEOF\n', 'FROM a\nRUN set -e; \\\n    a && b; \\\n    c\n'],
    ['FROM a\n‸RUN <<EOF\nset -e\n! a\nb\nEOF\n', 'FROM a\nRUN set -e; \\\n    ! a; \\\n    b\n'],
  ],
  refuses: [
    'FROM a\n‸RUN <<EOF\n#!/bin/sh\na\nEOF\n',
    'FROM a\n‸RUN <<EOF cat\na\nEOF\n',
    'FROM a\n‸RUN <<EOF\na # why\nb\nEOF\n',
    'FROM a\n‸RUN <<EOF\nif a; then\n  b\nfi\nEOF\n',
    "FROM a\n‸RUN <<EOF\necho 'a\nb'\nEOF\n",
    'FROM a\n‸RUN <<EOF\na\n# last\nEOF\n',
    'FROM a\n‸RUN <<EOF\ncat <<X\ny\nX\nEOF\n',
    'FROM a\nSHELL ["python3", "-c"]\n‸RUN <<EOF\na\nEOF\n',
    'FROM a\n‸RUN a\n',
  ],
});
