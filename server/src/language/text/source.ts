import type { Span } from './span';

/** Zero-based line and UTF-16 column, as in the language server protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

const LF = 10;
const CR = 13;

/** Offsets at which the lines of `text` begin where only LF ends one. */
function lineFeedStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Offsets at which the lines of `text` begin. A line ends at LF, CR LF or a lone CR, as in the protocol. */
function lineStartsOf(text: string): number[] {
  if (text.indexOf('\r') < 0) return lineFeedStartsOf(text);
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === LF || (unit === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}

/** Where lines begin. While somebody types within one line, all behind it move by the same, and the list stays. */
interface Lines {
  readonly starts: readonly number[];
  /** The first line that has moved, and by how much. */
  readonly from: number;
  readonly by: number;
}

const unmoved = (starts: readonly number[]): Lines => ({ starts, from: starts.length, by: 0 });

/** A text with its line index: offsets to positions and back. The index is made when first asked for. */
export class Source {
  private index: Lines | undefined;

  constructor(
    readonly text: string,
    index?: Lines,
  ) {
    this.index = index;
  }

  /** A source whose lines end at LF alone, as BuildKit and git count them: a lone CR is a part of its line. */
  static byLineFeed(text: string): Source {
    return new Source(text, unmoved(lineFeedStartsOf(text)));
  }

  /** The source of `text`, which is this one's text with `at` replaced by something `length` units long. */
  edited(text: string, at: Span, length: number): Source {
    const end = at.start + length;
    const inserted = text.slice(at.start, end);
    // a line break of two units may have been parted or joined: count anew
    if (!this.index || text[at.start - 1] === '\r' || inserted.includes('\r')) return new Source(text);
    const first = this.lineAt(at.start) + 1;
    const after = this.lineAt(at.end) + 1;
    const delta = end - at.end;
    const { starts: old, from, by } = this.index;
    if (first === after && (from === first || from >= old.length) && !inserted.includes('\n'))
      return new Source(text, { starts: old, from: first, by: from === first ? by + delta : delta });
    const starts: number[] = [];
    for (let line = 0; line < first; line++) starts.push(this.startOf(line));
    for (let i = inserted.indexOf('\n'); i >= 0; i = inserted.indexOf('\n', i + 1)) starts.push(at.start + i + 1);
    for (let line = after; line < old.length; line++) starts.push(this.startOf(line) + delta);
    return new Source(text, unmoved(starts));
  }

  private get lines(): Lines {
    this.index ??= unmoved(lineStartsOf(this.text));
    return this.index;
  }

  /** @param line one that there is */
  private startOf(line: number): number {
    const { starts, from, by } = this.lines;
    return line < from ? starts[line]! : starts[line]! + by;
  }

  get lineCount(): number {
    return this.lines.starts.length;
  }

  /** The zero-based line that holds `offset`. Offsets outside the text count as its nearest end. */
  lineAt(offset: number): number {
    const { starts, from, by } = this.lines;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((middle < from ? starts[middle]! : starts[middle]! + by) > offset) high = middle;
      else low = middle + 1;
    }
    return Math.max(low - 1, 0);
  }

  /** Where a zero-based line begins; the text's length for a line beyond the last. */
  lineStart(line: number): number {
    return line < 0 ? 0 : line < this.lineCount ? this.startOf(line) : this.text.length;
  }

  /** Where a zero-based line's content ends: before its line break. */
  lineEnd(line: number): number {
    const start = this.lineStart(line);
    let end = this.lineStart(line + 1);
    while (end > start && (this.text.charCodeAt(end - 1) === LF || this.text.charCodeAt(end - 1) === CR)) end--;
    return end;
  }

  positionAt(offset: number): Position {
    const within = Math.min(Math.max(offset, 0), this.text.length);
    const line = this.lineAt(within);
    return { line, character: within - this.lineStart(line) };
  }

  /** The offset of a position; a column beyond the line's end counts as the end. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.text.length;
    const start = this.lineStart(position.line);
    return Math.min(start + Math.max(position.character, 0), Math.max(this.lineEnd(position.line), start));
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  /** True where a range that was told before is a span's: at once, however long the text. */
  isRangeOf({ start, end }: Span, range: Range): boolean {
    return this.isPositionOf(start, range.start) && this.isPositionOf(end, range.end);
  }

  private isPositionOf(offset: number, { line, character }: Position): boolean {
    const count = this.lineCount;
    if (line >= count || this.startOf(line) + character !== offset) return false;
    return line + 1 === count ? offset <= this.text.length : offset < this.startOf(line + 1);
  }

  spanOf(range: Range): Span {
    return { start: this.offsetAt(range.start), end: this.offsetAt(range.end) };
  }
}
