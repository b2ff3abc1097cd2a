import type { Dockerfile } from '../../../model/dockerfile';
import type { Stage } from '../../../model/stages';
import type { Instruction } from '../../../syntax/instruction';
import type { Span } from '../../../text/span';

/** Where the command of RUN, CMD, ENTRYPOINT or `HEALTHCHECK CMD` stands, in any form; undefined for what has none. */
export function commandOf(instruction: Instruction): Span | undefined {
  const { keyword, words, argumentAt } = instruction;
  if (instruction.argument === '') return undefined;
  if (keyword === 'RUN' || keyword === 'CMD' || keyword === 'ENTRYPOINT') return argumentAt;
  if (keyword !== 'HEALTHCHECK' || words[0]?.text.toUpperCase() !== 'CMD' || !words[1]) return undefined;
  const { json } = instruction;
  if (!json) return words[1].at;
  const start = instruction.text.indexOf('[', words[0].at.end);
  return start < 0 ? undefined : { start, end: argumentAt.end };
}

/** True where a stage, or one of the file that it is built upon, has an instruction. */
export function hasInStages(file: Dockerfile, stage: Stage, keyword: string): boolean {
  for (let each: Stage | undefined = stage; each; each = each.base.parent) {
    for (let index = each.first + 1; index < each.last; index++) {
      const { instruction } = file.instructions[index]!;
      if (instruction.keyword === keyword || instruction.trigger?.instruction.keyword === keyword) return true;
    }
  }
  return false;
}
