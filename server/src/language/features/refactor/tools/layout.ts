import type { Dockerfile, Placed } from '../../../model/dockerfile';
import type { Instruction } from '../../../syntax/instruction';
import { type Span, slice } from '../../../text/span';

/** What lines are indented with that continue an instruction. */
export const indent = '    ';

/** The line break that the file uses. */
export const newlineOf = ({ text }: Dockerfile): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** What ends a line that goes on in the next one, up to its first word. */
export const continued = (file: Dockerfile): string => `${file.escape}${newlineOf(file)}${indent}`;

/** Comments of an instruction that lie in a span of it, as they are written. */
export const commentsWithin = ({ comments, text }: Instruction, { start, end }: Span): readonly string[] =>
  comments.filter((comment) => start <= comment.start && comment.end <= end).map((comment) => slice(text, comment));

/** A comment that a linter or the builder's checks read: what it stands above has a meaning. */
export const speaksToLinters = (text: string): boolean => /#\s*(?:slipway|hadolint|check|shellcheck)\b/i.test(text);

/** Keyword and flags on one line, with a blank behind; undefined where a flag stands on several. */
export function headOf({ written, flags, text }: Instruction): string | undefined {
  const parts = flags.map(({ at }) => slice(text, at));
  return parts.some((part) => part.includes('\n')) ? undefined : `${[written, ...parts].join(' ')} `;
}

/** The flags as they can be compared. */
export const flagsOf = ({ flags }: Instruction): string =>
  flags.map(({ name, value }) => `${name}=${value ?? ''}`).join(' ');

/** The edit's span, in the file, of a part of an instruction. */
export const inFile = ({ start }: Placed, span: Span): Span => ({ start: start + span.start, end: start + span.end });

/** Where an instruction that is put above another one goes: over the comments that stand right above it, if it has some. */
export function lineAbove(file: Dockerfile, placed: Placed): number {
  const { text, directives } = file;
  let at = text.lastIndexOf('\n', placed.start - 1) + 1;
  const least = Math.max(placed.gap, directives.end > 0 ? text.indexOf('\n', directives.end - 1) + 1 : 0);
  while (at > least) {
    const above = text.lastIndexOf('\n', at - 2) + 1;
    if (above < least || !/^[ \t]*#/.test(text.slice(above, at))) break;
    at = above;
  }
  // what a file begins with is about the whole of it
  return at === 0 || (placed.index === 0 && at === least) ? placed.start : at;
}
