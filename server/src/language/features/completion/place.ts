import type { Dockerfile, Placed } from '../../model/dockerfile';
import type { Span } from '../../text/span';
import { instructionAround } from './around';
import type { Place } from './item';

/** A longer run without blanks is nothing that anybody types. */
export const longestWord = 4096;

/** The place within an instruction's arguments that an offset is at; undefined elsewhere, and in a very long word. */
export function placeAt(file: Dockerfile, offset: number): Place | undefined {
  const placed = instructionAround(file, offset);
  return placed && placeIn(file, placed, offset);
}

/** The same for an offset in an instruction; behind ONBUILD of the inner one. Undefined where the keyword is not done yet. */
export function placeIn({ text }: Dockerfile, placed: Placed, offset: number): Place | undefined {
  const { trigger } = placed.instruction;
  const inner = trigger && offset > placed.start + placed.instruction.keywordAt.end ? trigger : undefined;
  const instruction = inner?.instruction ?? placed.instruction;
  const start = placed.start + (inner?.start ?? 0);
  const word = offset > start + instruction.keywordAt.end ? wordAround(text, offset) : undefined;
  if (!word) return undefined;
  const typed = text.slice(word.start, offset);
  const index = instruction.words.filter(({ at }) => start + at.start < word.start).length;
  return { placed, instruction, start, offset, word, typed, index };
}

/** The run of characters other than blanks that touches an offset; undefined for a very long one. */
function wordAround(text: string, offset: number): Span | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && /\S/.test(text[start - 1]!)) if (offset - --start > longestWord) return undefined;
  while (end < text.length && /\S/.test(text[end]!)) if (++end - offset > longestWord) return undefined;
  return { start, end };
}
