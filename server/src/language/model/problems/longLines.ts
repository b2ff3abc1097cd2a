import type { Dockerfile } from '../dockerfile';
import { fact } from '../fact';
import type { Problem } from './draft';

/** The builder's scanner takes no line of more bytes, its line break not counted. */
const longestLine = 65_535;

/** A UTF-16 unit is at most three bytes. */
const mayBeLong = (start: number, end: number): boolean => (end - start) * 3 > longestLine;

/** Lines that the builder's scanner cannot take. */
export const longLines = fact((file: Dockerfile): readonly Problem[] => {
  const { replacement } = file;
  const known = replacement && longLines.known(replacement.of);
  if (known?.length === 0) {
    const { gap, next } = file.instructions[replacement!.index]!;
    if (!mayBeLong(gap, next)) return known;
  }
  return [...longLinesOf(file)];
});

function* longLinesOf({ source, text, instructions }: Dockerfile): Iterable<Problem> {
  let from = 0;
  for (const { next } of instructions) {
    // an instruction and what stands above it: seldom is even all of it so long
    if (mayBeLong(from, next)) yield* longLinesIn(from, next);
    from = next;
  }
  if (mayBeLong(from, text.length)) yield* longLinesIn(from, text.length);

  function* longLinesIn(first: number, last: number): Iterable<Problem> {
    for (let line = source.lineAt(first); line < source.lineCount && source.lineStart(line) < last; line++) {
      const start = source.lineStart(line);
      if (!mayBeLong(start, source.lineStart(line + 1))) continue;
      const end = source.lineEnd(line);
      if (byteLength(text, start, end) > longestLine) yield { code: 'line-too-long', at: { start, end }, values: [] };
    }
  }
}

function byteLength(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    // the two halves of a pair are four bytes together
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}
