import type { Dockerfile } from './dockerfile';
import { fact } from './fact';
import { stageAt } from './stages';

const on: ReadonlySet<string> = new Set(['1', 'true', 'on', 'yes']);

/** Instructions before which ENV or ARG has set PIP_NO_CACHE_DIR in the stage or in one that it is built upon. */
export const pipCacheOff = fact((file: Dockerfile): ReadonlySet<number> => {
  const off = new Set<number>();
  if (!file.text.includes('PIP_NO_CACHE_DIR')) return off;
  const ends = new Map<number, boolean>();
  let state = false;
  for (const { instruction, index } of file.instructions) {
    const { keyword } = instruction;
    const stage = stageAt(file, index);
    if (keyword === 'FROM') {
      const parent = stage?.base.parent;
      state = parent !== undefined && ends.get(parent.index) === true;
    } else if (keyword === 'ENV' || keyword === 'ARG') {
      const pair = instruction.pairs.findLast(({ key }) => key?.text === 'PIP_NO_CACHE_DIR');
      if (pair) state = on.has((pair.value?.text ?? '').replace(/["']/g, '').toLowerCase());
    }
    if (state) off.add(index);
    if (stage) ends.set(stage.index, state);
  }
  return off;
});
