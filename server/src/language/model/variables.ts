/**
 * ARG and ENV as BuildKit scopes them (dockerfile2llb/convert.go: dispatchArg, dispatchEnv, dispatchState.init): a stage
 * begins with what its base has, global arguments come in by `ARG name` alone, and each instruction sees what stands
 * before it. All is lazy or one pass: a scope for each instruction, sharing what did not change.
 */

import { predefinedArg } from '../knowledge/predefinedArgs';
import type { Instruction } from '../syntax/instruction';
import { type Span, shift, spanOf } from '../text/span';
import { builtIn, type Definition, define, emptyScope, type Resolved, resolveIn, type Scope } from './definitions';
import type { Dockerfile } from './dockerfile';
import { fact } from './fact';
import { globalsOf } from './globals';
import { type Stage, stagesOf } from './stages';
import type { Use } from './uses';

export type { Definition, Resolved, Scope, VariableValue } from './definitions';

/** What the builder sets where the base image has no PATH. */
const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

interface Scopes {
  /** What each instruction sees: of FROM, and before it, the global arguments. */
  readonly before: readonly Scope[];
  /** What each stage begins with. */
  readonly starts: readonly Scope[];
  /** What holds at the end of each stage. */
  readonly ends: readonly Scope[];
}

const scopesOf = fact((file: Dockerfile): Scopes => {
  const globals = globalsOf(file);
  const before: Scope[] = globals.before.slice();
  const starts: Scope[] = [];
  const ends: Scope[] = [];
  const triggered = new Map<Stage, Scope>();
  const plain = emptyScope().set('PATH', builtIn('base', 'PATH', defaultPath));
  for (const stage of stagesOf(file)) {
    before.push(globals.scope);
    let scope = plain;
    const { parent } = stage.base;
    if (parent) {
      // the same for all stages upon one parent
      scope = triggered.get(parent) ?? afterTriggers(file, parent, ends[parent.index]!, globals.scope);
      triggered.set(parent, scope);
    }
    starts.push(scope);
    for (let index = stage.first + 1; index < stage.last; index++) {
      before.push(scope);
      scope = after(scope, file.instructions[index]!.instruction, index, 0, globals.scope);
    }
    ends.push(scope);
  }
  return { before, starts, ends };
});

function after(scope: Scope, instruction: Instruction, index: number, offset: number, globals: Scope): Scope {
  if (instruction.keyword === 'ENV') return define(scope, 'env', instruction, index, offset, globals);
  if (instruction.keyword === 'ARG') return define(scope, 'arg', instruction, index, offset, globals);
  return scope;
}

/** What a stage upon `parent` begins with: what the parent ends with, and what its ONBUILD triggers define. */
function afterTriggers(file: Dockerfile, parent: Stage, end: Scope, globals: Scope): Scope {
  let scope = end;
  for (let index = parent.first + 1; index < parent.last; index++) {
    const { trigger } = file.instructions[index]!.instruction;
    if (trigger) scope = after(scope, trigger.instruction, index, trigger.start, globals);
  }
  return scope;
}

/**
 * What the words of the file's instruction `index` see. FROM and what stands before the first FROM see global arguments;
 * an index behind the last instruction sees what a further one would.
 */
export function scopeAt(file: Dockerfile, index: number): Scope {
  const { before, ends } = scopesOf(file);
  return before[index] ?? ends.at(-1) ?? globalsOf(file).scope;
}

/** What a stage begins with: its base's variables, and those of its parent's ONBUILD triggers. */
export const scopeAtStart = (file: Dockerfile, stage: Stage): Scope => scopesOf(file).starts[stage.index]!;

/** What one use sees: within an ARG of several names also the ones in front of it. */
export function scopeOfUse(file: Dockerfile, index: number, use: Use): Scope {
  const scope = scopeAt(file, index);
  const placed = file.instructions[index];
  if (!placed || use.pair <= 0 || placed.instruction.keyword !== 'ARG') return scope;
  return argumentScopes(file).get(index)?.[use.pair] ?? scope;
}

/** For each ARG with several names: what each of them sees. */
const argumentScopes = fact((file: Dockerfile): ReadonlyMap<number, readonly Scope[]> => {
  const scopes = new Map<number, readonly Scope[]>();
  const globals = globalsOf(file);
  for (const { instruction, index } of file.instructions) {
    if (instruction.keyword !== 'ARG' || instruction.pairs.length < 2) continue;
    const inStage = index >= globals.firstFrom;
    const list: Scope[] = [];
    const end = (scope: Scope) => list.push(scope);
    const kind = inStage ? 'arg' : 'global-arg';
    define(scopeAt(file, index), kind, instruction, index, 0, inStage ? globals.scope : undefined, end);
    scopes.set(index, list);
  }
  return scopes;
});

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

const isProxy = (name: string): boolean => name.toLowerCase().endsWith('_proxy');

/** Where the name of a definition stands in the file; undefined where the builder or the base image makes it. */
export function definitionNameAt(file: Dockerfile, definition: Definition): Span | undefined {
  const placed = file.instructions[definition.index];
  if (!placed || !definition.pair) return undefined;
  return shift(definition.pair.key.at, placed.start + definition.offset);
}

/** Where a definition's whole pair stands in the file. */
export function definitionAt(file: Dockerfile, definition: Definition): Span | undefined {
  const placed = file.instructions[definition.index];
  if (!placed || !definition.pair) return undefined;
  const { start, end } = definition.pair.at;
  return spanOf(placed.start + definition.offset + start, placed.start + definition.offset + end);
}
