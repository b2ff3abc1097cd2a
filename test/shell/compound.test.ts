import { describe, expect, it } from 'vitest';
import { parseShell } from '../../server/src/language/shell/parse';
import type { CompoundCommand } from '../../server/src/language/shell/tree';
import { commands, compound, literals, of, simple } from './tree';

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
