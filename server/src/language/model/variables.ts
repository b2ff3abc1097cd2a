/**
 * ARG and ENV as BuildKit scopes them (dockerfile2llb/convert.go: dispatchArg, dispatchEnv, dispatchState.init): a stage
 * begins with what its base has, global arguments come in by `ARG name` alone, and each instruction sees what stands
 * before it. All is lazy or one pass: a scope for each instruction, sharing what did not change.
 */

import { predefinedArg } from '../knowledge/predefinedArgs';
import { type Span, shift } from '../text/span';
import { type Definition, type Resolved, resolveIn, type Scope } from './definitions';
import type { Dockerfile, Placed } from './dockerfile';
import { fact } from './fact';
import { globalsOf, mayDefine } from './globals';
import { builtIn, type Site, scopeOf, type Transition, transition } from './scopes';
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
  /** What holds at the end of the last stage. */
  readonly end: Scope;
  /** The indices of the instructions that the definitions' ordinals count. */
  readonly definers: readonly number[];
  /** What each of them does. */
  readonly transitions: readonly (Transition | undefined)[];
}

const plainScope = scopeOf([builtIn('base', 'PATH', defaultPath)]);

const scopesOf = fact((file: Dockerfile): Scopes => {
  const { instructions } = file;
  const globals = globalsOf(file);
  const before: Scope[] = globals.before.slice();
  const transitions = globals.transitions.slice();
  const definers: number[] = [];
  for (let i = 0; i < globals.firstFrom; i++) if (mayDefine(instructions[i]!.instruction)) definers.push(i);
  const run = (scope: Scope, site: Site): Scope => {
    const { keyword } = site.instruction;
    const made = keyword === 'ENV' || keyword === 'ARG' ? transition(scope, site) : undefined;
    transitions[site.ordinal] = made;
    return made?.after ?? scope;
  };
  const starts: Scope[] = [];
  /** What a stage upon each stage begins with: what it ends with, and what its ONBUILD triggers define. */
  const children: Scope[] = [];
  let end = globals.scope;
  for (const stage of stagesOf(file)) {
    before.push(globals.scope);
    const { parent } = stage.base;
    let scope = parent ? children[parent.index]! : plainScope;
    starts.push(scope);
    const triggers: Site[] = [];
    for (let index = stage.first + 1; index < stage.last; index++) {
      before.push(scope);
      const { instruction } = instructions[index]!;
      if (!mayDefine(instruction)) continue;
      const ordinal = definers.push(index) - 1;
      transitions.push(undefined);
      const { trigger } = instruction;
      if (trigger) {
        triggers.push({ instruction: trigger.instruction, ordinal, offset: trigger.start, globals: globals.scope });
      } else scope = run(scope, { instruction, ordinal, offset: 0, globals: globals.scope });
    }
    end = scope;
    children.push(triggers.reduce(run, scope));
  }
  return { before, starts, end, definers, transitions };
});

/**
 * What the words of the file's instruction `index` see. FROM and what stands before the first FROM see global arguments;
 * an index behind the last instruction sees what a further one would.
 */
export function scopeAt(file: Dockerfile, index: number): Scope {
  const { before, end } = scopesOf(file);
  return before[index] ?? end;
}

/** What a stage begins with: its base's variables, and those of its parent's ONBUILD triggers. */
export const scopeAtStart = (file: Dockerfile, stage: Stage): Scope => scopesOf(file).starts[stage.index]!;

/** What one use sees: within an ARG of several names also the ones in front of it. */
export function scopeOfUse(file: Dockerfile, index: number, use: Use): Scope {
  const scope = scopeAt(file, index);
  if (use.pair <= 0 || use.deferred || file.instructions[index]?.instruction.keyword !== 'ARG') return scope;
  return scopesOf(file).transitions[ordinalOf(file, index)]?.seen[use.pair] ?? scope;
}

/** All definitions that stand in the file, in the order of their instructions. */
export function* definitionsOf(file: Dockerfile): Iterable<Definition> {
  for (const made of scopesOf(file).transitions) {
    for (const definition of made?.made ?? []) if (definition) yield definition;
  }
}

function ordinalOf(file: Dockerfile, index: number): number {
  const { definers } = scopesOf(file);
  let low = 0;
  let high = definers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (definers[middle]! < index) low = middle + 1;
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

const isProxy = (name: string): boolean => name.toLowerCase().endsWith('_proxy');

/** The instruction that a definition stands in; undefined where the builder or the base image makes it. */
export function definer(file: Dockerfile, definition: Definition): Placed | undefined {
  const index = scopesOf(file).definers[definition.ordinal];
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
