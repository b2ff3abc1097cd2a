import fc from 'fast-check';

type Text = fc.Arbitrary<string>;

/** A text with arbitrary pieces in it. */
const script = (strings: TemplateStringsArray, ...pieces: readonly Text[]): Text =>
  fc.tuple(...pieces).map((values) => String.raw({ raw: strings }, ...values));

const blanks = fc.constantFrom(' ', '  ', '\t', ' \\\n', ' \\\n\t ', ' \\\n    ');
const free = fc.constantFrom('', '', ' ', '\t ');
const lineBreak = fc.constantFrom(
  ...['\n', ' \n', '\n\n', '\n \n\t\n', ' # c  d \n', '  # it\'s "e\n', '\n  \t', '\n#f\n'],
);
const end = fc.oneof(lineBreak, fc.constantFrom('; ', ' ;  ', ' & ', ' ;\n'));
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
    'w#',
    '{x,y}',
    '>b',
    '2>&1',
    '<<<"c  d"',
    '"\\\n  e"',
    'f\\\n',
    '\\\\',
    '\\ ',
  ],
);
const simple = fc.array(script`${blanks}${word}`, { maxLength: 3 }).map((words) => `echo${words.join('')}`);
const heredoc = fc.constantFrom(
  ...['cat  <<A\n  b  \n\nif  c\n\n\nA\n', "cat <<-'A  B'  &&\n\t $d\n\tA  B\necho\n"],
  ...['cat <<A;  echo\nA\n', 'cat <<A  <<B\nA\n \tb\nB\n'],
);
const solid = fc.constantFrom('[[ a  &&\n b ]]', '(( 1  +\n 2 ))', 'a=(b   c\n  d)', 'B=1   c');
const operator = script`${free}${fc.constantFrom('&&', '||', '|')}${fc.oneof(free, blanks, lineBreak)}`;

/** Shell scripts, nearly all of them without errors, laid out as nobody should. */
const someScript = fc.letrec<{ list: string; command: string }>((tie) => {
  const list = tie('list');
  const command = tie('command');
  const statement = fc.oneof(command, script`${command}${operator}${command}`);
  const line = fc.oneof({ weight: 4, arbitrary: script`${free}${statement}${end}` }, { weight: 1, arbitrary: heredoc });
  return {
    list: fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('')),
    command: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      simple,
      solid,
      script`if ${list}${free}then${lineBreak}${list}${free}fi`,
      script`if ${list}then ${list}elif${blanks}${list}then\n${list}else ${list}fi`,
      script`for i in${blanks}1${blanks}2${lineBreak}${free}do ${list}done`,
      script`while${blanks}${list}do\n${list}done${free}>x`,
      script`case${blanks}x in${lineBreak}a  |b)${free}${list}\n;;${lineBreak}(c)${lineBreak}${list}\n  ;;\n esac`,
      script`case x in *)${lineBreak}${list}esac`,
      script`{ ${list}}`,
      script`(${free}${list})`,
      script`f${free}()${lineBreak}{${blanks}${list}}`,
    ),
  };
}).list;

/** Files with scripts in the heredocs of RUN, and with what looks like these. */
export const someHeredoc: Text = fc
  .record({
    shell: fc.constantFrom('', '', '', 'SHELL ["bash", "-c"]\n', 'SHELL ["pwsh", "-c"]\n'),
    head: fc.constantFrom(
      ...['RUN <<EOF', 'RUN <<EOF', 'RUN <<EOF', 'RUN <<-EOF', 'run  <<"EOF"', 'RUN cat <<EOF', 'COPY <<EOF /a'],
      'ONBUILD RUN <<EOF',
    ),
    first: fc.constantFrom('', '', '', '#!/bin/sh -e\n', ' #!/bin/sh\n', '#!/usr/bin/env python3\n', '\n'),
    body: someScript,
    indent: fc.constantFrom('', '', '', '\t', '  '),
    last: fc.constantFrom('EOF\n', 'EOF\n', 'EOF\n', 'EOF', '\tEOF\n'),
  })
  .map(({ shell, head, first, body, indent, last }) => {
    const lines = `${body}\n`.replace(/^(?=.)/gm, indent);
    return `FROM a\n${shell}${head}\n${first}${lines}${last}`;
  });
