/**
 * ARG and ENV as BuildKit scopes them (dockerfile2llb/convert.go: dispatchArg, dispatchEnv, dispatchState.init): a stage
 * begins with what its base has, global arguments come in by `ARG name` alone, and each instruction sees what stands
 * before it. All is lazy or one pass: a scope for each instruction, sharing what did not change.
 */

import { predefinedArg } from '../knowledge/predefinedArgs';
import { type Span, shift } from '../text/span';
import { type Block, blocksOf, carried } from './block';
import { type Definition, type Resolved, resolveIn, type Scope } from './definitions';
import type { Dockerfile, Placed } from './dockerfile';
import { fact } from './fact';
import { globalsOf, mayDefine } from './globals';
import { builtIn, type Site, scopeOf, type Transition, transition } from './scopes';
import { type Stage, stageAt, stagesOf } from './stages';
import type { Use } from './uses';

export type { Definition, Resolved, Scope, VariableValue } from './definitions';

/** What the builder sets where the base image has no PATH. */
const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** What the instructions of one stage see and define. Indices count in the block. */
export interface StageScopes {
  readonly block: Block;
  /** What each instruction sees: FROM the global arguments. */
  readonly before: readonly Scope[];
  readonly after: Scope;
  /** What a stage upon this one begins with: `after`, and what the ONBUILD triggers define. */
  readonly child: Scope;
  /** The instructions that the definitions' ordinals count. */
  readonly definers: readonly number[];
  /** What each of them does. */
  readonly transitions: readonly (Transition | undefined)[];
}

interface Scopes {
  readonly stages: readonly StageScopes[];
  /** What each stage begins with. */
  readonly starts: readonly Scope[];
  /** What holds at the end of the last stage. */
  readonly end: Scope;
}

const plainScope = scopeOf([builtIn('base', 'PATH', defaultPath)]);

const scopesOf = fact((file: Dockerfile): Scopes => {
  const globals = globalsOf(file);
  const blocks = blocksOf(file);
  let ordinal = globalDefiners(file).length;
  const starts: Scope[] = [];
  const stages: StageScopes[] = [];
  for (const stage of stagesOf(file)) {
    const { parent } = stage.base;
    const start = parent ? stages[parent.index]!.child : plainScope;
    const scopes = stageScopes(blocks[stage.index + 1]!.block, start, globals.scope, ordinal);
    starts.push(start);
    stages.push(scopes);
    ordinal += scopes.definers.length;
  }
  return { stages, starts, end: stages.at(-1)?.after ?? globals.scope };
});

interface Known {
  readonly start: Scope;
  readonly globals: Scope;
  readonly ordinal: number;
  readonly scopes: StageScopes;
}

/** How many are remembered of one block: it may begin with one scope now and another while something is typed. */
const mostKnown = 4;

const knownOf = fact((_block: Block): Known[] => []);

function stageScopes(block: Block, start: Scope, globals: Scope, ordinal: number): StageScopes {
  const known = knownOf(block);
  const isSame = (each: Known) => each.start === start && each.globals === globals && each.ordinal === ordinal;
  const same = known.find(isSame);
  if (same) return same.scopes;
  const before = carried(block, (other) => knownOf(other).find(isSame)?.scopes, mayDefine);
  const scopes = before ? { ...before, block } : readScopes(block, start, globals, ordinal);
  if (known.length >= mostKnown) known.shift();
  known.push({ start, globals, ordinal, scopes });
  return scopes;
}

function readScopes(block: Block, start: Scope, globals: Scope, firstOrdinal: number): StageScopes {
  const before: Scope[] = [globals];
  const definers: number[] = [];
  const transitions: (Transition | undefined)[] = [];
  const triggers: Site[] = [];
  const run = (scope: Scope, site: Site): Scope => {
    const { keyword } = site.instruction;
    const made = keyword === 'ENV' || keyword === 'ARG' ? transition(scope, site) : undefined;
    transitions[site.ordinal - firstOrdinal] = made;
    return made?.after ?? scope;
  };
  let scope = start;
  for (let index = 1; index < block.instructions.length; index++) {
    before.push(scope);
    const instruction = block.instructions[index]!;
    if (!mayDefine(instruction)) continue;
    const ordinal = firstOrdinal + definers.push(index) - 1;
    transitions.push(undefined);
    const { trigger } = instruction;
    if (trigger) triggers.push({ instruction: trigger.instruction, ordinal, offset: trigger.start, globals });
    else scope = run(scope, { instruction, ordinal, offset: 0, globals });
  }
  return { block, before, after: scope, child: triggers.reduce(run, scope), definers, transitions };
}

/** What the instructions of each stage see and define, by the stage's index. */
export const scopesOfStages = (file: Dockerfile): readonly StageScopes[] => scopesOf(file).stages;

/** The instructions before the first FROM that define something. */
const globalDefiners = fact((file: Dockerfile): readonly number[] => {
  const { firstFrom } = globalsOf(file);
  const definers: number[] = [];
  for (let i = 0; i < firstFrom; i++) if (mayDefine(file.instructions[i]!.instruction)) definers.push(i);
  return definers;
});

/** All defining instructions of the file by ordinal, and what each does. */
const definersOf = fact((file: Dockerfile) => {
  const indices = globalDefiners(file).slice();
  const transitions = globalsOf(file).transitions.slice();
  transitions.length = indices.length;
  const blocks = blocksOf(file);
  for (const [i, scopes] of scopesOf(file).stages.entries()) {
    for (const index of scopes.definers) indices.push(blocks[i + 1]!.first + index);
    for (let each = 0; each < scopes.definers.length; each++) transitions.push(scopes.transitions[each]);
  }
  return { indices, transitions };
});

/**
 * What the words of the file's instruction `index` see. FROM and what stands before the first FROM see global arguments;
 * an index behind the last instruction sees what a further one would.
 */
export function scopeAt(file: Dockerfile, index: number): Scope {
  if (index >= file.instructions.length) return scopesOf(file).end;
  const stage = stageAt(file, index);
  if (!stage) return globalsOf(file).before[index]!;
  return scopesOf(file).stages[stage.index]!.before[index - stage.first]!;
}

/** What a stage begins with: its base's variables, and those of its parent's ONBUILD triggers. */
export const scopeAtStart = (file: Dockerfile, stage: Stage): Scope => scopesOf(file).starts[stage.index]!;

/** What one use sees: within an ARG of several names also the ones in front of it. */
export function scopeOfUse(file: Dockerfile, index: number, use: Use): Scope {
  const scope = scopeAt(file, index);
  if (use.pair <= 0 || use.deferred || file.instructions[index]?.instruction.keyword !== 'ARG') return scope;
  const { transitions } = definersOf(file);
  return transitions[ordinalOf(file, index)]?.seen[use.pair] ?? scope;
}

/** All definitions that stand in the file, in the order of their instructions. */
export function* definitionsOf(file: Dockerfile): Iterable<Definition> {
  for (const made of definersOf(file).transitions) {
    for (const definition of made?.made ?? []) if (definition) yield definition;
  }
}

function ordinalOf(file: Dockerfile, index: number): number {
  const { indices } = definersOf(file);
  let low = 0;
  let high = indices.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (indices[middle]! < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A text of the file's instruction `index` with its variables replaced by what they come to without build arguments. */
export function resolveAt(file: Dockerfile, index: number, text: string, unsetVanish = false): Resolved {
  return resolveIn(scopeAt(file, index), text, file.escape, { unsetVanish });
}

/**
 * What a name stands for in the shell of a RUN, CMD or other instruction: what is in scope, or an argument for proxies,
 * which every RUN gets without ARG.
 */
export function inShell(file: Dockerfile, index: number, name: string): Definition | 'proxy' | undefined {
  const definition = scopeAt(file, index).get(name);
  if (definition) return definition;
  const predefined = predefinedArg(name);
  return predefined && isProxy(predefined) ? 'proxy' : undefined;
}

/** Whether the file, or the builder by its arguments for proxies, sets a name for the shells that see `scope`. */
export function isSetIn(scope: Scope, name: string): boolean {
  const definition = scope.get(name);
  if (definition) return definition.kind !== 'base';
  return predefinedArg(name) !== undefined && isProxy(name);
}

const isProxy = (name: string): boolean => name.toLowerCase().endsWith('_proxy');

/** The instruction that a definition stands in; undefined where the builder or the base image makes it. */
export function definer(file: Dockerfile, definition: Definition): Placed | undefined {
  const index = definersOf(file).indices[definition.ordinal];
  return index === undefined ? undefined : file.instructions[index];
}

/** Where the name of a definition stands in the file; undefined where the builder or the base image makes it. */
export function definitionNameAt(file: Dockerfile, definition: Definition): Span | undefined {
  const placed = definer(file, definition);
  return placed && definition.pair && shift(definition.pair.key.at, placed.start + definition.offset);
}

/** Where a definition's whole pair stands in the file. */
export function definitionAt(file: Dockerfile, definition: Definition): Span | undefined {
  const placed = definer(file, definition);
  return placed && definition.pair && shift(definition.pair.at, placed.start + definition.offset);
}
