/** The only importer of the shell parser: what we use of it, with guards where it is slow or recurses without a limit. */
import { type ParseError, parse, type Script } from 'unbash';
import type { Deferral } from './tree';

export type * from 'unbash';
export { forEachChild } from 'unbash';

/** UTF-16 units of shell that are read at once. */
export const sizeLimit = 100_000;

/** The parser's time is quadratic in the number of heredocs. */
const heredocLimit = 500;

/** The parser recurses once for each of these when they follow one another, without a limit of its own. */
const headers = /\([ \t]*\)|\bfunction\b|\bcoproc\b/g;
const headerLimit = 500;

/** Brackets inside brackets. The time to look into unclosed ones grows with their number times the text. */
const depthLimit = 60;

/** Substitutions inside substitutions that are looked into: each level reads the text of all levels below it again. */
export const substitutionLimit = 8;

/** What the parser makes of `text`, or why it did not get it. Never throws. */
export function readScript(
  text: string,
  limit: number,
): (Script & { readonly errors?: readonly ParseError[] | undefined }) | Deferral {
  const refused = refusal(text, limit);
  if (refused) return refused;
  try {
    return parse(text);
  } catch {
    // it has no promise not to throw; all that is known to make it throw is the stack's end
    return 'nesting';
  }
}

/** Why `text` should not be given to the parser; undefined where it may. One linear pass. */
function refusal(text: string, limit: number): Deferral | undefined {
  if (text.length > limit) return 'size';
  if (isMoreThan(heredocLimit, text, '<<')) return 'heredocs';
  // a header is at least two units long
  if (text.length > 2 * headerLimit) {
    let found = 0;
    for (const _ of text.matchAll(headers)) if (++found > headerLimit) return 'nesting';
  }
  const mayNest = isMoreThan(depthLimit / 2, text, '(') || isMoreThan(depthLimit / 2, text, '{');
  return mayNest && nestsTooDeep(text) ? 'nesting' : undefined;
}

function isMoreThan(limit: number, text: string, part: string): boolean {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length))
    if (++found > limit) return true;
  return false;
}

/** Counts brackets, quoted or not: what real scripts quote is nearly balanced too. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 40 || unit === 123) {
      if (++depth > depthLimit) return true;
    } else if ((unit === 41 || unit === 125) && depth > 0) depth--;
  }
  return false;
}
