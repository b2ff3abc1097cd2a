import type { Dockerfile, Placed } from './dockerfile';
import { fact } from './fact';
import { type Stage, stagesOf } from './stages';

/** The last USER of each stage, by the stage's index; undefined where a stage has none of its own. */
export const lastUsers = fact((file: Dockerfile): readonly (Placed | undefined)[] =>
  stagesOf(file).map(({ first, last }) => {
    for (let index = last - 1; index > first; index--) {
      const placed = file.instructions[index]!;
      if (placed.instruction.keyword === 'USER') return placed;
    }
    return undefined;
  }),
);

/** The USER that holds at the end of the file's last stage, be it one of a stage that it is built upon. */
export function finalUser(file: Dockerfile): Placed | undefined {
  let stage: Stage | undefined = stagesOf(file).at(-1);
  while (stage && !lastUsers(file)[stage.index]) stage = stage.base.parent;
  return stage && lastUsers(file)[stage.index];
}

/** True where a USER's argument names the super-user. */
export const isRoot = (user: string): boolean => /^(?:root|0)(?::|$)/.test(user);
