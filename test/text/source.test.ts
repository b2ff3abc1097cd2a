import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Source } from '../../server/src/language/text/source';
import { wildText } from '../support/dockerfiles';

/** Where lines begin, asked of the source itself; one more than there are. */
const starts = (source: Source): number[] =>
  Array.from({ length: source.lineCount + 1 }, (_, line) => source.lineStart(line));

const pieces = fc.array(fc.constantFrom('a', 'bc', ' ', '\n', '\r', '\r\n', '한')).map((each) => each.join(''));
const edit = fc.record({ from: fc.nat(60), length: fc.nat(3), text: fc.oneof(fc.constantFrom('', 'x'), pieces) });

describe('a source after edits', () => {
  it('has the lines of its text', () => {
    fc.assert(
      fc.property(fc.oneof(pieces, wildText), fc.array(edit, { maxLength: 8 }), (before, edits) => {
        let source = new Source(before);
        for (const { from, length, text: inserted } of edits) {
          // asked for, else there is nothing to keep
          expect(source.lineCount).toBeGreaterThan(0);
          const start = Math.min(from, source.text.length);
          const at = { start, end: Math.min(start + length, source.text.length) };
          const text = source.text.slice(0, at.start) + inserted + source.text.slice(at.end);
          source = source.edited(text, at, inserted.length);
          const fresh = new Source(text);
          expect(starts(source)).toEqual(starts(fresh));
          for (let offset = -1; offset <= text.length + 1; offset++) {
            expect(source.positionAt(offset)).toEqual(fresh.positionAt(offset));
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('tells whether a range is still a span’s', () => {
    const source = new Source('ab\ncd\n').edited('abx\ncd\n', { start: 2, end: 2 }, 1);
    const range = source.rangeOf({ start: 4, end: 6 });
    expect(range).toEqual({ start: { line: 1, character: 0 }, end: { line: 1, character: 2 } });
    expect(source.isRangeOf({ start: 4, end: 6 }, range)).toBe(true);
    expect(source.isRangeOf({ start: 3, end: 6 }, range)).toBe(false);
    // behind a line's end is on the next line
    const beyond = { start: { line: 0, character: 4 }, end: { line: 1, character: 2 } };
    expect(source.isRangeOf({ start: 4, end: 6 }, beyond)).toBe(false);
  });
});
