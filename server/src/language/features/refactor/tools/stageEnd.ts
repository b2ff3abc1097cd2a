import type { Dockerfile, Placed } from '../../../model/dockerfile';
import type { Stage } from '../../../model/stages';
import { stagesOf } from '../../../model/stages';

const work: ReadonlySet<string> = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR', 'USER', 'ARG', 'SHELL']);

/** The last stage, where the instruction belongs to it: that is what runs. */
export const finalStage = (file: Dockerfile, stage: Stage | undefined): Stage | undefined =>
  stage && stage === stagesOf(file).at(-1) ? stage : undefined;

/** The last instruction of a stage that does something while it is built; what stands behind it is for the container. */
export function lastWork(file: Dockerfile, { first, last }: Stage): Placed {
  for (let index = last - 1; index > first; index--) {
    const placed = file.instructions[index]!;
    if (work.has(placed.instruction.keyword)) return placed;
  }
  return file.instructions[first]!;
}
