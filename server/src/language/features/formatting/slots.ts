import { isSpace, skipSpaces } from '../../syntax/characters';
import type { Instruction } from '../../syntax/instruction';
import type { Span } from '../../text/span';
import { type Gap, gapsOf } from './gaps';
import type { FormatOptions } from './options';

/** A line break within a gap. */
export interface Break {
  /** What stands between the line that ends and the one that begins: comments, and lines that hold but an escape. */
  readonly lines: readonly string[];
  /** What followed the escape characters at the lines' ends, one for each line that ends. */
  readonly ends: readonly string[];
  /** How many columns the line that begins was indented; undefined for a line that there was not. */
  readonly column: number | undefined;
  /** How many steps it will be. */
  readonly level: number;
}

/** A gap with its place in the instruction's text, and what will stand in it. Spans count in the instruction. */
export interface Slot extends Span {
  readonly blank: Gap['blank'];
  readonly beside: Gap['beside'];
  /** Undefined where no line will break. */
  break: Break | undefined;
}

/** The gaps of an instruction as they are now. Those with something odd between their lines are left out. */
export function slotsOf(instruction: Instruction, posix: boolean, { tabSize }: FormatOptions): Slot[] {
  const { line, text, escape } = instruction;
  const slots: Slot[] = [];
  for (const { start, end, blank, beside } of gapsOf(instruction, posix)) {
    const from = line.toOriginal(start - 1) + 1;
    const to = line.toOriginal(end);
    const between = text.slice(from, to);
    const broken = between.includes('\n') ? readBreak(between, escape, tabSize) : undefined;
    slots.push({ start: from, end: to, blank, beside, break: broken === null ? undefined : broken });
    if (broken === null) slots.pop();
  }
  return slots;
}

/** Null where more stands between the lines than blanks, escapes and comments. */
function readBreak(between: string, escape: string, tabSize: number): Break | null {
  const [first = '', ...more] = between.split('\n');
  const last = more.pop() ?? '';
  const open = first.indexOf(escape);
  if (open < 0) return null;
  const ends = [first.slice(open + 1)];
  const lines: string[] = [];
  for (const line of more) {
    const start = skipSpaces(line, 0, line.length);
    // the builder skips blank lines, and warns of them
    if (start === line.length) continue;
    const comment = line[start] === '#';
    if (!comment && line[start] !== escape) return null;
    const end = comment ? trimmedEnd(line) : start + 1;
    const what = line.slice(start, end);
    if (what === escape && lines.at(-1) === escape) continue;
    lines.push(what);
    ends.push(line.slice(end));
  }
  return { lines, ends, column: columnsOf(last, tabSize), level: 0 };
}

/** Where the blanks at a line's end begin. */
function trimmedEnd(line: string): number {
  let end = line.length;
  while (end > 0 && isSpace(line.charCodeAt(end - 1))) end--;
  return end;
}

function columnsOf(indent: string, tabSize: number): number {
  let column = 0;
  for (const unit of indent) column = unit === '\t' ? column - (column % tabSize) + tabSize : column + 1;
  return column;
}

/** A slot's text as it will be. */
export function writtenSlot(slot: Slot, escape: string, eol: string, options: FormatOptions): string {
  if (!slot.break) return slot.blank;
  const { lines, ends, level } = slot.break;
  const indent = indentOf(level, options);
  const endOf = (end: string | undefined): string => {
    if (end === undefined) return eol;
    const lineBreak = end.endsWith('\r') ? '\r\n' : '\n';
    return options.trimTrailingWhitespace ? lineBreak : end.replace(/\r+$/, '') + lineBreak;
  };
  let text = ` ${escape}${endOf(ends[0])}`;
  lines.forEach((line, i) => {
    text += indent + line + endOf(ends[i + 1]);
  });
  return text + indent;
}

/** As many steps as `level`. */
export const indentOf = (level: number, { insertSpaces, tabSize }: FormatOptions): string =>
  insertSpaces ? ' '.repeat(level * tabSize) : '\t'.repeat(level);
