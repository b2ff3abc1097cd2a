import type * as Shell from '../../shell/tree';

/** `clean`: no blanks, no wildcards, not empty, if the named variables are so too. */
export type Value = 'empty' | 'dirty' | { readonly clean: ReadonlySet<string> };

const plain: Value = { clean: new Set() };

/** Variables of the shell's own that are numbers or single words of letters. */
export const ownPlain: ReadonlySet<string> = new Set(
  '? # $ ! - PPID UID EUID RANDOM SECONDS LINENO SHLVL BASHPID BASH_SUBSHELL OPTIND COLUMNS LINES HISTSIZE'.split(' '),
);

const splitting = /[\s*?[]/;

/** A value that hangs on more variables than this is taken to be anything. */
const mostNames = 16;

/**
 * What the script has assigned so far at one point. A branch holds only what differs from where it began, so that a script
 * of many branches takes no more time for each.
 */
export class State {
  private readonly own = new Map<string, Value>();

  constructor(private readonly parent?: State) {}

  /** What the script has not assigned comes from outside. */
  get(name: string): Value {
    for (let state: State | undefined = this; state; state = state.parent) {
      const value = state.own.get(name);
      if (value !== undefined) return value;
    }
    return ownPlain.has(name) ? plain : { clean: new Set([name]) };
  }

  set(name: string, value: Value): void {
    this.own.set(name, value);
  }

  /** A branch that begins here. */
  fork(): State {
    return new State(this);
  }

  /**
   * Goes on behind branches that began here.
   * @param ends this state itself for a branch that does nothing; undefined for one that does not get here
   * @returns undefined where none gets here
   */
  after(...ends: readonly (State | undefined)[]): State | undefined {
    const live = ends.filter((end) => end !== undefined);
    if (live.length === 0) return undefined;
    const names = new Set<string>();
    for (const end of live) {
      for (let state: State | undefined = end; state && state !== this; state = state.parent) {
        for (const name of state.own.keys()) names.add(name);
      }
    }
    for (const name of names) this.set(name, live.map((end) => end.get(name)).reduce(either));
    return this;
  }
}

function either(a: Value, b: Value): Value {
  if (a === b) return a;
  if (typeof a !== 'object' || typeof b !== 'object' || a.clean.size + b.clean.size > mostNames) return 'dirty';
  if (a.clean.size === 0) return b;
  return b.clean.size === 0 ? a : { clean: new Set([...a.clean, ...b.clean]) };
}

export function concat(a: Value, b: Value): Value {
  if (a === 'empty') return b;
  return b === 'empty' ? a : either(a, b);
}

export const valueOfText = (text: string): Value => (text === '' ? 'empty' : splitting.test(text) ? 'dirty' : plain);

/** What a word comes to as the value of an assignment. */
export function valueOf(parts: readonly Shell.Part[], state: State): Value {
  let value: Value = 'empty';
  for (const part of parts) value = concat(value, valueOfPart(part, state));
  return value;
}

function valueOfPart(part: Shell.Part, state: State): Value {
  switch (part.kind) {
    case 'literal':
    case 'single':
    case 'ansi':
      return valueOfText(part.value);
    case 'double':
      return valueOf(part.parts, state);
    case 'arithmetic':
      return plain;
    case 'variable':
      return part.modifier === '' ? state.get(part.name) : 'dirty';
    default:
      return 'dirty';
  }
}

/** What the variable of a `for` is: each item as it stands, unless one of them falls into several. */
export function valueOfItems(items: readonly Shell.Word[], state: State): Value {
  const several = ({ parts }: Shell.Word) => parts.some(({ kind }) => !whole.has(kind));
  if (items.length === 0 || items.some(several)) return 'dirty';
  return items.map(({ parts }) => valueOf(parts, state)).reduce(either);
}

const whole: ReadonlySet<Shell.Part['kind']> = new Set(['literal', 'single', 'ansi', 'double', 'arithmetic']);
