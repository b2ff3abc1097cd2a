import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refactoring, refactorings } from '../../server/src/language/features/refactoring';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { collide } from '../../server/src/language/text/edit';
import { ownFiles, someFile } from '../support/dockerfiles';
import { stress } from '../support/shared';

describe('refactorings anywhere', () => {
  const check = (file: Dockerfile, start: number, end = start): void => {
    for (const { id, edits, title } of refactoring(file, { start, end })) {
      const inside = edits.every(({ at }) => 0 <= at.start && at.start <= at.end && at.end <= file.text.length);
      const apart = edits.every((edit, i) => !edits.slice(i + 1).some((other) => collide(edit, other)));
      if (!inside || !apart || edits.length === 0 || /undefined/.test(title('en') + title('ko'))) {
        throw new Error(`${id} at ${start} of ${JSON.stringify(file.text.slice(0, 300))}`);
      }
    }
  };

  it.each(ownFiles)('own file %#', (text) => {
    const file = Dockerfile.parse(text);
    for (let offset = 0; offset <= text.length; offset++) check(file, offset);
  });

  it('made files and selections', () => {
    const places = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(200)), { maxLength: 10 });
    fc.assert(
      fc.property(someFile, places, (text, ranges) => {
        const file = Dockerfile.parse(text);
        for (const [place, length] of ranges) {
          const start = Math.floor(place * text.length);
          check(file, start, Math.min(start + length, text.length));
        }
      }),
      { numRuns: 300 },
    );
  });

  it.skipIf(stress.length === 0)('the strangest real files', () => {
    for (const { text } of stress) {
      const file = Dockerfile.parse(text);
      const step = Math.max(1, Math.floor(text.length / 60));
      for (let offset = 0; offset <= text.length; offset += step) check(file, offset);
    }
  });

  it('are asked for one by one', () => {
    const file = Dockerfile.parse('FROM node:22\nRUN a && b\n');
    const all = refactoring(file, { start: 13, end: 13 }).map(({ id }) => id);
    expect(all).toEqual(['split-run', 'run-to-heredoc', 'split-lines']);
    expect(refactoring(file, { start: 13, end: 13 }, ({ id }) => id === 'split-run').map(({ id }) => id)).toEqual([
      'split-run',
    ]);
    expect(new Set(refactorings.map(({ id }) => id)).size).toBe(refactorings.length);
  });

  it('are none between instructions and in an empty file', () => {
    expect(refactoring(Dockerfile.parse(''), { start: 0, end: 0 })).toEqual([]);
    expect(refactoring(Dockerfile.parse('FROM a\n\n# c\n'), { start: 9, end: 9 })).toEqual([]);
  });

  it('find the first instruction of a selection that begins in front of it', () => {
    const file = Dockerfile.parse('FROM a\n\n# c\nRUN a\nRUN b\n');
    expect(refactoring(file, { start: 8, end: file.text.length }).map(({ id }) => id)).toContain('merge-runs');
  });
});
