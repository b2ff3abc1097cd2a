import type { Instruction } from '../syntax/instruction';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import type { Command } from './command';
import type { Dockerfile, Placed } from './dockerfile';

const blank = /[ \t\r\n]/;

/** Behind blanks and line continuations from `offset` on. */
function skipForward({ text, escape }: Instruction, offset: number): number {
  for (let at = offset; ; at++) {
    if (blank.test(text[at] ?? '')) continue;
    if (text[at] === escape && /[\r\n]/.test(text[at + 1] ?? '')) continue;
    return at;
  }
}

/** In front of blanks and line continuations that end at `offset`. */
function skipBack({ text, escape }: Instruction, offset: number): number {
  let lineBreak = false;
  for (let at = offset; at > 0; at--) {
    const unit = text[at - 1]!;
    if (blank.test(unit)) lineBreak = unit === '\n' || unit === '\r';
    else if (unit === escape && lineBreak) lineBreak = false;
    else return at;
  }
  return 0;
}

/**
 * The edit that takes a command out of an `&&` or `;` list with the operator that goes with it; spans count in the
 * instruction. Undefined where it is the only command, where another operator or a comment is in the way, and where it is
 * inside of something.
 */
export function withoutCommand(instruction: Instruction, command: Command): Edit | undefined {
  const { at, before, after, within, background, negated } = command;
  if (within.length > 0 || background || negated) return undefined;
  const joins = (text: string | undefined) => text === undefined || text === '&&' || text === ';';
  if (!joins(before?.text) || !joins(after?.text)) return undefined;
  let span: Span;
  // in `a; b && c` what goes with `b` is the `&&` behind it
  if (after && (after.text === '&&' || !before || before.text === ';')) {
    span = { start: at.start, end: skipForward(instruction, after.at.end) };
  } else if (before && !after) span = { start: skipBack(instruction, before.at.start), end: at.end };
  else return undefined;
  const commented = instruction.comments.some((comment) => comment.start < span.end && span.start < comment.end);
  return commented || span.end > instruction.argumentAt.end ? undefined : { at: span, text: '' };
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
const isEmptyLine = (text: string, start: number): boolean => /^[ \t]*\r?\n/.test(text.slice(start, start + 200));

/** The edit that takes an instruction's lines out of its file, and one of the blank lines around it where both sides have one. */
export function withoutInstruction({ text }: Dockerfile, placed: Placed): Edit {
  const start = lineStart(text, placed.start);
  let end = placed.next;
  const above = start > 0 ? lineStart(text, start - 1) : -1;
  if (above >= 0 && isEmptyLine(text, above) && isEmptyLine(text, end)) end = text.indexOf('\n', end) + 1;
  return { at: { start, end }, text: '' };
}
