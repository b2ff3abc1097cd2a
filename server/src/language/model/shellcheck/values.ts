import type * as Shell from '../../shell/tree';

/** `clean`: no blanks, no wildcards, not empty, if the named variables are so too. */
export type Value = 'empty' | 'dirty' | { readonly clean: ReadonlySet<string> };

/** What the script has assigned so far; undefined where this point is never reached. */
export type State = Map<string, Value> | undefined;

const plain: Value = { clean: new Set() };

/** Variables of the shell's own that are numbers or single words of letters. */
export const ownPlain: ReadonlySet<string> = new Set(
  '? # $ ! - PPID UID EUID RANDOM SECONDS LINENO SHLVL BASHPID BASH_SUBSHELL OPTIND COLUMNS LINES HISTSIZE'.split(' '),
);

const splitting = /[\s*?[]/;

export const copy = (state: State): State => state && new Map(state);

/** What the script has not assigned comes from outside. */
export const lookup = (state: Map<string, Value>, name: string): Value =>
  state.get(name) ?? (ownPlain.has(name) ? plain : { clean: new Set([name]) });

export function join(a: State, b: State): State {
  if (!a || !b) return a ?? b;
  const joined = new Map<string, Value>();
  for (const name of new Set([...a.keys(), ...b.keys()])) joined.set(name, either(lookup(a, name), lookup(b, name)));
  return joined;
}

function either(a: Value, b: Value): Value {
  if (a === b) return a;
  if (typeof a === 'object' && typeof b === 'object') return { clean: new Set([...a.clean, ...b.clean]) };
  return 'dirty';
}

export function concat(a: Value, b: Value): Value {
  if (a === 'empty') return b;
  return b === 'empty' ? a : either(a, b);
}

export const valueOfText = (text: string): Value => (text === '' ? 'empty' : splitting.test(text) ? 'dirty' : plain);

/** What a word comes to as the value of an assignment. */
export function valueOf(parts: readonly Shell.Part[], state: Map<string, Value>): Value {
  let value: Value = 'empty';
  for (const part of parts) value = concat(value, valueOfPart(part, state));
  return value;
}

function valueOfPart(part: Shell.Part, state: Map<string, Value>): Value {
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
      return part.modifier === '' ? lookup(state, part.name) : 'dirty';
    default:
      return 'dirty';
  }
}

/** What the variable of a `for` is: each item as it stands, unless one of them falls into several. */
export function valueOfItems(items: readonly Shell.Word[], state: Map<string, Value>): Value {
  const several = ({ parts }: Shell.Word) => parts.some(({ kind }) => !whole.has(kind));
  if (items.length === 0 || items.some(several)) return 'dirty';
  return items.map(({ parts }) => valueOf(parts, state)).reduce(either);
}

const whole: ReadonlySet<Shell.Part['kind']> = new Set(['literal', 'single', 'ansi', 'double', 'arithmetic']);
