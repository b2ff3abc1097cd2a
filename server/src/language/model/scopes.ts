import { special } from '../syntax/expand';
import type { Instruction, Pair } from '../syntax/instruction';
import { Definition, type DefinitionKind, resolveIn, type Scope } from './definitions';
import { fact } from './fact';
import { PersistentMap } from './persistentMap';

/** A name that no instruction defines. */
export function builtIn(kind: 'platform' | 'base', name: string, text: string | undefined): Definition {
  const value = { text, assumed: true, cut: false };
  return new Definition(kind, name, -1, undefined, undefined, 0, undefined, undefined, undefined, value);
}

/** A scope of names that no instruction defines. */
export function scopeOf(definitions: readonly Definition[]): Scope {
  let scope = PersistentMap.empty<Definition>();
  for (const definition of definitions) scope = scope.set(definition.name, definition);
  return scope;
}

/** What an ENV or ARG instruction does to a scope. */
export interface Transition {
  readonly after: Scope;
  /** What each pair sees: all values of one ENV see what was before it, each of an ARG also the ones in front of it. */
  readonly seen: readonly Scope[];
  /** What each pair defines; undefined for one without a name. */
  readonly made: readonly (Definition | undefined)[];
}

export interface Site {
  readonly instruction: Instruction;
  /** See Definition. */
  readonly ordinal: number;
  /** Where the instruction begins in the file's own: 0 but behind ONBUILD. */
  readonly offset: number;
  /** What `ARG name` brings in; undefined before the first FROM. */
  readonly globals: Scope | undefined;
}

interface Known extends Transition, Site {
  readonly before: Scope;
}

/** How many are remembered of one instruction: it may see one scope now and another while something is being typed. */
const mostKnown = 4;

/**
 * What was found before; it hangs on the instruction and goes with it. So scopes, definitions and their values outlive
 * edits that change nothing in front of them.
 */
const transitionsOf = fact((_instruction: Instruction): Known[] => []);

/** What the ENV or ARG instruction of a site does to the scope before it. */
export function transition(before: Scope, site: Site): Transition {
  const list = transitionsOf(site.instruction);
  let known: Known | undefined = list.find(
    (other) =>
      other.before === before &&
      other.ordinal === site.ordinal &&
      other.offset === site.offset &&
      other.globals === site.globals,
  );
  if (!known) {
    known = { ...site, before, ...define(before, site) };
    if (list.length >= mostKnown) list.shift();
    list.push(known);
  }
  return known;
}

/** The name that a pair defines: ENV's is a word like any other and is expanded, ARG's is taken as it stands. */
function nameOf(pair: Pair, kind: DefinitionKind, scope: Scope, escape: string): string {
  const { text } = pair.key;
  return kind === 'env' && special.test(text) ? resolveIn(scope, text, escape, { unsetVanish: true }).text : text;
}

function define(before: Scope, { instruction, ordinal, offset, globals }: Site): Transition {
  const kind = instruction.keyword === 'ENV' ? 'env' : globals ? 'arg' : 'global-arg';
  const seen: Scope[] = [];
  const made: (Definition | undefined)[] = [];
  let scope = before;
  for (const pair of instruction.pairs) {
    const within = kind === 'env' ? before : scope;
    seen.push(within);
    const name = nameOf(pair, kind, before, instruction.escape);
    if (name === '') {
      made.push(undefined);
      continue;
    }
    const previous = scope.get(name);
    const global = kind === 'arg' && !pair.value ? globals?.get(name) : undefined;
    const definition = new Definition(kind, name, ordinal, instruction, pair, offset, within, previous, global);
    made.push(definition);
    scope = scope.set(name, definition);
  }
  return { after: scope, seen, made };
}
