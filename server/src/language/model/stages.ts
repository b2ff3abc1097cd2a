import type { ExpandError } from '../syntax/expand';
import { type ImageReference, isReference, parseImageReference, type ReferenceError } from '../syntax/imageReference';
import type { Flag, Instruction } from '../syntax/instruction';
import { type Span, shift } from '../text/span';
import { blockAt, blocksOf, typedInStage } from './block';
import { type Resolved, resolveIn, type Scope } from './definitions';
import type { Dockerfile, Placed, Replacement } from './dockerfile';
import { fact } from './fact';
import { globalsOf } from './globals';

/** What a stage is built upon. Offsets count in the file. */
export interface Base {
  /** As it is written; empty where FROM names nothing. */
  readonly text: string;
  readonly at: Span;
  /** With the default values of global arguments; a name without one gives nothing, as in the builder. */
  readonly resolved: string;
  /** Names without a default value. */
  readonly unresolved: readonly string[];
  /** True where the value of an argument went into it, so that a build may take another base. */
  readonly variable: boolean;
  /** The earlier stage of that name. */
  readonly parent: Stage | undefined;
  /** `FROM scratch`: nothing. */
  readonly scratch: boolean;
  /** The image, where it is one and its reference can be read. */
  readonly image: ImageReference | undefined;
  /** Why its variables cannot be replaced: the builder refuses it. */
  readonly expandError: ExpandError | undefined;
  /** What is wrong with the reference; undefined where it is one, or is a stage's name, or could not be expanded. */
  readonly error: ReferenceError | undefined;
  /** The image's familiar name, also where only its tag is not known: `node` of `node:$VERSION` without a default. */
  readonly repository: string | undefined;
}

export interface StageName {
  /** As it is written. */
  readonly text: string;
  readonly at: Span;
  /** As it is looked up: in lower case. */
  readonly key: string;
}

/** One build stage: a FROM and all up to the next. Offsets count in the file. */
export interface Stage {
  readonly index: number;
  readonly from: Placed;
  readonly name: StageName | undefined;
  readonly base: Base;
  readonly platform: Flag | undefined;
  /** The FROM's index among the file's instructions. */
  readonly first: number;
  /** Behind its last instruction. */
  readonly last: number;
}

/** All stages, in order. Instructions before the first FROM belong to none. */
export const stagesOf = fact((file: Dockerfile): readonly Stage[] => {
  // what stands before the first FROM may give them another base
  const replacement = typedInStage(file);
  const before = replacement && stagesOf.known(replacement.of);
  return before ? moved(before, replacement, file) : read(file);
});

/** The stages after an instruction behind a FROM was typed in: those below begin elsewhere, no more. */
function moved(
  stages: readonly Stage[],
  { index, by }: Replacement<Dockerfile>,
  { instructions }: Dockerfile,
): readonly Stage[] {
  const now: Stage[] = [];
  for (const stage of stages) {
    if (stage.first < index) {
      now.push(stage);
      continue;
    }
    const { name, base } = stage;
    const parent = base.parent && now[base.parent.index];
    now.push({
      ...stage,
      from: instructions[stage.first]!,
      name: name && { ...name, at: shift(name.at, by) },
      base: { ...base, parent, at: shift(base.at, by) },
    });
  }
  return now;
}

function read(file: Dockerfile): readonly Stage[] {
  const { instructions } = file;
  const stages: Stage[] = [];
  const byName = new Map<string, Stage>();
  const froms: number[] = [];
  for (const { block, first } of blocksOf(file)) if (block.instructions[0]?.keyword === 'FROM') froms.push(first);
  for (const [index, first] of froms.entries()) {
    const from = instructions[first]!;
    const name = nameOf(from);
    const stage: Stage = {
      index,
      from,
      name,
      // BuildKit looks the base up before the stage's own name counts, and by the exact text
      base: baseOf(file, from, byName),
      platform: from.instruction.flag('platform'),
      first,
      last: froms[index + 1] ?? instructions.length,
    };
    stages.push(stage);
    if (name) byName.set(name.key, stage);
  }
  return stages;
}

/** The stage that the file's instruction `index` belongs to, its FROM included. */
export const stageAt = (file: Dockerfile, index: number): Stage | undefined => stagesOf(file)[blockAt(file, index) - 1];

/** The stage that --from finds by a name in any case: the last one of that name in the whole file. */
export function stageNamed(file: Dockerfile, name: string): Stage | undefined {
  return stagesByName(file).get(name.toLowerCase());
}

const stagesByName = fact((file: Dockerfile): ReadonlyMap<string, Stage> => {
  const named = new Map<string, Stage>();
  for (const stage of stagesOf(file)) if (stage.name) named.set(stage.name.key, stage);
  return named;
});

/** The stage that is not built upon another one of the file: where the chain of parents ends. */
export const rootOf = (file: Dockerfile, stage: Stage): Stage => rootsOf(file)[stage.index]!;

const rootsOf = fact((file: Dockerfile): readonly Stage[] => {
  const roots: Stage[] = [];
  // a parent always comes first
  for (const stage of stagesOf(file)) roots.push(stage.base.parent ? roots[stage.base.parent.index]! : stage);
  return roots;
});

function nameOf({ instruction, start }: Placed): StageName | undefined {
  const [, as, name] = instruction.words;
  if (!name || as?.text.toLowerCase() !== 'as') return undefined;
  return { text: name.text, at: shift(name.at, start), key: name.text.toLowerCase() };
}

/** What a FROM's first word says where it names no stage. */
interface Named {
  readonly image: ImageReference | undefined;
  readonly error: ReferenceError | undefined;
  readonly repository: string | undefined;
}

/** A FROM's first word as global arguments make it: most stay as they are from one version of a file to the next. */
class Reading {
  readonly resolution: Resolved;
  private known: Named | undefined;

  constructor(
    readonly scope: Scope,
    private readonly text: string,
    private readonly escape: string,
  ) {
    this.resolution = resolveIn(scope, text, escape, { unsetVanish: true });
  }

  get named(): Named {
    this.known ??= this.read();
    return this.known;
  }

  private read(): Named {
    const { text, unresolved } = this.resolution;
    const result = parseImageReference(text);
    const image = isReference(result) ? result : undefined;
    const error = isReference(result) ? undefined : result;
    return { image, error, repository: unresolved.length > 0 ? this.repositoryBefore() : image?.familiar };
  }

  /** The familiar name of a reference that has a variable without a value in its tag or digest only. */
  private repositoryBefore(): string | undefined {
    const { text: kept } = resolveIn(this.scope, this.text, this.escape);
    const dollar = kept.indexOf('$');
    const known = dollar < 0 ? kept : kept.slice(0, dollar);
    const tag = Math.max(known.lastIndexOf('@'), known.lastIndexOf(':'));
    if (dollar >= 0 && tag <= known.lastIndexOf('/')) return undefined;
    const result = parseImageReference(dollar < 0 ? known : known.slice(0, tag));
    return isReference(result) ? result.familiar : undefined;
  }
}

/** The last reading of each FROM. */
const readings = fact((_from: Instruction): { last: Reading | undefined } => ({ last: undefined }));

function readingOf(from: Instruction, scope: Scope): Reading {
  const known = readings(from);
  if (known.last?.scope !== scope) known.last = new Reading(scope, from.words[0]?.text ?? '', from.escape);
  return known.last;
}

function baseOf(file: Dockerfile, from: Placed, byName: ReadonlyMap<string, Stage>): Base {
  const { instruction, start } = from;
  const [word] = instruction.words;
  const text = word?.text ?? '';
  const at = word ? shift(word.at, start) : shift(instruction.argumentAt, start);
  const reading = readingOf(instruction, globalsOf(file).scope);
  const { text: resolved, unresolved, error: expandError } = reading.resolution;
  const parent = byName.get(resolved);
  const scratch = !parent && resolved === 'scratch';
  const variable = text.includes('$') && resolved !== text;
  const base = { text, at, resolved, unresolved, variable, parent, scratch, expandError };
  const isImage = !parent && !scratch && !expandError;
  return { ...base, ...(isImage ? reading.named : noImage) };
}

const noImage: Named = { image: undefined, error: undefined, repository: undefined };
