import { it } from 'vitest';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { atCursor } from './cursors';

/** A feature at one place of a file. */
export type Feature<Result> = (file: Dockerfile, offset: number) => Result | Promise<Result>;

/**
 * Tests a feature at the `‸` in a text. Unasked, the same is tested with CRLF, and in the file as it is after the text was
 * typed from its middle on, so that a feature that looks at an old version of a file fails.
 * @param check gets the feature's result and the file that it was asked in
 */
export function testFeature<Result>(
  name: string,
  feature: Feature<Result>,
  marked: string,
  check: (result: Result, file: Dockerfile) => void,
): void {
  it.each([
    ['LF', marked],
    ['CRLF', marked.replace(/\r?\n/g, '\r\n')],
  ])(`${name} (%s)`, async (_, text) => {
    const { file, offset } = atCursor(text);
    check(await feature(file, offset), file);
    const half = Math.floor(file.text.length / 2);
    const typed = Dockerfile.parse(file.text.slice(0, half)).edit({
      at: { start: half, end: half },
      text: file.text.slice(half),
    });
    check(await feature(typed, offset), typed);
  });
}
