import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';

/**
 * Quotes around a part of a script. The first and the last unit are replaced, for of two parts without a gap one ends where
 * the other begins, and the same insertion made twice at one place counts once.
 */
export function quotesAround(text: string, { start, end }: Span, quote: '"' | "'"): readonly Edit[] {
  if (end - start < 2) return [{ at: { start, end }, text: `${quote}${text.slice(start, end)}${quote}` }];
  return [
    { at: { start, end: start + 1 }, text: `${quote}${text[start]}` },
    { at: { start: end - 1, end }, text: `${text[end - 1]}${quote}` },
  ];
}
