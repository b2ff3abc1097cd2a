import type { Dockerfile } from './dockerfile';
import { fact } from './fact';
import { type Stage, stagesOf } from './stages';

/** Instructions of a file: from `first` up to `last`, the latter not included. */
export interface InstructionRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Stages whose layers are in an image or in a stage built upon them: the last one, and those that a FROM names. From any other
 * only what is copied stays. A file without FROM counts as a whole.
 */
export const keptStages = fact((file: Dockerfile): readonly InstructionRange[] => {
  const stages = stagesOf(file);
  if (stages.length === 0) return [{ first: 0, last: file.instructions.length }];
  const named = new Set<Stage>();
  for (const { base } of stages) if (base.parent) named.add(base.parent);
  return stages.filter((stage, i) => i === stages.length - 1 || named.has(stage));
});

/** For each of `blocksOf` whether it is a kept stage; what stands before the first FROM is one only in a file without FROM. */
export const keptBlocks = fact((file: Dockerfile): readonly boolean[] => {
  const kept = new Set(keptStages(file).map(({ first }) => first));
  const stages = stagesOf(file);
  return [stages.length === 0, ...stages.map(({ first }) => kept.has(first))];
});
