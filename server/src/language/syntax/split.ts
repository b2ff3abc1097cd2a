import { nextLine, skipSpaces, trimNewline, trimSpaces } from './characters';
import { readFlags } from './flags';
import type { Heredoc } from './heredoc';
import { heredocBodies, heredocMarks } from './heredoc';
import { continuationAt, isBlankLine, joinLines } from './join';
import { parseJsonStrings } from './json';

/** One instruction's place in a file, found by BuildKit's line rules. Offsets count in the file. */
export interface Piece {
  /** Behind the previous instruction's last line: comments and blank lines may stand from here to `start`. */
  readonly gap: number;
  /** The keyword's first unit. */
  readonly start: number;
  /** Behind the instruction's last unit, its line break not counted. */
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
  /** Length of the instruction's own lines from `start` on; heredoc bodies follow. */
  readonly head: number;
  /** Bodies in the order of their marks; offsets count from `start`. */
  readonly heredocs: readonly Omit<Heredoc, 'at'>[];
}

const none: readonly Omit<Heredoc, 'at'>[] = [];

/** True where the keyword at `start` may be followed by heredocs: RUN, COPY, ADD, also behind ONBUILD. */
const takesHeredoc = /^(?:onbuild[\t\v\f\r ]+)?(?:run|copy|add)[\t\v\f\r ]/i;
const onbuild = /^onbuild[\t\v\f\r ]+/i;

function heredocsOf(
  text: string,
  start: number,
  head: number,
  after: number,
  escape: string,
): readonly Omit<Heredoc, 'at'>[] {
  const lines = text.slice(start, start + head);
  if (!lines.includes('<<')) return none;
  const { joined } = joinLines(lines, lines.length, escape);
  let line = joined.text;
  if (!takesHeredoc.test(line)) return none;
  const marks = heredocMarks(line);
  if (marks.length === 0) return none;
  line = line.replace(onbuild, '');
  const keywordEnd = line.search(/[\t\v\f\r ]/);
  const { rest } = readFlags(line, keywordEnd);
  const from = skipSpaces(line, rest, line.length);
  if (line[from] === '[' && parseJsonStrings(line, from, trimSpaces(line, from, line.length)).kind !== 'none')
    return none;
  const bodies = heredocBodies(text, after, marks);
  const relative = (span: { start: number; end: number }) => ({ start: span.start - start, end: span.end - start });
  return bodies.map((heredoc) => ({
    ...heredoc,
    body: relative(heredoc.body),
    terminator: relative(heredoc.terminator),
  }));
}

/** The next instruction from `gap` on, which must be a line's beginning; undefined where none is left. */
export function nextPiece(text: string, gap: number, escape: string): Piece | undefined {
  for (let line = gap; line < text.length; ) {
    const next = nextLine(text, line);
    const end = trimNewline(text, line, next);
    // a byte order mark may stand before the first line
    let start = line === 0 && text.charCodeAt(0) === 0xfeff ? 1 : line;
    start = skipSpaces(text, start, end);
    if (start >= end || text[start] === '#') {
      line = next;
      continue;
    }
    return pieceAt(text, gap, start, end, next, escape);
  }
  return undefined;
}

function pieceAt(text: string, gap: number, start: number, lineEnd: number, lineNext: number, escape: string): Piece {
  let end = lineEnd;
  let next = lineNext;
  let continued = continuationAt(text, start, end, escape) >= 0;
  while (continued && next < text.length) {
    const at = next;
    next = nextLine(text, at);
    end = trimNewline(text, at, next);
    if (isBlankLine(text, at, end)) continue;
    if (text[skipSpaces(text, at, end)] === '#') continue;
    continued = continuationAt(text, at, end, escape) >= 0;
  }
  const heredocs = heredocsOf(text, start, end - start, next, escape);
  const head = end - start;
  const last = heredocs.at(-1);
  if (!last) return { gap, start, end, next, head, heredocs };
  if (last.terminated) {
    end = start + last.terminator.end;
    next = nextLine(text, end);
  } else {
    // all that follows is its body, line breaks at the end too
    end = text.length;
    next = text.length;
  }
  return { gap, start, end: Math.max(end, start + head), next, head, heredocs };
}

/** The piece that all of a text is; undefined where it is none or several, or where it would take in the line behind it. */
export function wholePiece(text: string, escape: string): Piece | undefined {
  const piece = nextPiece(`${text}\nFROM scratch`, 0, escape);
  return piece?.start === 0 && piece.end === text.length ? piece : undefined;
}

/** All instructions of a file, in order. */
export function split(text: string, escape: string): Piece[] {
  const pieces: Piece[] = [];
  for (let piece = nextPiece(text, 0, escape); piece; piece = nextPiece(text, piece.next, escape)) pieces.push(piece);
  return pieces;
}
