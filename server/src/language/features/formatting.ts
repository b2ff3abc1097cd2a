import { interpreterAt } from '../model/commands';
import { Dockerfile, type Placed } from '../model/dockerfile';
import { fact } from '../model/fact';
import { inForceAt } from '../model/inForce';
import { isPosix } from '../shell/dialect';
import { trimSpaces } from '../syntax/characters';
import { nextPiece } from '../syntax/split';
import { applyEdits, type Edit } from '../text/edit';
import { overlaps, type Span, shift, spanOf } from '../text/span';
import { ofRegion, type Region } from './formatting/between';
import { editsOf, formattedOf, type Style } from './formatting/ofInstruction';
import type { FormatOptions } from './formatting/options';
import { sameDirectives } from './formatting/reading';

/**
 * The edits that format a file, as small as they can be, ascending, side by side. What the builder reads stays the same, but
 * for the blanks that it and the shell ignore: what was formatted is read again, alone where that tells enough, else with the whole
 * file, and an instruction that would say something else is left as it was.
 * @param within only instructions and lines that touch this span
 */
export function formatting(file: Dockerfile, options: FormatOptions, within?: Span): readonly Edit[] {
  const { text, escape } = file;
  const touched = (span: Span) => !within || overlaps(span, within);
  const edits: Edit[] = [];
  let sound = true;
  for (const placed of file.instructions) {
    if (!touched(placed)) continue;
    const own = formattedOf(placed.instruction, styleAt(file, placed, options));
    for (const edit of own.edits) edits.push({ at: shift(edit.at, placed.start), text: edit.text });
    sound &&= own.stands;
  }
  for (const region of regionsOf(file)) {
    const own = ofRegion(text, region, file.directives.list, options).filter(({ at }) => touched(at));
    edits.push(...own);
    sound &&= own.length === 0 || staysRegion(text, region, own, escape);
  }
  if (options.insertFinalNewline && lacksNewline(file) && touched(spanOf(text.length, text.length))) {
    edits.push({ at: spanOf(text.length, text.length), text: eolOf(file) });
    sound = false;
  }
  edits.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  return sound || isSound(file, edits, options, touched) ? edits : [];
}

/** True where a region stays one, and the instruction behind it begins at its end. Not told of the first, which may hold directives. */
function staysRegion(text: string, { from, to, behindLast }: Region, edits: readonly Edit[], escape: string): boolean {
  if (from === 0) return false;
  const own = edits.map((edit) => ({ at: shift(edit.at, -from), text: edit.text }));
  const after = applyEdits(text.slice(from, to), own);
  return behindLast
    ? nextPiece(after, 0, escape) === undefined
    : nextPiece(`${after}FROM`, 0, escape)?.start === after.length;
}

/** What an instruction of a file is formatted by. */
export function styleAt(file: Dockerfile, { index }: Placed, options: FormatOptions): Style {
  const { dialect } = interpreterAt(inForceAt(file)[index]!);
  return { options, eol: eolOf(file), posix: isPosix(dialect) };
}

const eolOf = fact(({ text }: Dockerfile): string => {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
});

function* regionsOf({ instructions, text }: Dockerfile): Generator<Region> {
  for (const { gap, start } of instructions) yield { from: gap, to: start, behindLast: false };
  const last = instructions.at(-1);
  if (last) yield { from: last.next, to: text.length, behindLast: true };
}

/** True where the last line has text and no end; not in a heredoc without an end, to which a line break would belong. */
function lacksNewline({ text, instructions }: Dockerfile): boolean {
  const end = trimSpaces(text, 0, text.length);
  const open = instructions.at(-1)?.instruction.heredocs.some(({ terminated }) => !terminated);
  return end > 0 && !open && !text.slice(end).includes('\n');
}

/** True where the formatted file falls into the instructions that were meant, and has the same directives. */
function isSound(
  file: Dockerfile,
  edits: readonly Edit[],
  options: FormatOptions,
  touched: (span: Span) => boolean,
): boolean {
  const text = applyEdits(file.text, edits);
  const after = Dockerfile.parse(text);
  const { instructions } = file;
  return (
    after.instructions.length === instructions.length &&
    instructions.every((placed, i) => {
      const { instruction } = placed;
      const own = touched(placed) ? editsOf(instruction, styleAt(file, placed, options)) : [];
      return after.instructions[i]!.instruction.text === applyEdits(instruction.text, own);
    }) &&
    sameDirectives(file.text, text, file.directives, after.directives)
  );
}
