import { testRefactoring } from '../../support/testRefactoring';

testRefactoring('run-to-heredoc', {
  does: [
    [
      'FROM a\n‸RUN a && \\\n    # why\n    b \\\n      -c && d | e\n',
      'FROM a\nRUN <<EOF\nset -e\na\n# why\nb \\\n      -c\nd | e\nEOF\n',
    ],
    ['FROM a\n‸RUN set -ex && a && b', 'FROM a\nRUN <<EOF\nset -ex\na\nb\nEOF'],
    // a line of the script may not end it
    ['FROM a\n‸RUN EOF && b\n', 'FROM a\nRUN <<EOT\nset -e\nEOF\nb\nEOT\n'],
    ['FROM a\n‸RUN --network=none cd /x && b\n', 'FROM a\nRUN --network=none <<EOF\nset -e\ncd /x\nb\nEOF\n'],
    // the builder takes the line break out of the string, and so must the heredoc
    ["FROM a\n‸RUN echo 'x \\\n  y' && b\n", "FROM a\nRUN <<EOF\nset -e\necho 'x   y'\nb\nEOF\n"],
    [
      '# escape=`\nFROM a\nSHELL ["/bin/sh", "-c"]\n‸RUN a `\n  b && c\n',
      '# escape=`\nFROM a\nSHELL ["/bin/sh", "-c"]\nRUN <<EOF\nset -e\na \\\n  b\nc\nEOF\n',
    ],
    // a line break is a `;`
    [
      'FROM a\n‸RUN set -eux; \\\n    a && b; \\\n    # why\n    if c; then \\\n      d; \\\n    fi\n',
      'FROM a\nRUN <<EOF\nset -eux\na && b\n# why\nif c; then \\\n      d; \\\n    fi\nEOF\n',
      'Convert to a heredoc',
    ],
    ['FROM a\n‸RUN a; b;\n', 'FROM a\nRUN <<EOF\na\nb\nEOF\n'],
  ],
  refuses: [
    'FROM a\n‸RUN a\n',
    'FROM a\n‸RUN a;\n',
    'FROM a\n‸RUN a; b &\n',
    'FROM a\n‸RUN a && b || c\n',
    'FROM a\n‸RUN ! a && b\n',
    'FROM a\n‸RUN a && { b; c; }\n',
    'FROM a\n‸RUN a && if b; then c; fi\n',
    'FROM a\n‸RUN a && . ./env\n',
    'FROM a\n‸RUN a && set +e && b\n',
    'FROM a\n‸RUN x=$(a; b) && c\n',
    'FROM a\n‸RUN a && b &\n',
    '# syntax=docker/dockerfile:1.2\nFROM a\n‸RUN a && b\n',
    'FROM a\nSHELL ["pwsh", "-c"]\n‸RUN a && b\n',
    'FROM a\n‸RUN <<E cat && b\nx\nE\n',
  ],
});
