import { predefinedArg } from '../knowledge/predefinedArgs';
import type { Reference } from '../knowledge/reference/types';
import type { Dockerfile } from '../model/dockerfile';
import { stageReferences } from '../model/references';
import { type Stage, stagesOf } from '../model/stages';
import type { Surroundings } from '../model/surroundings';
import { hover } from './hover';
import { type Ask, lineOf, type Page, render } from './hover/page';
import { aboutStage } from './hover/stages';
import type { OutsideName } from './namedOutside';
import { namedAt } from './names/namedAt';
import { outsideDefinition, targetStage } from './outsideDefinition';

/**
 * What a reader of a Compose or Bake file should know of a stage or an argument that it names: Markdown. That a Dockerfile lacks
 * it is said, too; undefined where there is nothing to say.
 * @param reference the texts, which decide the language: see `loadReference`
 */
export function outsideHover(
  file: Dockerfile,
  named: OutsideName,
  reference: Reference,
  around: Surroundings,
): string | undefined {
  const ask = { file, reference, around };
  if (named.kind === 'argument') return render(aboutArgument(ask, named));
  const stage = targetStage(file, named.name);
  if (stage) return render([...aboutStage(ask, stage), takes(ask, stage)]);
  const names = stagesOf(file).flatMap(({ name }) => (name ? [name.text] : []));
  return reference.stage.noTarget(named.name, names);
}

/** What a stage copies and mounts from others, and from images. */
function takes({ file, reference }: Ask, { first, last }: Stage): string | undefined {
  const sources = stageReferences(file).flat();
  const names = sources.filter(({ index }) => index >= first && index < last).map(({ text }) => text);
  return names.length > 0 ? reference.stage.takesFrom([...new Set(names)]) : undefined;
}

function aboutArgument({ file, reference, around }: Ask, named: OutsideName): Page {
  const { variable, stage } = reference;
  const definition = outsideDefinition(file, named);
  if (!definition) {
    const known = predefinedArg(named.name);
    return [known ? reference.predefinedArgs[known] : variable.noArg(named.name)];
  }
  const offset = definition.name.start;
  const uses = namedAt(file, offset)?.places.filter((place) => !place.definition) ?? [];
  const lines = [...new Set(uses.map(({ at }) => lineOf(file, at.start)))];
  return [hover(file, offset, reference, around)?.markdown, lines.length > 0 ? stage.usedIn(lines) : variable.unused];
}
