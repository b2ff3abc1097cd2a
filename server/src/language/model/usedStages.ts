import { blocksOf } from './block';
import type { Dockerfile } from './dockerfile';
import { fact } from './fact';
import { sourcesOf, stageOfSource } from './references';
import { type Stage, stagesOf } from './stages';

/**
 * The last stage, and all that it takes something from: what a build without `--target` runs. Undefined where a build argument
 * may bring in any.
 */
export const usedStages = fact((file: Dockerfile): ReadonlySet<Stage> | undefined => {
  const stages = stagesOf(file);
  if (stages.some(({ base }) => base.text.includes('$') && !base.image && !base.scratch)) return undefined;
  const blocks = blocksOf(file);
  const used = new Set<Stage>();
  const open: (Stage | undefined)[] = [stages.at(-1)];
  while (open.length > 0) {
    const stage = open.pop();
    if (!stage || used.has(stage)) continue;
    used.add(stage);
    open.push(stage.base.parent);
    for (const { value: sources } of sourcesOf(blocks[stage.index + 1]!.block)) {
      for (const source of sources) open.push(stageOfSource(file, source));
    }
  }
  return used;
});
