import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShell } from '../../server/src/language/shell/parse';
import type { SimpleCommand, Word } from '../../server/src/language/shell/tree';
import type { Span } from '../../server/src/language/text/span';
import { commands, inner, of, simple } from './tree';

/** Visits every span of a tree. What a word has inside is found by asking for it. */
function eachSpan(node: unknown, visit: (span: Span) => void, seen = new Set<object>()): void {
  if (typeof node !== 'object' || node === null || seen.has(node)) return;
  seen.add(node);
  if ('start' in node && 'end' in node) {
    visit(node as unknown as Span);
    return;
  }
  const values: unknown[] = Array.isArray(node)
    ? node
    : 'raw' in node && 'expansions' in node
      ? ['at', 'parts', 'expansions'].map((key) => (node as Record<string, unknown>)[key])
      : Object.values(node);
  for (const value of values) eachSpan(value, visit, seen);
}

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
      {
        numRuns: 2_000,
        // the parser says that its `then` lies behind the text
        examples: [['if ${`\\']],
      },
    );
  });
});
