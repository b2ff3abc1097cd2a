import { type Environment, type ExpandError, expand, special, type VariableUse } from '../syntax/expand';
import type { Instruction, Pair } from '../syntax/instruction';
import type { Span } from '../text/span';
import type { PersistentMap } from './persistentMap';

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
  /** Why its variables cannot be replaced: the builder refuses it. */
  readonly error?: ExpandError;
}

/** A text with its variables replaced. */
export interface Resolved extends VariableValue {
  readonly text: string;
  /** Names without a value: they stay in `text` as they are written, or vanish with `unsetVanish`. */
  readonly unresolved: readonly string[];
  /** The words that `text` falls into, where the builder takes it for several. */
  readonly words: readonly string[];
}

/** What is defined at one point of a file. */
export type Scope = PersistentMap<Definition>;

/** A value longer than this is cut: `ENV B=$A$A` over and over would double it each time. */
const longestValue = 4096;
/** A text longer than this, or one with pattern operators longer than `longestPattern`, is not resolved. */
const longestText = 65_536;
const longestPattern = 1024;

const patternUse = /\$\{[^}$:+?-]*[#%/]/;

/**
 * One definition of a name, good from behind its pair on. As long as the definitions before it stay as they are, it is the
 * same object in every version of a file, and so is its value.
 */
export class Definition {
  private known: VariableValue | undefined;

  constructor(
    readonly kind: DefinitionKind,
    readonly name: string,
    /** It stands in the n-th of the file's ENV, ARG and ONBUILD instructions, from 0; -1 where it stands in none. */
    readonly ordinal: number,
    /** The instruction that holds `pair`: behind ONBUILD not the file's own. */
    readonly instruction: Instruction | undefined,
    readonly pair: Pair | undefined,
    /** Where `instruction` begins in the file's own: 0 but behind ONBUILD. */
    readonly offset: number,
    /** What the pair's value is resolved in. */
    private readonly within: Scope | undefined,
    /** What the name meant before in this scope. */
    readonly previous: Definition | undefined,
    /** The global definition that `ARG name` brings into the stage; one without a value gives none. */
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

  /** Makes the value, unless other ones must be known first: those are put on the stack. True when it is made. */
  step(stack: Definition[]): boolean {
    if (this.known) return true;
    const { pair, within, instruction } = this;
    const waiting = stack.length;
    let value: VariableValue;
    if (pair?.value && within && instruction) {
      value = resolve(within, pair.value.text, instruction.escape, true, stack);
    } else {
      // `ARG name`: the global value, else what an ENV before it gave, else nothing but the name
      const { global } = this;
      const source = global && (!global.known || global.known.text !== undefined) ? global : this.previous;
      if (source && !source.known) stack.push(source);
      value = source?.known ?? unknown;
    }
    if (stack.length > waiting) return false;
    this.known = value;
    return true;
  }

  /** The value, if it was made before. */
  get made(): VariableValue | undefined {
    return this.known;
  }
}

const nothing: Resolved = { text: '', words: [], unresolved: [], assumed: false, cut: false };
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
  return resolve(scope, text, escape, options.unsetVanish ?? false, undefined);
}

/** @param wanted if given, takes the definitions whose values are not made yet; then the result is of no use */
function resolve(
  scope: Scope,
  text: string,
  escape: string,
  unsetVanish: boolean,
  wanted: Definition[] | undefined,
): Resolved {
  if (!special.test(text)) return { ...nothing, text: cutTo(text), words: [text], cut: text.length > longestValue };
  const patterns = patternUse.test(text);
  if (text.length > (patterns ? longestPattern : longestText)) {
    return { ...nothing, text: cutTo(text), words: [cutTo(text)], cut: true };
  }
  const environment = new Values(scope, patterns ? longestPattern : longestValue, wanted);
  const waiting = wanted?.length;
  let expansion = expand(text, environment, { escape });
  if (wanted && wanted.length !== waiting) return nothing;
  const holes = expansion.unmatched.size > 0 ? holesIn(expansion.uses, scope) : [];
  if (!unsetVanish && holes.length > 0) {
    expansion = expand(escapeAt(text, holes, escape), environment, { escape });
  }
  const { result, error } = expansion;
  return {
    text: cutTo(result),
    words: expansion.words.map((word) => word.text),
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
    private readonly wanted: Definition[] | undefined,
  ) {}

  get(name: string): string | undefined {
    const definition = this.scope.get(name);
    if (definition && this.wanted && !definition.made) {
      this.wanted.push(definition);
      return undefined;
    }
    const value = definition?.value;
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
function holesIn(uses: readonly VariableUse[], scope: Scope): readonly VariableUse[] {
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
