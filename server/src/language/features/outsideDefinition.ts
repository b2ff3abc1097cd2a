import type { Dockerfile } from '../model/dockerfile';
import { type Stage, stageNamed, stagesOf } from '../model/stages';
import { definitionAt, definitionNameAt, definitionsOf } from '../model/variables';
import type { DefinitionLink } from './definition';
import type { OutsideName } from './namedOutside';

/**
 * What a name means by which files beside a Dockerfile speak of it: the FROM of a stage, the first ARG of that name. Undefined
 * where nothing defines it.
 */
export function outsideDefinition(
  file: Dockerfile,
  { kind, name }: OutsideName,
): Omit<DefinitionLink, 'origin'> | undefined {
  if (kind === 'stage') {
    const stage = targetStage(file, name);
    return stage && { target: { start: stage.from.start, end: stage.from.end }, name: (stage.name ?? stage.base).at };
  }
  for (const definition of definitionsOf(file)) {
    if (definition.name !== name || !/^(?:global-)?arg$/.test(definition.kind)) continue;
    const [target, at] = [definitionAt(file, definition), definitionNameAt(file, definition)];
    if (target && at) return { target, name: at };
  }
  return undefined;
}

/** The stage that `--target` means: the last one of that name in any case, or of that number. */
export const targetStage = (file: Dockerfile, name: string): Stage | undefined =>
  stageNamed(file, name) ?? (/^\d{1,9}$/.test(name) ? stagesOf(file)[Number(name)] : undefined);
