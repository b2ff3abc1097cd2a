import { interpreterAt } from '../model/commands';
import { Dockerfile, type Placed } from '../model/dockerfile';
import { fact } from '../model/fact';
import { inForceAt } from '../model/inForce';
import { isPosix } from '../shell/dialect';
import { trimSpaces } from '../syntax/characters';
import { applyEdits, type Edit } from '../text/edit';
import { overlaps, type Span, shift, spanOf } from '../text/span';
import { ofRegion, type Region } from './formatting/between';
import { editsOf, type Style } from './formatting/ofInstruction';
import type { FormatOptions } from './formatting/options';
import { sameDirectives } from './formatting/reading';

/**
 * The edits that format a file, as small as they can be, ascending, side by side. What the builder reads stays the same, but
 * for the blanks that it and the shell ignore: the result is read again, and an instruction that would say something else is
 * left as it was.
 * @param within only instructions and lines that touch this span
 */
export function formatting(file: Dockerfile, options: FormatOptions, within?: Span): readonly Edit[] {
  const { text } = file;
  const touched = (span: Span) => !within || overlaps(span, within);
  const edits: Edit[] = [];
  const expected: string[] = [];
  for (const placed of file.instructions) {
    const { instruction, start } = placed;
    const own = touched(placed) ? editsOf(instruction, styleAt(file, placed, options)) : [];
    expected.push(own.length === 0 ? instruction.text : applyEdits(instruction.text, own));
    for (const edit of own) edits.push({ at: shift(edit.at, start), text: edit.text });
  }
  for (const region of regionsOf(file)) {
    for (const edit of ofRegion(text, region, file.directives.list, options)) if (touched(edit.at)) edits.push(edit);
  }
  if (options.insertFinalNewline && lacksNewline(file) && touched(spanOf(text.length, text.length)))
    edits.push({ at: spanOf(text.length, text.length), text: eolOf(file) });
  edits.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  return edits.length === 0 || isSound(file, edits, expected) ? edits : [];
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
function isSound(file: Dockerfile, edits: readonly Edit[], expected: readonly string[]): boolean {
  const text = applyEdits(file.text, edits);
  const after = Dockerfile.parse(text);
  return (
    after.instructions.length === expected.length &&
    after.instructions.every(({ instruction }, i) => instruction.text === expected[i]) &&
    sameDirectives(file.text, text, file.directives, after.directives)
  );
}
