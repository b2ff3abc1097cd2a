import { nextLine, skipSpaces, trimNewline } from '../../syntax/characters';
import { type Directive, readDirectives } from '../../syntax/directives';
import { difference } from '../../text/difference';
import type { Edit } from '../../text/edit';
import { shift, spanOf } from '../../text/span';
import type { FormatOptions } from './options';

/** Comments, directives and blank lines before an instruction, or behind the last. */
export interface Region {
  /** A line's beginning. */
  readonly from: number;
  /** The keyword behind it, or the text's end. */
  readonly to: number;
  readonly behindLast: boolean;
}

/** The edits that format a region: comments without indent, one blank line of several, none at the file's ends. */
export function ofRegion(
  text: string,
  region: Region,
  directives: readonly Directive[],
  options: FormatOptions,
): readonly Edit[] {
  const writer = new RegionWriter(text, options.trimTrailingWhitespace);
  const start = region.from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : region.from;
  let blanks = -1;
  for (let at = start; at < region.to; at = nextLine(text, at)) {
    const end = Math.min(trimNewline(text, at, nextLine(text, at)), region.to);
    const content = skipSpaces(text, at, end);
    if (content === end && end < region.to) {
      if (blanks < 0) blanks = at;
      continue;
    }
    if (content === end && region.behindLast) break;
    if (blanks >= 0) writer.blankLines(blanks, at, start <= 1 && blanks === start);
    blanks = -1;
    const directive = directives.find((each) => each.at.start === content);
    if (content === end) writer.remove(at, end);
    else if (directive) writer.directive(at, end, directive);
    else writer.comment(at, content, end);
  }
  if (region.behindLast) writer.remove(blanks < 0 ? lastLine(text, start) : blanks, region.to);
  else if (blanks >= 0) writer.blankLines(blanks, region.to, start <= 1 && blanks === start);
  return writer.edits;
}

/** Where the text's last line begins if it holds nothing but blanks; else the text's end. */
function lastLine(text: string, from: number): number {
  const start = Math.max(text.lastIndexOf('\n') + 1, from);
  return skipSpaces(text, start, text.length) === text.length ? start : text.length;
}

class RegionWriter {
  readonly edits: Edit[] = [];

  constructor(
    private readonly text: string,
    private readonly trim: boolean,
  ) {}

  remove(start: number, end: number): void {
    if (end > start) this.edits.push({ at: spanOf(start, end), text: '' });
  }

  /** Blank lines up to the line at `end`: one of them stays, at the file's beginning none. */
  blankLines(start: number, end: number, first: boolean): void {
    const { text } = this;
    // what is no directive must not become one
    if (first && readDirectives(text.slice(end, nextLine(text, end))).list.length === 0) {
      this.remove(start, end);
      return;
    }
    const next = nextLine(text, start);
    this.remove(start, trimNewline(text, start, next));
    this.remove(next, end);
  }

  /** `# name=value`. */
  directive(start: number, end: number, { name, value, at }: Directive): void {
    const change = difference(this.text.slice(start, at.end), `# ${name}=${value}`);
    if (change.text !== '' || change.at.end > change.at.start)
      this.edits.push({ at: shift(change.at, start), text: change.text });
    if (this.trim) this.remove(at.end, end);
  }

  comment(start: number, content: number, end: number): void {
    this.remove(start, content);
    let trimmed = end;
    while (this.text[trimmed - 1] === ' ' || this.text[trimmed - 1] === '\t') trimmed--;
    if (this.trim) this.remove(trimmed, end);
  }
}
