import type { Span } from '../../text/span';

/**
 * - `options`: the flags
 * - `argument`: what the author writes
 * - `word`: a word of the grammar, such as CMD in HEALTHCHECK
 */
export type PartKind = 'options' | 'argument' | 'word';

export interface Part {
  readonly kind: PartKind;
  /** In the form's label; with the dots that say that it may be repeated. */
  readonly at: Span;
}

/** A syntax line of an instruction, such as `COPY [OPTIONS] <src> ... <dest>`, taken apart. */
export interface Form {
  readonly label: string;
  /** In order, the keyword left out. */
  readonly parts: readonly Part[];
  /** The arguments are strings of a JSON array. */
  readonly json: boolean;
  readonly heredoc: boolean;
}

const strings = /"[^"]*"(?:, \.\.\.)?/g;
const words = /<<\S+|(?:\[(?:[^[\]]|\[[^\]]*\])*\]|<[^>]*>|[^\s[\]<>])+(?: \.\.\.)?/g;

/** Takes one of the forms in `knowledge/instructions.ts` apart. */
export function formOf(label: string): Form {
  const array = label.indexOf('["');
  const before = array < 0 ? label : label.slice(0, array);
  const [, ...parts] = [...before.matchAll(words)].map((match) => partOf(match, 0));
  if (array >= 0) parts.push(...[...label.slice(array).matchAll(strings)].map((match) => partOf(match, array)));
  return { label, parts, json: array >= 0, heredoc: label.includes('<<') };
}

function partOf({ 0: text, index }: RegExpExecArray, by: number): Part {
  const start = index + by;
  const kind = text === '[OPTIONS]' || text.startsWith('[--') ? 'options' : /[<"]/.test(text) ? 'argument' : 'word';
  return { kind, at: { start, end: start + text.length } };
}
