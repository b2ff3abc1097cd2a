import type { Dockerfile, Placed } from '../../model/dockerfile';

/** The instruction that an offset is in, or behind on its last line with nothing but blanks between. */
export function instructionAround(file: Dockerfile, offset: number): Placed | undefined {
  const { text, instructions } = file;
  const found = file.at(offset);
  if (found) return found;
  let end = offset;
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end--;
  const before = file.at(end);
  return before && instructions[before.index]!.end === end && end > before.start ? before : undefined;
}
