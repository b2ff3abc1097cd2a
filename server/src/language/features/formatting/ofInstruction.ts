import { fact } from '../../model/fact';
import { Instruction } from '../../syntax/instruction';
import { nextPiece, wholePiece } from '../../syntax/split';
import { difference } from '../../text/difference';
import { applyEdits, type Edit } from '../../text/edit';
import { type Span, shift, slice, spanOf } from '../../text/span';
import { ofBody } from './body';
import { breakLists, indentLines, indentLists, placeOperators, sortList } from './layout';
import { type FormatOptions, optionNames } from './options';
import { readingOf, sameReading } from './reading';
import { type Slot, slotsOf, writtenSlot } from './slots';

/** What an instruction is formatted by. */
export interface Style {
  readonly options: FormatOptions;
  /** The file's line break, for lines that there were not. */
  readonly eol: string;
  /** Whether shell forms are in a shell of Bourne's family. */
  readonly posix: boolean;
}

/** What formats an instruction. */
export interface Formatted {
  readonly style: Style;
  /** Spans count in the instruction. None where they would change what the builder reads. */
  readonly edits: readonly Edit[];
  /** Whether with them it is one instruction wherever it stands: one that nothing ends may take in what follows. */
  readonly stands: boolean;
}

/** How an instruction is formatted, made anew where the style is another than last time. */
export function formattedOf(instruction: Instruction, style: Style): Formatted {
  const last = lastMade(instruction);
  if (!last.made || !isSameStyle(last.made.style, style)) {
    const edits = madeEdits(instruction, style);
    const { text, escape } = instruction;
    const stands = edits.length === 0 || wholePiece(applyEdits(text, edits), escape) !== undefined;
    last.made = { style, edits, stands };
  }
  return last.made;
}

/** The edits that format an instruction; spans count in it. */
export const editsOf = (instruction: Instruction, style: Style): readonly Edit[] =>
  formattedOf(instruction, style).edits;

/** What was made last: a file is formatted again and again, in one style. */
const lastMade = fact((_instruction: Instruction): { made?: Formatted } => ({}));

function isSameStyle(a: Style, b: Style): boolean {
  if (a.eol !== b.eol || a.posix !== b.posix) return false;
  const { options: one } = a;
  const { options: other } = b;
  return one === other || optionNames.every((name) => one[name] === other[name]);
}

function madeEdits(instruction: Instruction, style: Style): readonly Edit[] {
  const body = style.options.heredocs === 'shell' ? ofBody(instruction, style.posix, style.options) : [];
  return [...ofHead(instruction, style), ...harmless(instruction, joined(body), style)];
}

/** The edits of an instruction's own lines. */
function ofHead(instruction: Instruction, style: Style): readonly Edit[] {
  const { options, eol, posix } = style;
  const { text, escape } = instruction;
  const slots = slotsOf(instruction, posix, options);
  const lists = posix ? breakLists(instruction, slots, options.packages) : [];
  indentLines(slots);
  placeOperators(slots, text, options);
  indentLists(lists, slots, text, options.operators);
  const edits = options.packages === 'sorted' ? lists.flatMap((list) => sortList(list, slots, text)) : [];
  for (const slot of slots) {
    const before = slice(text, slot);
    const after = writtenSlot(slot, escape, eol, options);
    if (before === after) continue;
    const { at, text: put } = difference(before, after);
    edits.push({ at: shift(at, slot.start), text: put });
  }
  ofKeywords(instruction, options, edits);
  if (options.trimTrailingWhitespace) trimLines(instruction, slots, edits);
  return harmless(instruction, joined(edits), style);
}

/** The edits in order, those that touch made one, so that no two begin at the same place. */
function joined(edits: readonly Edit[]): readonly Edit[] {
  const result: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)) {
    const last = result.at(-1);
    if (last?.at.end !== edit.at.start) result.push(edit);
    else result[result.length - 1] = { at: spanOf(last.at.start, edit.at.end), text: last.text + edit.text };
  }
  return result;
}

/** The edits if the instruction says the same to the builder with them, else none. */
export function harmless(instruction: Instruction, edits: readonly Edit[], { options, posix }: Style): readonly Edit[] {
  if (edits.length === 0) return edits;
  const text = applyEdits(instruction.text, edits);
  const piece = nextPiece(text, 0, instruction.escape);
  if (piece?.start !== 0 || piece.end !== text.length) return [];
  const after = new Instruction(text, piece.head, piece.heredocs, instruction.escape);
  const reading = (each: Instruction) => readingOf(each, posix, options.heredocs === 'shell');
  const same = sameReading(reading(instruction), reading(after), options.packages === 'sorted');
  return same ? edits : [];
}

const word = /^[A-Za-z]+$/;

/** The keyword, `AS`, `CMD` and `NONE` of HEALTHCHECK, and the same of what ONBUILD holds. */
function ofKeywords(instruction: Instruction, options: FormatOptions, edits: Edit[], by = 0): void {
  const { keywordCase } = options;
  if (keywordCase === 'preserve' || !instruction.known) return;
  const { text, keyword, keywordAt, words, trigger } = instruction;
  const write = (at: Span): void => {
    const before = slice(text, at);
    if (!word.test(before)) return;
    const after = keywordCase === 'upper' ? before.toUpperCase() : before.toLowerCase();
    if (after !== before) edits.push({ at: shift(at, by), text: after });
  };
  write(keywordAt);
  if (keyword === 'FROM' && words.length === 3 && words[1]!.text.toUpperCase() === 'AS') write(words[1]!.at);
  if (keyword === 'HEALTHCHECK' && words[0]) write(words[0].at);
  if (trigger && trigger.instruction.keyword !== 'ONBUILD')
    ofKeywords(trigger.instruction, options, edits, by + trigger.start);
}

/** Takes away what stands behind the lines of the instruction's head, but for gaps, which are written as a whole. */
function trimLines({ text, head }: Instruction, slots: readonly Slot[], edits: Edit[]): void {
  let slot = 0;
  for (let start = 0; start < head; ) {
    const lineFeed = text.indexOf('\n', start);
    const next = lineFeed < 0 || lineFeed >= head ? head : lineFeed + 1;
    let end = next;
    while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
    let from = end;
    while (from > start && (text[from - 1] === ' ' || text[from - 1] === '\t')) from--;
    while (slot < slots.length && slots[slot]!.end < from) slot++;
    const inSlot = slots[slot] !== undefined && slots[slot]!.start <= from && slots[slot]!.end >= end;
    if (from < end && !inSlot) edits.push({ at: spanOf(from, end), text: '' });
    start = next;
  }
}
