import { type Environment, type ExpandError, emptyEnvironment, expand, type VariableUse } from '../syntax/expand';
import type { Instruction, Pair } from '../syntax/instruction';
import type { Span } from '../text/span';
import { PersistentMap } from './persistentMap';

/**
 * - `arg`, `env`: an instruction of a stage
 * - `global-arg`: ARG before the first FROM
 * - `platform`: set by the builder for FROM: TARGETPLATFORM and its like
 * - `base`: comes with the base image
 */
export type DefinitionKind = 'arg' | 'env' | 'global-arg' | 'platform' | 'base';

/** What a variable comes to. */
export interface VariableValue {
  /** Undefined where it has none: an ARG without default, or a value that cannot be known here. */
  readonly text: string | undefined;
  /** True where a guess went into it: the platform is taken to be linux/amd64. */
  readonly assumed: boolean;
  /** True where it was too long to follow: `text` is cut. */
  readonly cut: boolean;
}

/** A text with its variables replaced. */
export interface Resolved extends VariableValue {
  readonly text: string;
  /** Names without a value: they stay in `text` as they are written, or vanish with `unsetVanish`. */
  readonly unresolved: readonly string[];
  readonly error?: ExpandError;
}

/** What is defined at one point of a file. */
export type Scope = PersistentMap<Definition>;

/** A value longer than this is cut: `ENV B=$A$A` over and over would double it each time. */
const longestValue = 4096;
/** A text longer than this, or one with pattern operators longer than `longestPattern`, is not resolved. */
const longestText = 65_536;
const longestPattern = 1024;

const special = /[$'"\\`]/;
const patternUse = /\$\{[^}$:+?-]*[#%/]/;

/** One definition of a name, good from behind its pair on. */
export class Definition {
  private known: VariableValue | undefined;

  constructor(
    readonly kind: DefinitionKind,
    readonly name: string,
    /** The file's instruction that defines it; -1 where none does. */
    readonly index: number,
    /** The instruction that holds `pair`: behind ONBUILD not the file's own. */
    readonly instruction: Instruction | undefined,
    readonly pair: Pair | undefined,
    /** Where `instruction` begins in the file's instruction `index`: 0 but behind ONBUILD. */
    readonly offset: number,
    /** What the pair's value is resolved in. */
    private readonly within: Scope | undefined,
    /** What the name meant before in this scope. */
    readonly previous: Definition | undefined,
    /** The global definition that `ARG name` brings into the stage. */
    readonly global: Definition | undefined,
    value?: VariableValue,
  ) {
    this.known = value;
  }

  /** What it comes to without build arguments. */
  get value(): VariableValue {
    if (!this.known) settle(this);
    return this.known!;
  }

  /** What must be known first. */
  private *needs(): Iterable<Definition> {
    const { pair, within } = this;
    if (pair?.value && within && this.instruction) {
      if (!pair.value.text.includes('$')) return;
      for (const { name } of this.instruction.usesIn(pair.value)) {
        const definition = within.get(name);
        if (definition) yield definition;
      }
    } else if (this.global) yield this.global;
    else if (this.previous) yield this.previous;
  }

  /** Adds to `stack` what must be known first, or, where that is nothing, makes the value. True when it is made. */
  step(stack: Definition[]): boolean {
    if (this.known) return true;
    let waits = false;
    for (const definition of this.needs()) {
      if (definition.known) continue;
      stack.push(definition);
      waits = true;
    }
    if (waits) return false;
    this.known = this.make();
    return true;
  }

  private make(): VariableValue {
    const { pair, within, instruction } = this;
    if (pair?.value && within && instruction) {
      return resolveIn(within, pair.value.text, instruction.escape, { unsetVanish: true });
    }
    // `ARG name`: the global value, else what an ENV before it gave, else nothing but the name
    return (this.global ?? this.previous)?.known ?? unknown;
  }
}

const unknown: VariableValue = { text: undefined, assumed: false, cut: false };

/** Makes a value with all that it stands on; a loop, since a chain of definitions may be longer than the call stack. */
function settle(definition: Definition): void {
  const stack = [definition];
  while (stack.length > 0) if (stack.at(-1)!.step(stack)) stack.pop();
}

export interface ResolveOptions {
  /** Names without a value give the empty string, as in the builder; else they stay as they are written. */
  readonly unsetVanish?: boolean;
}

/** Replaces the variables in a word by their values in `scope`. */
export function resolveIn(scope: Scope, text: string, escape: string, options: ResolveOptions = {}): Resolved {
  if (!special.test(text))
    return { text: cutTo(text), unresolved: [], assumed: false, cut: text.length > longestValue };
  const patterns = patternUse.test(text);
  if (text.length > (patterns ? longestPattern : longestText)) {
    return { text: cutTo(text), unresolved: [], assumed: false, cut: true };
  }
  const environment = new Values(scope, patterns ? longestPattern : longestValue);
  const holes = text.includes('$') ? holesIn(text, escape, scope) : [];
  const kept = options.unsetVanish || holes.length === 0 ? text : escapeAt(text, holes, escape);
  const { result, error } = expand(kept, environment, { escape });
  return {
    text: cutTo(result),
    unresolved: [...new Set(holes.map(({ name }) => name))],
    assumed: environment.assumed,
    cut: environment.cut || result.length > longestValue,
    ...(error && { error }),
  };
}

/** The values of a scope, each no longer than `longest` and all together no longer than `longestText`. */
class Values implements Environment {
  assumed = false;
  cut = false;
  private budget = longestText;

  constructor(
    private readonly scope: Scope,
    private readonly longest: number,
  ) {}

  get(name: string): string | undefined {
    const value = this.scope.get(name)?.value;
    if (value?.text === undefined) return undefined;
    const given = value.text.slice(0, Math.min(this.longest, this.budget));
    this.budget -= given.length;
    if (value.assumed) this.assumed = true;
    if (value.cut || given.length < value.text.length) this.cut = true;
    return given;
  }
}

/** The text with an escape character before each use: an escaped `$` stays as it is written. */
function escapeAt(text: string, uses: readonly VariableUse[], escape: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const start of uses.map(({ at }) => at.start).sort((a, b) => a - b)) {
    parts.push(text.slice(from, start), escape);
    from = start;
  }
  return parts.join('') + text.slice(from);
}

/** The uses whose place in the result is empty since the name has no value. */
function holesIn(text: string, escape: string, scope: Scope): readonly VariableUse[] {
  const { uses } = expand(text, emptyEnvironment, { escape, skipUnset: true });
  const holes: VariableUse[] = [];
  // an outer use follows those in its operand: backwards, what an operand loses is known before its uses come
  let lost: Span | undefined;
  for (const use of [...uses].reverse()) {
    if (lost && lost.start <= use.at.start && use.at.end <= lost.end) continue;
    const value = scope.get(use.name)?.value.text;
    const missing = value === undefined || (use.modifier.startsWith(':') && value === '');
    const kind = use.modifier.at(-1);
    if (kind === '-' || kind === '+') {
      if (missing === (kind === '+') && use.operandAt) lost = use.operandAt;
    } else if (value === undefined) holes.push(use);
  }
  return holes.filter(({ modifier }) => modifier === '' || !modifier.includes('?'));
}

const cutTo = (text: string): string => (text.length > longestValue ? text.slice(0, longestValue) : text);

/** A scope in which nothing is defined. */
export const emptyScope = (): Scope => PersistentMap.empty<Definition>();

/** The name that a pair defines: ENV's is a word like any other and is expanded, ARG's is taken as it stands. */
function nameOf(pair: Pair, kind: DefinitionKind, scope: Scope, escape: string): string {
  const { text } = pair.key;
  return kind === 'env' && special.test(text) ? resolveIn(scope, text, escape, { unsetVanish: true }).text : text;
}

/**
 * The scope behind an ENV or ARG instruction.
 * @param offset where `instruction` begins in the file's instruction `index`
 * @param globals what `ARG name` brings in; undefined before the first FROM
 * @param each called with what each pair sees
 */
export function define(
  before: Scope,
  kind: 'arg' | 'env' | 'global-arg',
  instruction: Instruction,
  index: number,
  offset: number,
  globals: Scope | undefined,
  each?: (scope: Scope) => void,
): Scope {
  let scope = before;
  for (const pair of instruction.pairs) {
    // all values of one ENV see what was before it; each of an ARG sees the ones in front of it
    const within = kind === 'env' ? before : scope;
    each?.(within);
    const name = nameOf(pair, kind, before, instruction.escape);
    if (name === '') continue;
    const previous = scope.get(name);
    const global = kind === 'arg' && !pair.value ? globals?.get(name) : undefined;
    // a global ARG without a value gives none
    const brings = global?.value.text === undefined ? undefined : global;
    scope = scope.set(name, new Definition(kind, name, index, instruction, pair, offset, within, previous, brings));
  }
  return scope;
}

/** A name that no instruction defines. */
export function builtIn(kind: 'platform' | 'base', name: string, text: string | undefined): Definition {
  const value = { text, assumed: true, cut: false };
  return new Definition(kind, name, -1, undefined, undefined, 0, undefined, undefined, undefined, value);
}
