import type { Span } from '../text/span';

/** An operator, a reserved word or a comment that stands between the nodes of a tree. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const operators = [';;&', '&&', '||', ';;', ';&', '|&', ';', '&', '|', '(', ')', '{', '}'];

const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122;

/**
 * The tokens in `text[from, to)` outside of `solid` spans, which are ascending by their start and may touch or, after
 * errors, overlap. A comment's text begins with `#`; a line break is a token of its own.
 */
export function tokensBetween(text: string, from: number, to: number, solid: readonly Span[]): Token[] {
  const tokens: Token[] = [];
  let at = from;
  for (const span of solid) {
    scan(text, at, Math.min(span.start, to), tokens);
    at = Math.max(at, span.end);
  }
  scan(text, at, to, tokens);
  return tokens;
}

function scan(text: string, from: number, to: number, tokens: Token[]): void {
  for (let at = from; at < to; ) {
    // most of what stands between words is one blank
    if (text.charCodeAt(at) === 32) {
      at++;
      continue;
    }
    const end = tokenEnd(text, at, to);
    // the unit behind a backslash is no token, be it a line break
    if (end < 0) at += text[at] === '\\' ? 2 : 1;
    else {
      tokens.push({ text: text.slice(at, end), start: at, end });
      at = end;
    }
  }
}

/** Where the token at `at` ends; -1 where none begins. */
function tokenEnd(text: string, at: number, to: number): number {
  const unit = text.charCodeAt(at);
  if (unit === 10) return at + 1;
  if (unit === 35) {
    const lineEnd = text.indexOf('\n', at);
    return lineEnd < 0 || lineEnd > to ? to : lineEnd;
  }
  if (isLetter(unit)) {
    let end = at + 1;
    while (end < to && isLetter(text.charCodeAt(end))) end++;
    return end;
  }
  for (const operator of operators) if (text.startsWith(operator, at)) return Math.min(at + operator.length, to);
  return -1;
}

/** Index of the first token that begins at or behind `offset`. */
export function firstToken(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
