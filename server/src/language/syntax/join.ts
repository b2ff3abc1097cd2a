import type { Span } from '../text/span';
import { isSpace, nextLine, skipSpaces, trimNewline } from './characters';

/** A text made of pieces of another one, with the way back: every unit knows where it came from. */
export class Joined {
  /**
   * @param text the joined text
   * @param pieces pairs of (offset in the joined text, offset in the original) at which a piece begins, ascending;
   * empty where both texts are the same
   */
  constructor(
    readonly text: string,
    private readonly pieces: readonly number[] = [],
  ) {}

  /** Where the unit at `offset` stands in the original. An offset at or behind the end maps behind the last unit. */
  toOriginal(offset: number): number {
    const { pieces } = this;
    if (pieces.length === 0) return offset;
    let low = 0;
    let high = pieces.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pieces[middle * 2]! > offset) high = middle;
      else low = middle + 1;
    }
    const piece = Math.max(low - 1, 0) * 2;
    return pieces[piece + 1]! + offset - pieces[piece]!;
  }

  /** The original span of a joined one: from its first unit to behind its last, so that it ends in no line break. */
  spanOf(start: number, end: number): Span {
    const from = this.toOriginal(start);
    return { start: from, end: end > start ? this.toOriginal(end - 1) + 1 : from };
  }

  /** The joined offset of the unit that stands at an original one; of the next kept unit where that one was left out. */
  fromOriginal(offset: number): number {
    const { pieces } = this;
    if (pieces.length === 0) return Math.min(offset, this.text.length);
    let result = 0;
    for (let i = 0; i < pieces.length && pieces[i + 1]! <= offset; i += 2) {
      const end = i + 2 < pieces.length ? pieces[i + 2]! : this.text.length;
      result = Math.min(pieces[i]! + offset - pieces[i + 1]!, end);
    }
    return result;
  }

  /** A part of this text, its offsets still leading to the original. */
  part(start: number, end: number): Joined {
    if (this.pieces.length === 0) return new Joined(this.text.slice(start, end), [0, start]);
    const pieces = [0, this.toOriginal(start)];
    for (let i = 0; i < this.pieces.length; i += 2) {
      if (this.pieces[i]! > start && this.pieces[i]! < end) pieces.push(this.pieces[i]! - start, this.pieces[i + 1]!);
    }
    return new Joined(this.text.slice(start, end), pieces);
  }
}

/** Lines joined as the builder joins them, and what it left out. Spans count in the original text. */
export interface JoinedLines {
  readonly joined: Joined;
  /** Comment lines between continued ones: from `#` to the line's end. */
  readonly comments: readonly Span[];
  /** Blank lines between continued ones, line break included. */
  readonly blankLines: readonly Span[];
  /** Where the escape characters that continue a line stand. */
  readonly continuations: readonly number[];
}

/**
 * Where the escape character that continues the line `[start, end)` stands (`end` excludes the line break); -1 for none.
 * BuildKit: the last unit before blanks, and not itself escaped by the unit before it.
 */
export function continuationAt(text: string, start: number, end: number, escape: string): number {
  let at = end - 1;
  while (at >= start && (text[at] === ' ' || text[at] === '\t')) at--;
  if (at < start || text[at] !== escape) return -1;
  return at === start || text[at - 1] !== escape ? at : -1;
}

/** Joins the lines of `text` up to `length`, of which the first begins with no space. */
export function joinLines(text: string, length: number, escape: string): JoinedLines {
  const comments: Span[] = [];
  const blankLines: Span[] = [];
  const continuations: number[] = [];
  const pieces: number[] = [];
  let result = '';
  for (let start = 0; start < length; ) {
    const next = Math.min(nextLine(text, start), length);
    const end = trimNewline(text, start, next);
    if (start > 0) {
      const first = skipSpaces(text, start, end);
      if (first >= end) {
        blankLines.push({ start, end: next });
        start = next;
        continue;
      }
      if (text[first] === '#') {
        comments.push({ start: first, end });
        start = next;
        continue;
      }
    }
    const continued = continuationAt(text, start, end, escape);
    const kept = continued < 0 ? end : continued;
    if (continued >= 0) continuations.push(continued);
    if (kept > start) {
      pieces.push(result.length, start);
      result += start === 0 && kept === text.length ? text : text.slice(start, kept);
    }
    start = next;
  }
  return {
    joined: new Joined(result, pieces.length === 2 && pieces[1] === 0 ? [] : pieces),
    comments,
    blankLines,
    continuations,
  };
}

/** True where the line holds nothing but spaces. */
export function isBlankLine(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
