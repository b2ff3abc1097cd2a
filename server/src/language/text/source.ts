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

/** A text with its line index: offsets to positions and back. The index is made when first asked for. */
export class Source {
  private starts: number[] | undefined;

  constructor(
    readonly text: string,
    starts?: number[],
  ) {
    this.starts = starts;
  }

  /** A source whose lines end at LF alone, as BuildKit and git count them: a lone CR is a part of its line. */
  static byLineFeed(text: string): Source {
    return new Source(text, lineFeedStartsOf(text));
  }

  /** The source of `text`, which is this one's text with `at` replaced by something `length` units long. */
  edited(text: string, at: Span, length: number): Source {
    const end = at.start + length;
    // a line break of two units may have been parted or joined: count anew
    const unsafe = text[at.start - 1] === '\r' || text[end] === '\n' || text.slice(at.start, end).includes('\r');
    if (!this.starts || unsafe) return new Source(text);
    const first = this.lineAt(at.start) + 1;
    const starts = this.starts.slice(0, first);
    for (let i = text.indexOf('\n', at.start); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
    const delta = end - at.end;
    for (let i = this.lineAt(at.end) + 1; i < this.starts.length; i++) starts.push(this.starts[i]! + delta);
    return new Source(text, starts);
  }

  private get lines(): number[] {
    this.starts ??= lineStartsOf(this.text);
    return this.starts;
  }

  get lineCount(): number {
    return this.lines.length;
  }

  /** The zero-based line that holds `offset`. Offsets outside the text count as its nearest end. */
  lineAt(offset: number): number {
    const lines = this.lines;
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lines[middle]! > offset) high = middle;
      else low = middle + 1;
    }
    return Math.max(low - 1, 0);
  }

  /** Where a zero-based line begins; the text's length for a line beyond the last. */
  lineStart(line: number): number {
    return line < 0 ? 0 : (this.lines[line] ?? this.text.length);
  }

  /** Where a zero-based line's content ends: before its line break. */
  lineEnd(line: number): number {
    let end = line + 1 < this.lines.length ? this.lines[line + 1]! : this.text.length;
    const start = this.lineStart(line);
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
    const { lines } = this;
    const next = lines[line + 1] ?? this.text.length + 1;
    return line < lines.length && lines[line]! + character === offset && offset < next;
  }

  spanOf(range: Range): Span {
    return { start: this.offsetAt(range.start), end: this.offsetAt(range.end) };
  }
}
