import { describe, expect, it } from 'vitest';
import { parseShell } from '../../server/src/language/shell/parse';
import type { SimpleCommand } from '../../server/src/language/shell/tree';
import { commands, inner, literals, of, simple } from './tree';

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
