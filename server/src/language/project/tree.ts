import { type Span, spanOf } from '../text/span';

/**
 * A stretch of a read text and where it stands in its file: unit `at` of the text is unit `from` of the file, and so on up to
 * the next piece. What was put in for a variable has no place of its own: all of a `fixed` piece stands at `from`.
 */
export interface Piece {
  readonly at: number;
  readonly from: number;
  readonly fixed?: true;
}

/** A string or a number as its file's format reads it. */
export interface Text {
  readonly kind: 'text';
  /** Undefined where it depends on what nobody here knows. */
  readonly text: string | undefined;
  /** Where it is written, without its quotes. */
  readonly at: Span;
  /** Where its parts are written; undefined where that is not known unit for unit. */
  readonly pieces: readonly Piece[] | undefined;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Tree[];
}

export interface Entry {
  readonly key: string;
  /** Where the key is written, without its quotes. */
  readonly at: Span;
  readonly value: Tree;
}

export interface Mapping {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
}

/** What YAML, JSON and HCL have in common. */
export type Tree = Text | List | Mapping;

/** A text that is written as it reads, from `start` on. */
export const plain = (text: string, start: number): Text => ({
  kind: 'text',
  text,
  at: spanOf(start, start + text.length),
  pieces: [{ at: 0, from: start }],
});

/** A text of which only the place is known, or the place of the whole alone. */
export const opaque = (at: Span, text?: string): Text => ({ kind: 'text', text, at, pieces: undefined });

/** The value of a key; undefined where the tree is no mapping or has no such key. */
export const valueOf = (tree: Tree | undefined, key: string): Tree | undefined =>
  tree?.kind === 'mapping' ? tree.entries.find((each) => each.key === key)?.value : undefined;

/** The text of a key; undefined where there is none. */
export function textOf(tree: Tree | undefined, key: string): Text | undefined {
  const value = valueOf(tree, key);
  return value?.kind === 'text' ? value : undefined;
}

/** The entries of a mapping; none of anything else. */
export const entriesOf = (tree: Tree | undefined): readonly Entry[] => (tree?.kind === 'mapping' ? tree.entries : []);

/** The texts of a list; none of anything else. */
export const textsOf = (tree: Tree | undefined): readonly Text[] =>
  tree?.kind === 'list' ? tree.items.filter((each) => each.kind === 'text') : [];

/** The number of the piece in which unit `offset` of a read text stands. */
function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.at > offset) high = middle;
    else low = middle + 1;
  }
  return Math.max(low - 1, 0);
}

/** The piece in which unit `offset` of a read text stands. */
export const pieceOf = (pieces: readonly Piece[], offset: number): Piece => pieces[pieceAt(pieces, offset)]!;

/** Where unit `offset` of a read text stands in its file. */
export function placeOf(pieces: readonly Piece[], offset: number): number {
  const piece = pieceOf(pieces, offset);
  return piece.fixed ? piece.from : piece.from + offset - piece.at;
}

/** Where a span of a read text stands in its file: the end is that of its last unit, or of what that was put in for. */
export function spanIn(pieces: readonly Piece[], { start, end }: Span): Span {
  const from = placeOf(pieces, start);
  if (end <= start) return spanOf(from, from);
  const last = pieceAt(pieces, end - 1);
  const behind = pieces[last]!.fixed ? pieces[last + 1]?.from : undefined;
  return spanOf(from, Math.max(from, behind ?? placeOf(pieces, end - 1) + 1));
}

/**
 * Which unit of a read text stands at a place of its file; undefined beside the text, in the indentation of its lines and in
 * what was replaced. In a line that is blank in the file, it is the line's start.
 */
export function offsetIn({ text, at, pieces }: Text, place: number, source: string): number | undefined {
  if (text === undefined || !pieces || place < at.start || place > at.end) return undefined;
  const index = pieces.findLastIndex(({ from }) => from <= place);
  const piece = pieces[index];
  if (!piece) return undefined;
  if (piece.fixed) return place === piece.from ? piece.at : undefined;
  const next = pieces[index + 1]?.at;
  const last = next === undefined ? text.length : text[next - 1] === '\n' ? next - 1 : next;
  const offset = piece.at + place - piece.from;
  if (offset <= last) return offset;
  return last <= piece.at && /^[ \t]*$/.test(source.slice(piece.from, place)) ? piece.at : undefined;
}

/**
 * The text with its variables replaced.
 * @param pattern global; what it finds is replaced
 * @param replacement undefined where nobody knows it: then nobody knows the text
 */
export function substituted(
  text: Text,
  pattern: RegExp,
  replacement: (match: RegExpMatchArray) => string | undefined,
): Text {
  if (text.text === undefined) return text;
  const before = text.pieces;
  const pieces: Piece[] = [];
  let made = '';
  let last = 0;
  let next = 0;
  const keep = (end: number) => {
    if (before) pieces.push({ at: made.length, from: placeOf(before, last) });
    for (; before && next < before.length && before[next]!.at < end; next++) {
      const piece = before[next]!;
      if (piece.at > last) pieces.push({ ...piece, at: made.length + piece.at - last });
    }
    made += text.text!.slice(last, end);
  };
  for (const match of text.text.matchAll(pattern)) {
    const value = replacement(match);
    if (value === undefined) return opaque(text.at);
    keep(match.index);
    if (before) pieces.push({ at: made.length, from: placeOf(before, match.index), fixed: true });
    made += value;
    last = match.index + match[0].length;
  }
  if (last === 0) return text;
  keep(text.text.length);
  return { ...text, text: made, pieces: before && pieces };
}
