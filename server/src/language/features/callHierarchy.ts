import type { Dockerfile } from '../model/dockerfile';
import { stageReferences } from '../model/references';
import { type Stage, stageAt, stagesOf } from '../model/stages';
import type { Span } from '../text/span';
import { namedAt } from './names/namedAt';

/** A stage as one that takes from others and is taken from. Offsets count in the file. */
export interface StageItem {
  /** Its name, else its base; never empty. */
  readonly name: string;
  readonly detail: string;
  readonly at: Span;
  readonly nameAt: Span;
}

/** A stage at the other end, and where the one that takes names the other. */
export interface StageCall {
  readonly stage: StageItem;
  readonly places: readonly Span[];
}

export interface StageCalls {
  readonly stage: StageItem;
  /** Stages that are built upon it or copy or mount from it. */
  readonly incoming: readonly StageCall[];
  /** Stages that it is built upon or takes from. */
  readonly outgoing: readonly StageCall[];
}

/** The stage that is named at an offset, else the one whose FROM stands there, with all that it has to do with others. */
export function callHierarchy(file: Dockerfile, offset: number): StageCalls | undefined {
  const stage = stageBelow(file, offset);
  if (!stage) return undefined;
  const incoming = new Map<Stage, Span[]>();
  const outgoing = new Map<Stage, Span[]>();
  const take = (from: Stage, to: Stage, at: Span) => {
    if (to === stage) put(incoming, from, at);
    if (from === stage) put(outgoing, to, at);
  };
  const references = stageReferences(file);
  for (const each of stagesOf(file)) {
    if (each.base.parent) take(each, each.base.parent, each.base.at);
    for (const { stage: source, at } of references[each.index]!) if (source) take(each, source, at);
  }
  const calls = (map: ReadonlyMap<Stage, Span[]>): StageCall[] =>
    Array.from(map, ([other, places]) => ({ stage: item(file, other), places }));
  return { stage: item(file, stage), incoming: calls(incoming), outgoing: calls(outgoing) };
}

function stageBelow(file: Dockerfile, offset: number): Stage | undefined {
  const named = namedAt(file, offset);
  if (named?.kind === 'stage') return named.mention.stage;
  const placed = file.at(offset);
  return placed?.instruction.keyword === 'FROM' ? stageAt(file, placed.index) : undefined;
}

function put(map: Map<Stage, Span[]>, stage: Stage, at: Span): void {
  const places = map.get(stage);
  if (places) places.push(at);
  else map.set(stage, [at]);
}

function item(file: Dockerfile, { name, base, from, last, index }: Stage): StageItem {
  return {
    name: name?.text ?? (base.text || 'FROM'),
    detail: name ? `#${index} ${base.text}` : `#${index}`,
    at: { start: from.start, end: file.instructions[last - 1]!.end },
    nameAt: name?.at ?? base.at,
  };
}
