import type { Flag, Instruction } from '../syntax/instruction';
import type { Edit } from '../text/edit';

/** The edit that takes a flag away, with the blanks before it. Spans count in the instruction. */
export function withoutFlag({ text }: Instruction, { at }: Flag): Edit {
  let { start } = at;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return { at: { start, end: at.end }, text: '' };
}
