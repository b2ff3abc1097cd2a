import { describe, expect, it } from 'vitest';
import { shellForm } from '../../server/src/language/shell/form';
import { shellLines } from '../../server/src/language/shell/nesting';
import { parseShell } from '../../server/src/language/shell/parse';

/** The level of each line; `-` for one that may not move. */
const levels = (text: string) =>
  shellLines(parseShell(text))
    ?.map(({ free, level }) => (free ? level : '-'))
    .join('');

describe('nesting', () => {
  it.each([
    ['a\nb\n\nc', '0000'],
    ['if a\nthen\nb\nelse\nc\nfi\nd', '0010100'],
    ['while\na\ndo\nb; done > \\\nc \\\n2>d', '0101-1'],
    ['for a in b \\\nc\ndo d\ne; done', '0101'],
    ['case a in\nb)\nc\n;;\n# d\n(e | f) g\nh\nesac', '01221120'],
    ['f()\n{\na\n}\n{ b; }', '00100'],
    ['a && {\nb |\n{\nc\n}\n}', '012320'],
    ['a |\nb && (\nc\n) ||\nd', '01211'],
    ['a "\nb" \\\nc <<D\n  e\nD\nf', '0-1--0'],
    ['[[ a &&\nb ]]\na=(\nb\n)\n((1 +\n2))', '0-0--0-'],
  ])('of %j', (text, expected) => expect(levels(text)).toBe(expected));

  it('is not known where the script cannot be read', () => expect(levels('if a\nb')).toBeUndefined());
  it('is not known where brackets might be arithmetic', () => {
    expect(levels('((a)\nb)')).toBeUndefined();
    expect(levels('(((1)) )\nb')).toBeUndefined();
    expect(levels('( (a)\nb)\nc $((1)) && ((2)) && for ((;;)); do :; done')).toBe('010');
  });
});

describe('the form of a script', () => {
  const form = (text: string) => shellForm(parseShell(text));

  it.each([
    ['a  b&&c;  d', 'a b && c; d'],
    ['if  a\nthen\n\n b\nfi', 'if a\nthen\nb\nfi'],
    ['a \\\n  b # c  ', 'a b # c'],
    ['f()   { a>b; }', 'f() {\na>b; }'],
  ])('of %j is that of %j', (a, b) => {
    expect(form(a)).toBeDefined();
    expect(form(a)).toBe(form(b));
  });

  it.each([
    ['a b', 'ab'],
    ['a "b  c"', 'a "b c"'],
    ['a b', 'a\nb'],
    ['a; b', 'a & b'],
    ['! a', 'a'],
    ['time a', 'a'],
    ['a | b', 'a |& b'],
    ['(a; b); c', '(a; b; c)'],
    ['if a; then b; c; fi', 'if a; b; then c; fi'],
    ['case a in b) c;; esac', 'case a in b) c;& esac'],
    ['[[ a ]]', '[[ b ]]'],
    ['((1))', '((2))'],
    ['A=1 b', 'A=2 b'],
    ['a 2> b', 'a 2 > b'],
    ['a <<B\nc\nB', 'a <<B\nc \nB'],
    ['a <<B\nc\nB', 'a <<C\nc\nC'],
    ['a # b', 'a # c'],
  ])('of %j is not that of %j', (a, b) => {
    expect(form(a)).toBeDefined();
    expect(form(a)).not.toBe(form(b));
  });

  it('is not known where the script cannot be read', () => expect(form('a "')).toBeUndefined());
});
