import type { Token } from './types';

/** How many numbers stand for one token: its start, its length, its type, its modifiers. */
export const tokenSize = 4;

/**
 * Tokens side by side: inner ones cut outer ones up, and none goes over the end of a line. Linear but for the sorting.
 * @param text the text in which the tokens' spans count
 * @returns four numbers a token, see `tokenSize`
 */
export function flatten(text: string, tokens: readonly Token[]): readonly number[] {
  const sorted = [...tokens].sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end);
  const flat: number[] = [];
  const around: { token: Token; end: number }[] = [];
  let at = 0;
  const paint = (to: number): void => {
    const top = around.at(-1)!.token;
    if (to > at) lines(text, at, to, top.type, top.modifiers, flat);
    at = Math.max(at, to);
  };
  const leave = (before: number): void => {
    while (around.length > 0 && around.at(-1)!.end <= before) {
      paint(around.at(-1)!.end);
      around.pop();
    }
  };
  for (const token of sorted) {
    const { start, end } = token.at;
    leave(start);
    const outer = around.at(-1);
    if (outer) paint(start);
    else at = Math.max(at, start);
    around.push({ token, end: outer ? Math.min(end, outer.end) : end });
  }
  leave(Number.POSITIVE_INFINITY);
  return flat;
}

const isBreak = (unit: number): boolean => unit === 10 || unit === 13;

/** Puts the parts of `[from, to)` that stand on one line each. */
function lines(text: string, from: number, to: number, type: number, modifiers: number, flat: number[]): void {
  for (let at = from; at < to; ) {
    while (at < to && isBreak(text.charCodeAt(at))) at++;
    let end = at;
    while (end < to && !isBreak(text.charCodeAt(end))) end++;
    if (end > at) flat.push(at, end - at, type, modifiers);
    at = end;
  }
}
