import fc from 'fast-check';
import { it } from 'vitest';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { ownFiles, someFile } from './dockerfiles';

/**
 * Tests something at every offset of our own files, and at some of made ones.
 * @param check throws where it does not hold
 * @param numRuns how many files are made
 */
export function testAnywhere(check: (file: Dockerfile, offset: number) => void, numRuns: number): void {
  it.each(ownFiles)('own file %#', (text) => {
    const file = Dockerfile.parse(text);
    for (let offset = 0; offset <= text.length; offset++) check(file, offset);
  });

  it('made files', () => {
    fc.assert(
      fc.property(someFile, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (text, places) => {
        const file = Dockerfile.parse(text);
        for (const place of places) check(file, Math.floor(place * text.length));
      }),
      { numRuns },
    );
  });
}
