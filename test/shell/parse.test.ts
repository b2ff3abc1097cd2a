import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShell } from '../../server/src/language/shell/parse';
import type {
  CompoundCommand,
  Expansion,
  List,
  ShellTree,
  SimpleCommand,
  Word,
} from '../../server/src/language/shell/tree';
import type { Span } from '../../server/src/language/text/span';

const of = (tree: ShellTree, { at }: { readonly at: Span }): string => tree.text.slice(at.start, at.end);
const commands = ({ entries }: List) => entries.flatMap(({ pipeline }) => pipeline.commands);
const simple = (tree: ShellTree, index = 0) => commands(tree.body)[index] as SimpleCommand;
const compound = (tree: ShellTree, index = 0) => commands(tree.body)[index] as CompoundCommand;
const literals = (words: readonly Word[]) => words.map(({ literal }) => literal);
const inner = (expansion: Expansion | undefined): List => {
  if (expansion?.kind !== 'command' && expansion?.kind !== 'process') throw new Error('no substitution');
  return expansion.list;
};

/** Every span of the tree, with what it is on. */
function eachSpan(node: unknown, visit: (span: Span, owner: object) => void, seen = new Set<object>()): void {
  if (typeof node !== 'object' || node === null || seen.has(node)) return;
  seen.add(node);
  if (Array.isArray(node)) for (const child of node) eachSpan(child, visit, seen);
  else if ('start' in node && 'end' in node) visit(node as unknown as Span, node);
  else {
    const keys = [...Object.keys(node), ...('raw' in node ? ['parts', 'expansions', 'literal'] : [])];
    for (const key of keys) {
      if (key !== 'reader' && key !== 'node' && key !== 'inner')
        eachSpan((node as Record<string, unknown>)[key], visit, seen);
      else if (key === 'inner' && 'kind' in node) eachSpan((node as Record<string, unknown>)[key], visit, seen);
    }
  }
}

describe('lists and pipelines', () => {
  it('name their operators and where these stand', () => {
    const tree = parseShell('a && b || c; d & e # note; x\n! f | g |& h');
    const operators = tree.body.entries.map(({ operator }) => operator && [operator.text, of(tree, operator)]);
    expect(operators).toEqual([['&&', '&&'], ['||', '||'], [';', ';'], ['&', '&'], ['\n', '\n'], undefined]);
    expect(tree.body.entries.map(({ pipeline }) => of(tree, pipeline))).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      '! f | g |& h',
    ]);
    expect(tree.body.entries.map(({ background }) => background)).toEqual([false, false, false, true, false, false]);
    const last = tree.body.entries[5]!.pipeline;
    expect(last.operators.map((operator) => [operator.text, of(tree, operator)])).toEqual([
      ['|', '|'],
      ['|&', '|&'],
    ]);
    expect(last.negated && of(tree, { at: last.negated })).toBe('!');
    expect(tree.comments.map((at) => of(tree, { at }))).toEqual(['# note; x']);
    expect(tree.errors).toEqual([]);
  });

  it('find an operator behind which the line breaks, and comments in between', () => {
    const tree = parseShell('a \\\n  && # why\n\n# more\nb |\nc');
    expect(of(tree, tree.body.entries[0]!.operator!)).toBe('&&');
    expect(of(tree, tree.body.entries[1]!.pipeline.operators[0]!)).toBe('|');
    expect(tree.comments.map((at) => of(tree, { at }))).toEqual(['# why', '# more']);
  });

  it('tell that a whole chain runs in the background', () => {
    const { body } = parseShell('a && b & c');
    expect(body.entries.map(({ background }) => background)).toEqual([true, true, false]);
  });

  it('take `time` and an even number of `!` off', () => {
    const tree = parseShell('time -p a; ! ! b');
    const [first, second] = tree.body.entries;
    expect(of(tree, { at: first!.pipeline.timed! })).toBe('time -p');
    expect(second!.pipeline.negated).toBeUndefined();
  });
});

describe('simple commands', () => {
  it('part assignments, words and redirects', () => {
    const tree = parseShell('A=1 B+=("x" y) 2>/dev/null cmd a\\ b "c d"e \'f$g\' <in >>"out put" 2>&1 <<<here');
    const command = simple(tree);
    expect(
      command.assignments.map(({ name, nameAt, append, at }) => [
        name,
        of(tree, { at: nameAt }),
        append,
        of(tree, { at }),
      ]),
    ).toEqual([
      ['A', 'A', false, 'A=1'],
      ['B', 'B', true, 'B+=("x" y)'],
    ]);
    expect(command.assignments[0]!.value?.literal).toBe('1');
    expect(literals(command.assignments[1]!.elements)).toEqual(['x', 'y']);
    expect(literals(command.words)).toEqual(['cmd', 'a b', 'c de', 'f$g']);
    expect(command.words.map((word) => of(tree, word))).toEqual(command.words.map(({ raw }) => raw));
    expect(
      command.redirects.map((redirect) => [
        redirect.operator,
        redirect.descriptor,
        redirect.target?.literal,
        of(tree, redirect),
      ]),
    ).toEqual([
      ['>', '2', '/dev/null', '2>/dev/null'],
      ['<', undefined, 'in', '<in'],
      ['>>', undefined, 'out put', '>>"out put"'],
      ['>&', '2', '1', '2>&1'],
      ['<<<', undefined, 'here', '<<<here'],
    ]);
  });

  it('keep assignments of `export` among the words', () => {
    const tree = parseShell('export A="b c" D=$x E');
    expect(literals(simple(tree).words)).toEqual(['export', 'A=b c', undefined, 'E']);
    expect(simple(tree).words[2]!.expansions.map((expansion) => of(tree, expansion))).toEqual(['$x']);
  });

  it('give no literal where something is expanded, and one where a dollar is quoted', () => {
    const [, ...words] = simple(parseShell('c $a "$b" x`y`z \'$d\' "\\$e" $(f) <(g) *.txt {h,i} $ "5$"')).words;
    expect(literals(words)).toEqual([
      undefined,
      undefined,
      undefined,
      '$d',
      '$e',
      undefined,
      undefined,
      '*.txt',
      '{h,i}',
      '$',
      '5$',
    ]);
  });
});

describe('words', () => {
  it('hold parts', () => {
    const tree = parseShell("c pre'single'\"double $x\"$'a\\n'*[a-z]{1,2}");
    const [, word] = simple(tree).words;
    expect(word!.parts.map((part) => [part.kind, of(tree, part)])).toEqual([
      ['literal', 'pre'],
      ['single', "'single'"],
      ['double', '"double $x"'],
      ['ansi', "$'a\\n'"],
      ['glob', '*'],
      ['glob', '[a-z]'],
      ['brace', '{1,2}'],
    ]);
  });

  it('name variables with their modifiers and operands', () => {
    const tree = parseShell('c $a "${b}" ${c:-"d $e"} ${#f} ${!g} ${h//x/$y} ${i[0]} $1 $@');
    const variables = simple(tree).words.flatMap(({ expansions }) => expansions);
    const shown = variables.map((part) =>
      part.kind === 'variable'
        ? [
            part.name,
            of(tree, { at: part.nameAt }),
            part.quoted,
            part.braced,
            part.modifier,
            part.operands.map(({ raw }) => raw),
          ]
        : part.kind,
    );
    expect(shown).toEqual([
      ['a', 'a', false, false, '', []],
      ['b', 'b', true, true, '', []],
      ['c', 'c', false, true, ':-', ['"d $e"']],
      ['f', 'f', false, true, 'length', []],
      ['g', 'g', false, true, 'indirect', []],
      ['h', 'h', false, true, '//', ['x', '$y']],
      ['i', 'i', false, true, '', ['0']],
      ['1', '1', false, false, '', []],
      ['@', '@', false, false, '', []],
    ]);
  });

  it('hold substitutions inside substitutions, arithmetic too', () => {
    const tree = parseShell('c "$(a && b $(d))" $((1 + $(e) + $f)) <(g | h)');
    const [, first, second, third] = simple(tree).words;
    const list = inner(first!.expansions[0]);
    expect(first!.expansions[0]).toMatchObject({ kind: 'command', quoted: true, backticks: false });
    expect(commands(list).map((command) => of(tree, command))).toEqual(['a', 'b $(d)']);
    expect(of(tree, list.entries[0]!.operator!)).toBe('&&');
    const deeper = inner((commands(list)[1] as SimpleCommand).words[1]!.expansions[0]);
    expect(commands(deeper).map((command) => of(tree, command))).toEqual(['d']);
    const [arithmetic] = second!.expansions;
    expect(arithmetic?.kind === 'arithmetic' && arithmetic.inner.map((part) => of(tree, part))).toEqual(['$(e)', '$f']);
    expect(commands(inner(third!.expansions[0])).map((command) => of(tree, command))).toEqual(['g', 'h']);
  });

  it('find their way through escapes in backticks', () => {
    const tree = parseShell('c "`echo \\`date\\` \\$HOME \\"q\\"`"');
    const outer = inner(simple(tree).words[1]!.expansions[0]);
    const echo = commands(outer)[0] as SimpleCommand;
    expect(echo.words.map(({ raw }) => raw)).toEqual(['echo', '`date`', '$HOME', '"q"']);
    expect(echo.words.map((word) => of(tree, word))).toEqual(['echo', '\\`date\\`', '\\$HOME', '\\"q\\"']);
    const date = commands(inner(echo.words[1]!.expansions[0]))[0]!;
    expect(of(tree, date)).toBe('date');
  });
});

describe('compound commands', () => {
  const cases: readonly [string, CompoundCommand['kind'], string[], string[], (string | undefined)[]][] = [
    [
      'if a; then b; elif c; then d; else e; fi',
      'if',
      ['if', 'then', 'elif', 'then', 'else', 'fi'],
      ['a', 'b', 'c', 'd', 'e'],
      [],
    ],
    ['for x in 1 "$y"; do a; b; done', 'for', ['for', 'in', 'do', 'done'], ['a', 'b'], ['x', '1', undefined]],
    ['for ((i = 0; i < 3; i++)); do a; done', 'for', ['for', 'do', 'done'], ['a'], [undefined]],
    ['while a; do b; done', 'while', ['while', 'do', 'done'], ['a', 'b'], []],
    ['until a; do b; done', 'until', ['until', 'do', 'done'], ['a', 'b'], []],
    [
      'case $x in a|b) c;; (*) d;; esac',
      'case',
      ['case', 'in', '|', ')', ';;', '(', ')', ';;', 'esac'],
      ['c', 'd'],
      [undefined, 'a', 'b', '*'],
    ],
    ['(a; b)', 'subshell', ['(', ')'], ['a', 'b'], []],
    ['{ a; b; }', 'group', ['{', '}'], ['a', 'b'], []],
    ['f() { a; }', 'function', ['(', ')'], ['{ a; } >out'], ['f']],
    ['function g { a; }', 'function', ['function'], ['{ a; } >out'], ['g']],
    ['[[ -f $x && a == "b c" ]]', 'test', [], [], [undefined, 'a', 'b c']],
    ['(( x > $(y) ))', 'arithmetic', [], [], [undefined]],
  ];
  it.each(cases)('%s', (text, kind, keywords, bodies, words) => {
    const tree = parseShell(`before; ${text} >out; after`);
    const command = compound(tree, 1);
    expect(tree.errors).toEqual([]);
    expect(command.kind).toBe(kind);
    expect(command.keywords.map((keyword) => [keyword.text, of(tree, keyword)])).toEqual(
      keywords.map((word) => [word, word]),
    );
    expect(command.parts.flatMap(({ list }) => commands(list)).map((inside) => of(tree, inside))).toEqual(bodies);
    expect(literals(command.words)).toEqual(words);
    if (kind !== 'function') {
      expect(command.redirects.map((redirect) => of(tree, redirect))).toEqual(['>out']);
      expect(of(tree, command)).toBe(`${text} >out`);
    }
    expect(of(tree, commands(tree.body)[2]!)).toBe('after');
  });

  it('tell conditions from bodies', () => {
    const { parts } = compound(parseShell('if a; then b; elif c; then d; else e; fi'));
    expect(parts.map(({ role }) => role)).toEqual(['condition', 'body', 'condition', 'body', 'body']);
  });
});

describe('heredocs', () => {
  it('hold their body and what is expanded in it', () => {
    const tree = parseShell("cat <<EOF >x && cat <<-'B'\n$a $(b c)\nEOF\n\t$d # no comment\n\tB\nlast");
    const [first, second] = [simple(tree, 0), simple(tree, 1)];
    expect(first.redirects.map((redirect) => of(tree, redirect))).toEqual(['<<EOF', '>x']);
    expect(of(tree, first.redirects[0]!.body!)).toBe('$a $(b c)\n');
    expect(first.redirects[0]!.target?.literal).toBe('EOF');
    expect(first.redirects[0]!.body!.expansions.map((part) => of(tree, part))).toEqual(['$a', '$(b c)']);
    expect(of(tree, second.redirects[0]!.body!)).toBe('\t$d # no comment\n');
    expect(second.redirects[0]!.body!.expansions).toEqual([]);
    expect(of(tree, tree.body.entries[0]!.operator!)).toBe('&&');
    expect(of(tree, tree.body.entries[1]!.operator!)).toBe('\n');
    expect(of(tree, simple(tree, 2))).toBe('last');
    expect(tree.comments).toEqual([]);
  });
});

describe('what cannot be read', () => {
  it('is reported with its place, and the rest is there', () => {
    const tree = parseShell("a 'b");
    expect(tree.errors.length).toBeGreaterThan(0);
    for (const { at } of tree.errors) expect(at.end).toBeLessThanOrEqual(tree.text.length);
    expect(simple(tree).words[0]!.literal).toBe('a');
  });

  it('is left when it is too much', () => {
    expect(parseShell(`a ${'x'.repeat(100_000)}`)).toMatchObject({
      deferred: 'size',
      errors: [],
      body: { entries: [] },
    });
    expect(parseShell('a bcd', 4).deferred).toBe('size');
    expect(parseShell('a bcd', 5).deferred).toBeUndefined();
    expect(parseShell('<<A '.repeat(10_000)).deferred).toBe('heredocs');
    expect(parseShell('<<A '.repeat(400)).deferred).toBeUndefined();
  });

  it.each(['(', '{ ', '$(', '${a:-', '$((', '"$(', 'f() ', 'function f ', 'coproc '])(
    'is left when %s is repeated',
    (text) => {
      expect(parseShell(text.repeat(5_000)).deferred).toBe('nesting');
    },
  );

  it.each([
    '`',
    '"',
    "'",
    '\\',
    '[[ ',
    'if ',
    'while ',
    'case x in ',
    '! ',
    'a | ',
    '2>',
    '#',
    ';;',
    '<<<',
    '&&',
    '!',
    'time ',
    '[',
    '\\`',
  ])('does not throw when %s is repeated', (text) => {
    const tree = parseShell(text.repeat(5_000));
    eachSpan(tree, (span) => expect(span.end).toBeLessThanOrEqual(tree.text.length));
  });

  it('ends at substitutions in substitutions nobody writes', () => {
    const depth = 30;
    let word: Word | undefined = simple(parseShell(`${'$(a '.repeat(depth)}${')'.repeat(depth)}`)).words[0];
    let levels = 0;
    for (; word; levels++) {
      const [command] = commands(inner(word.expansions[0])) as SimpleCommand[];
      word = command?.words[1];
    }
    expect(levels).toBeGreaterThan(5);
    expect(levels).toBeLessThan(depth);
  });
});

describe('any text', () => {
  const shellish = fc
    .array(
      fc.constantFrom(
        ...[
          'a',
          'b c',
          ' ',
          '\n',
          '\\',
          '\\\n',
          '"',
          "'",
          '`',
          '$',
          '$(',
          ')',
          '${',
          '}',
          '{',
          '(',
          '((',
          '))',
          '[[',
          ']]',
          '<<A\n',
          'A\n',
        ],
        ...[
          '&&',
          '||',
          ';',
          ';;',
          '&',
          '|',
          '>',
          '<',
          '2>&1',
          '#',
          '!',
          '*',
          '=',
          'x=',
          'if ',
          'then ',
          'fi',
          'for x in ',
          'do ',
          'done',
        ],
        ...['case x in ', 'esac', 'f()', '\r\n', '\t', '한', '😀', '\\`'],
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  it('gives a tree whose spans lie in it, children in their parents’ order', () => {
    fc.assert(
      fc.property(shellish, (text) => {
        const tree = parseShell(text);
        eachSpan(tree, ({ start, end }) => {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        });
        let last = 0;
        for (const command of commands(tree.body)) {
          expect(command.at.start).toBeGreaterThanOrEqual(last);
          last = command.at.start;
          if (command.kind === 'simple') for (const word of command.words) expect(of(tree, word)).toBe(word.raw);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
