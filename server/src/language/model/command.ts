import type { Operator, Part, Word } from '../shell/tree';
import type { Span } from '../text/span';
import type { ScriptText } from './scripts';
import { wrapperTable } from './wrappers';

/** A word of a command. Spans count in the instruction. */
export interface CommandWord {
  /** What the command gets; undefined where it depends on a variable or a substitution. */
  readonly text: string | undefined;
  /** As the script has it, with quotes; in an exec form as the Dockerfile has it, without them. */
  readonly raw: string;
  /** `text`, or as much of it as is known from its beginning. */
  readonly prefix: string;
  readonly at: Span;
  /** The word in the script's tree; undefined in an exec form. */
  readonly node: Word | undefined;
}

/** What a flag is given. */
export type FlagValue = Pick<CommandWord, 'text' | 'at'>;

/** What a command is in, from the outside in. `condition`: of `if` and of loops; `branch`: of `if` and `case`. */
export type Enclosure = 'condition' | 'branch' | 'loop' | 'group' | 'subshell' | 'function' | 'substitution';

export interface CommandAssignment {
  readonly name: string;
  readonly nameAt: Span;
  /** Undefined for an array. */
  readonly value: CommandWord | undefined;
  readonly at: Span;
}

export interface CommandRedirect {
  /** `>`, `>>`, `<`, `&>`, `<<` … */
  readonly operator: string;
  readonly descriptor: string | undefined;
  readonly target: CommandWord | undefined;
  readonly at: Span;
}

/** `sudo -u x`, `env A=b` and the like, in front of the command that they run. */
export interface Wrapper {
  readonly name: string;
  /** With its own flags and operands, up to the command. */
  readonly words: readonly CommandWord[];
  /** Of its name. */
  readonly nameAt: Span;
}

/** Where a command stands and what is around it. Spans count in the instruction. */
export interface Position {
  readonly at: Span;
  /** The script that it is in; undefined for an exec form. */
  readonly script: ScriptText | undefined;
  readonly assignments: readonly CommandAssignment[];
  readonly redirects: readonly CommandRedirect[];
  /** How the command is joined to the one before and behind it in the same list or pipeline. */
  readonly before: Operator | undefined;
  readonly after: Operator | undefined;
  readonly background: boolean;
  /** In a pipeline behind `!`. */
  readonly negated: boolean;
  readonly within: readonly Enclosure[];
}

/** The position of a command that nothing is around. */
export const alone = {
  assignments: [],
  redirects: [],
  before: undefined,
  after: undefined,
  background: false,
  negated: false,
  within: [],
} as const satisfies Partial<Position>;

const isFlag = ({ prefix, text }: CommandWord): boolean =>
  prefix[0] === '-' && (text === undefined || (text !== '-' && text !== '--'));
const combined = /^-[A-Za-z0-9]+$/;

/** True where `word` is `flag`, gives it a value by `=`, or, for one of a single letter, holds it among others. */
function gives(word: CommandWord, flag: string): boolean {
  const { prefix } = word;
  if (prefix === flag || (prefix.startsWith(flag) && prefix[flag.length] === '=')) return true;
  return isShort(flag) && combined.test(prefix) && prefix.includes(flag.slice(1), 1);
}

/** `-y`, and `-qq`, which is `-q` twice. */
const isShort = (flag: string): boolean =>
  flag[0] === '-' && flag[1] !== '-' && (flag.length === 2 || (flag.length === 3 && flag[1] === flag[2]));

/** True where the value of one of `flags` is the word behind `word`. */
function takesNext(word: CommandWord, flags: readonly string[]): boolean {
  const { text } = word;
  if (text === undefined) return false;
  if (flags.includes(text)) return true;
  return text.length > 2 && combined.test(text) && flags.includes(`-${text.at(-1)}`);
}

const assigning = /^[A-Za-z_][A-Za-z0-9_]*=/;

/** A name without its path. */
const baseName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** A simple command: a name with its arguments, whatever runs it taken off the front. */
export class Command implements Position {
  readonly wrappers: readonly Wrapper[];
  /** The name and all arguments; empty where the command only assigns or redirects. */
  readonly words: readonly CommandWord[];
  /** Without its path; undefined where it is not known. */
  readonly name: string | undefined;
  /** Of the whole first word; empty, at the command's start, where there is none. */
  readonly nameAt: Span;
  readonly at: Span;
  readonly script: ScriptText | undefined;
  readonly assignments: readonly CommandAssignment[];
  readonly redirects: readonly CommandRedirect[];
  readonly before: Operator | undefined;
  readonly after: Operator | undefined;
  readonly background: boolean;
  readonly negated: boolean;
  readonly within: readonly Enclosure[];
  private behind: readonly CommandWord[] | undefined;

  constructor(words: readonly CommandWord[], position: Position) {
    const { wrappers, rest } = unwrap(words);
    this.wrappers = wrappers;
    this.words = rest;
    const first = rest[0];
    this.name = first?.text === undefined ? undefined : baseName(first.text);
    this.at = position.at;
    this.nameAt = first?.at ?? { start: this.at.start, end: this.at.start };
    this.script = position.script;
    this.assignments = position.assignments;
    this.redirects = position.redirects;
    this.before = position.before;
    this.after = position.after;
    this.background = position.background;
    this.negated = position.negated;
    this.within = position.within;
  }

  /** The words behind the name. */
  get args(): readonly CommandWord[] {
    this.behind ??= this.words.slice(1);
    return this.behind;
  }

  /** The wrapper of that name: `command.wrapper('sudo')`. */
  wrapper(name: string): Wrapper | undefined {
    return this.wrappers.find((wrapper) => wrapper.name === name);
  }

  /** True where one of `flags` is given: `-y` also within `-qy`, `--yes` also as `--yes=…`. Words behind `--` do not count. */
  has(...flags: readonly string[]): boolean {
    return this.flag(...flags) !== undefined;
  }

  /** The word that gives one of `flags`. */
  flag(...flags: readonly string[]): CommandWord | undefined {
    for (let i = 1; i < this.words.length; i++) {
      const word = this.words[i]!;
      if (word.text === '--') return undefined;
      if (!isFlag(word)) continue;
      for (const flag of flags) if (gives(word, flag)) return word;
    }
    return undefined;
  }

  /** The value of one of `flags`: behind `=`, in the next word, or right behind a single letter. */
  value(...flags: readonly string[]): FlagValue | undefined {
    return this.values(...flags)[0];
  }

  /** The values of `flags`, of which one may be given several times. */
  values(...flags: readonly string[]): readonly FlagValue[] {
    const found: FlagValue[] = [];
    for (let i = 1; i < this.words.length; i++) {
      const word = this.words[i]!;
      if (word.text === '--') break;
      if (takesNext(word, flags)) {
        i++;
        if (this.words[i]) found.push(this.words[i]!);
        continue;
      }
      const { prefix } = word;
      // `--bind` is not what gives `--bind-address=x`
      const holds = (known: string) => prefix[known.length] === '=' || (known.length === 2 && known[1] !== '-');
      const flag = flags.find((known) => prefix.startsWith(known) && holds(known));
      if (flag === undefined) continue;
      const equals = prefix[flag.length] === '=';
      const start = flag.length + (equals ? 1 : 0);
      found.push({ text: word.text?.slice(start), at: this.spanIn(word, start, word.raw.length) });
    }
    return found;
  }

  /** Where a part of a word's `raw` stands; the whole word where quotes or escapes make the two differ. */
  spanIn(word: CommandWord, start: number, end: number): Span {
    const { node, at, raw, prefix } = word;
    if (!raw.startsWith(prefix) || (end > prefix.length && word.text !== undefined)) return at;
    if (!node) return { start: at.start + start, end: at.start + end };
    return this.script?.spanAt(node.at.start + start, node.at.start + end) ?? at;
  }

  /** The flags among the arguments, those behind `--` excluded. */
  get flags(): readonly CommandWord[] {
    const end = this.words.findIndex(({ text }) => text === '--');
    return this.words.slice(1, end < 0 ? undefined : end).filter(isFlag);
  }

  /** The arguments that are neither flags nor, for `valueFlags` (`-o`, `--option`), their values. */
  positional(valueFlags: readonly string[] = []): readonly CommandWord[] {
    const found: CommandWord[] = [];
    for (let i = 1; i < this.words.length; i++) {
      const word = this.words[i]!;
      if (word.text === '--') return [...found, ...this.words.slice(i + 1)];
      if (!isFlag(word)) found.push(word);
      else if (takesNext(word, valueFlags)) i++;
    }
    return found;
  }
}

/** Takes the commands that run others off the front. */
function unwrap(words: readonly CommandWord[]): { wrappers: readonly Wrapper[]; rest: readonly CommandWord[] } {
  const wrappers: Wrapper[] = [];
  let start = 0;
  for (;;) {
    const first = words[start];
    const name = first?.text === undefined ? '' : baseName(first.text);
    const spec = Object.hasOwn(wrapperTable, name) ? wrapperTable[name]! : undefined;
    if (!first || !spec) break;
    let at = start + 1;
    let alone = false;
    for (; at < words.length; at++) {
      const word = words[at]!;
      if (word.text === '--') {
        at++;
        break;
      }
      if (isFlag(word)) {
        if (spec.without.some((flag) => gives(word, flag))) alone = true;
        if (takesNext(word, spec.values)) at++;
      } else if (!spec.assignments || !assigning.test(word.prefix)) break;
    }
    at += spec.operands;
    if (alone || at >= words.length) break;
    wrappers.push({ name, words: words.slice(start, at), nameAt: first.at });
    start = at;
  }
  return { wrappers, rest: start === 0 ? words : words.slice(start) };
}

/** A word's text with `filler` for each expansion in it. */
export const textWith = ({ text, node, prefix }: CommandWord, filler: string): string =>
  text ?? (node ? node.parts.map((part) => partWith(part, filler)).join('') : prefix);

function partWith(part: Part, filler: string): string {
  switch (part.kind) {
    case 'literal':
    case 'single':
    case 'ansi':
      return part.value;
    case 'double':
      return part.parts.map((each) => partWith(each, filler)).join('');
    case 'glob':
    case 'brace':
      return part.raw;
    default:
      return filler;
  }
}
