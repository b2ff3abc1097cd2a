import fc from 'fast-check';

const blanks = fc.constantFrom(' ', '  ', '\t', ' \\\n', ' \\\n\t ', ' \\\n    ');
const free = fc.constantFrom('', '', ' ', '\t ');
const lineBreak = fc.constantFrom('\n', '\n', ' \n', '\n\n', '\n \n\t\n', '\n# c  d \n', '  # it\'s "e\n', '\n  \t');
const end = fc.oneof(lineBreak, fc.constantFrom(';', '; ', ' ;  '));
const word = fc.constantFrom(
  ...[
    'a',
    '-b',
    '"c  d"',
    "'e  f'",
    '"g\n   h"',
    "'\n\ti  \n\n\n j'",
    '$k',
    '"${l:-  m}"',
    '$(n  o)',
    '$(\n p\n)',
    '`q  r`',
  ],
  ...[
    's\\ \\ t',
    'u\\\nv',
    '$((1  + 2))',
    'x=y',
    '#',
    'w#',
    '{z,a}',
    '>b',
    '2>&1',
    '<<<"c  d"',
    '"\\\n  e"',
    'f\\\n',
    '\\\\',
  ],
);

const joined = (...pieces: (fc.Arbitrary<string> | string)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...pieces.map((piece) => (typeof piece === 'string' ? fc.constant(piece) : piece)))
    .map((all) => all.join(''));

/** Shell scripts, nearly all without errors, laid out in every way that nobody should. */
export const someScript: fc.Arbitrary<string> = fc.letrec<{ list: string; statement: string; command: string }>(
  (tie) => {
    const list = fc
      .array(joined(free, tie('statement'), end), { minLength: 1, maxLength: 3 })
      .map((statements) => statements.join(''));
    const command = fc.array(joined(blanks, word), { maxLength: 3 }).map((words) => `echo${words.join('')}`);
    const operator = joined(free, fc.constantFrom('&&', '||', '|'), fc.oneof(free, blanks, lineBreak));
    const heredoc = fc.constantFrom(
      ...[
        'cat  <<A\n  b  \n\nif  c\n\n\nA\n',
        "cat <<-'A  B'  &&\n\t $d\n\tA  B\necho",
        'cat <<A;  echo\nA\n',
        'cat <<A  <<B\nA\n \tb\nB\n',
      ],
    );
    const compound = fc.oneof(
      joined('if ', tie('list'), free, 'then', lineBreak, tie('list'), free, 'fi'),
      joined(
        'if ',
        tie('list'),
        'then ',
        tie('list'),
        'elif',
        blanks,
        tie('list'),
        'then\n',
        tie('list'),
        'else ',
        tie('list'),
        'fi',
      ),
      joined('for i in', blanks, word, end, free, 'do ', tie('list'), 'done'),
      joined('while', blanks, tie('list'), 'do\n', tie('list'), 'done', free, '>x'),
      joined(
        'case',
        blanks,
        'x in',
        lineBreak,
        'a  |b)',
        free,
        tie('list'),
        ';;',
        lineBreak,
        '(c)',
        lineBreak,
        tie('list'),
        ';;\n esac',
      ),
      joined('case x in *)', lineBreak, tie('list'), 'esac'),
      joined('{ ', tie('list'), '}'),
      joined('(', free, tie('list'), ')'),
      joined('f', free, '()', lineBreak, '{', blanks, tie('list'), '}'),
      fc.constantFrom('[[ a  ==\n b ]]', '(( 1  +\n 2 ))', 'a=(b   c\n  d)', 'B=1   c'),
    );
    return {
      list,
      command: fc.oneof({ depthSize: 'small', withCrossShrink: true }, command, heredoc, compound),
      statement: fc.oneof(tie('command'), joined(tie('command'), operator, tie('command'))),
    };
  },
).list;

/** A file with scripts in the heredocs of RUN, and what looks like it. */
export const someHeredoc: fc.Arbitrary<string> = fc
  .record({
    shell: fc.constantFrom('', '', 'SHELL ["bash", "-c"]\n', 'SHELL ["pwsh", "-c"]\n'),
    head: fc.constantFrom(
      'RUN <<EOF',
      'RUN <<EOF',
      'run  <<"EOF"',
      'RUN <<-EOF',
      'RUN cat <<EOF',
      'COPY <<EOF /a',
      'ONBUILD RUN <<EOF',
    ),
    first: fc.constantFrom('', '', '#!/bin/sh -e\n', ' #!/bin/sh\n', '#!/usr/bin/env python3\n', '\n'),
    script: someScript,
    indent: fc.constantFrom('', '', '\t', '  '),
    last: fc.constantFrom('EOF\n', 'EOF', '\tEOF\n', ''),
  })
  .map(({ shell, head, first, script, indent, last }) => {
    const body = `${script}\n`.replace(/^(?=.)/gm, indent);
    return `FROM a\n${shell}${head}\n${first}${body}${last}`;
  });
