/**
 * Where the shell would split an expansion into words and match them with file names, and whether the value can hold
 * anything that makes a difference. It follows values through a script as ShellCheck does since 0.9: each command sees what
 * the commands that may run before it assign.
 */

import type * as Shell from '../../shell/tree';
import { fact } from '../fact';
import { type ScriptText, treeOf } from '../scripts';
import type { Note } from './note';
import { quotesAround } from './quotes';
import { concat, ownPlain, State, valueOf, valueOfItems, valueOfText } from './values';

/** An expansion outside of quotes where the shell splits. Spans count in the script's text. */
interface Split {
  readonly part: Shell.VariablePart | Shell.SubstitutionPart;
  /**
   * The value holds neither blanks nor wildcards if all these variables come from outside and do not; undefined where that
   * cannot be said of any outside.
   */
  readonly needs: ReadonlySet<string> | undefined;
  /** In the value of `export NAME=…` and its like, which only some shells split. */
  readonly declared: boolean;
}

/** All expansions of a script that the shell splits; none where it has errors. */
const splitsOf: (script: ScriptText) => readonly Split[] = fact((script) => {
  // most scripts have nothing that could be split
  if (!/[$`]/.test(script.text)) return [];
  const tree = treeOf(script);
  if (tree.errors.length > 0) return [];
  const flow = new Flow();
  flow.list(tree.body, new State(), 0);
  return flow.splits;
});

const declaring: ReadonlySet<string> = new Set(['export', 'readonly', 'local', 'declare', 'typeset']);
const assignment = /^([A-Za-z_]\w*)\+?=/;
const name = /^[A-Za-z_]\w*$/;

/** Deeper than this a loop's body is not run twice, and a function not entered. */
const deepest = 4;

/** Undefined where the script does not get there. */
type Reached = State | undefined;

class Flow {
  readonly splits: Split[] = [];
  private readonly functions = new Map<string, Shell.List>();
  private readonly entered = new Set<string>();
  private silent = 0;

  list({ entries }: Shell.List, start: Reached, depth: number): Reached {
    let state = start;
    let before: Shell.OperatorText | undefined;
    for (const { pipeline, operator, background } of entries) {
      if (before === '&&' || before === '||') {
        // the chain so far may have ended here, or go on
        state = state?.after(state, this.pipeline(pipeline, state.fork(), depth));
      } else if (background) this.pipeline(pipeline, state?.fork(), depth);
      else state = this.pipeline(pipeline, state, depth);
      before = operator?.text;
    }
    return state;
  }

  private pipeline({ commands }: Shell.Pipeline, state: Reached, depth: number): Reached {
    if (commands.length === 1) return this.command(commands[0]!, state, depth);
    for (const command of commands) this.command(command, state?.fork(), depth);
    return state;
  }

  private command(command: Shell.ShellCommand, state: Reached, depth: number): Reached {
    if (command.kind === 'simple') return this.simple(command, state, depth);
    const after = this.compound(command, state, depth + 1);
    this.redirects(command.redirects, state, depth);
    return after;
  }

  private compound({ kind, words, parts }: Shell.CompoundCommand, state: Reached, depth: number): Reached {
    const list = (i: number, before: Reached) => this.list(parts[i]!.list, before, depth);
    if (kind === 'function' || kind === 'coproc') {
      const called = words[0]?.literal;
      if (kind === 'function' && called !== undefined && parts[0]) this.functions.set(called, parts[0].list);
      else if (parts[0]) list(0, state?.fork());
      return state;
    }
    for (const word of words) this.unsplit(word.expansions, state, depth);
    switch (kind) {
      case 'group':
        return parts[0] ? list(0, state) : state;
      case 'subshell':
        if (parts[0]) list(0, state?.fork());
        return state;
      case 'if': {
        const ends: Reached[] = [];
        let rest: Reached = state;
        let i = 0;
        for (; parts[i]?.role === 'condition' && parts[i + 1]; i += 2) {
          rest = list(i, rest?.fork());
          ends.push(list(i + 1, rest?.fork()));
        }
        return state?.after(...ends, parts[i] ? list(i, rest?.fork()) : rest);
      }
      case 'case': {
        const always = words.slice(1).some(({ raw }) => raw === '*');
        const ends = parts.map((_, i) => list(i, state?.fork()));
        return state?.after(...ends, always ? undefined : state);
      }
      case 'for':
      case 'select':
      case 'while':
      case 'until':
        return this.loop(kind, words, parts, state, depth);
      default:
        return state;
    }
  }

  private loop(
    kind: string,
    words: readonly Shell.Word[],
    parts: readonly Shell.CompoundPart[],
    state: Reached,
    depth: number,
  ): Reached {
    const body = (inner: Reached): Reached => {
      const variable = kind === 'for' || kind === 'select' ? words[0]?.literal : undefined;
      if (inner && variable !== undefined && name.test(variable)) {
        inner.set(variable, valueOfItems(words.slice(1), inner));
      }
      return parts.reduce((before: Reached, { list }) => this.list(list, before, depth), inner);
    };
    if (depth <= deepest) {
      this.silent++;
      state?.after(state, body(state.fork()));
      this.silent--;
    }
    return state?.after(state, body(state.fork()));
  }

  private simple({ assignments, words, redirects }: Shell.SimpleCommand, state: Reached, depth: number): Reached {
    const [first, ...args] = words;
    for (const { value, elements } of assignments) {
      if (value) this.unsplit(value.expansions, state, depth);
      for (const element of elements) this.unsplit(element.expansions, state, depth);
    }
    const declares = first?.literal !== undefined && declaring.has(first.literal);
    // a variable that is the whole name holds a command with its arguments: that is meant
    if (first) this.word(first, state, depth, first.expansions.length > 0 && first.parts.length === 1);
    for (const arg of args) this.word(arg, state, depth, false, declares && assignment.test(arg.raw));
    this.redirects(redirects, state, depth);
    if (!state) return undefined;
    if (!first) {
      for (const { name, value, append } of assignments) {
        const assigned = value ? valueOf(value.parts, state) : 'dirty';
        state.set(name, append ? concat(state.get(name), assigned) : assigned);
      }
      return state;
    }
    return this.called(first, args, declares, state, depth);
  }

  /** What is so behind a command. */
  private called(
    first: Shell.Word,
    args: readonly Shell.Word[],
    declares: boolean,
    state: State,
    depth: number,
  ): Reached {
    const called = first.literal ?? '';
    if (called === 'exit' || called === 'return') return undefined;
    if (declares) {
      for (const arg of args) {
        const assigned = assignment.exec(arg.raw)?.[1];
        if (assigned === undefined) continue;
        const [head, ...rest] = arg.parts;
        const text = head?.kind === 'literal' ? head.value.slice(head.value.indexOf('=') + 1) : '';
        state.set(assigned, concat(valueOfText(text), valueOf(rest, state)));
      }
    } else if (called === 'read' || called === 'getopts' || called === 'mapfile' || called === 'readarray') {
      for (const { literal } of args) if (literal !== undefined && name.test(literal)) state.set(literal, 'dirty');
    } else if (called === 'unset') {
      for (const { literal } of args) if (literal !== undefined && name.test(literal)) state.set(literal, 'empty');
    }
    const body = this.functions.get(called);
    if (!body || depth > deepest || this.entered.has(called)) return state;
    this.entered.add(called);
    const end = this.list(body, state.fork(), depth + 1);
    this.entered.delete(called);
    return state.after(end) ?? state;
  }

  private redirects(redirects: readonly Shell.Redirect[], state: Reached, depth: number): void {
    for (const { target, body } of redirects) {
      if (target) this.word(target, state, depth, false);
      if (body) this.unsplit(body.expansions, state, depth);
    }
  }

  /** A word that the shell splits. */
  private word(word: Shell.Word, state: Reached, depth: number, command: boolean, declared = false): void {
    for (const part of word.expansions) {
      if (part.kind !== 'arithmetic' && !part.quoted && !command) this.split(part, state, declared);
    }
    this.unsplit(word.expansions, state, depth);
  }

  private split(part: Shell.VariablePart | Shell.SubstitutionPart, state: Reached, declared: boolean): void {
    if (this.silent > 0 || !state) return;
    if (part.kind !== 'variable') {
      const runs = part.kind === 'command' && part.list.entries.length > 0;
      if (runs) this.splits.push({ part, needs: undefined, declared });
      return;
    }
    const { name, modifier } = part;
    if (modifier === 'length' || /^:?\+/.test(modifier) || name === '@' || name === '*' || ownPlain.has(name)) return;
    const value = state.get(name);
    if (typeof value === 'object' && value.clean.size === 0) return;
    this.splits.push({ part, needs: typeof value === 'object' ? value.clean : undefined, declared });
  }

  /** What is inside of expansions: the commands of substitutions, and `${name:=…}`, which assigns. */
  private unsplit(expansions: readonly Shell.Expansion[], state: Reached, depth: number): void {
    for (const expansion of expansions) {
      if (expansion.kind === 'arithmetic') this.unsplit(expansion.inner, state, depth);
      else if (expansion.kind !== 'variable') this.list(expansion.list, state?.fork(), depth + 1);
      else {
        for (const operand of expansion.operands) this.unsplit(operand.expansions, state, depth);
        if (/^:?=$/.test(expansion.modifier)) state?.set(expansion.name, 'dirty');
      }
    }
  }
}

const unsplitCommands: ReadonlySet<string> = new Set(['seq', 'pgrep']);

/**
 * SC2086 and SC2046.
 * @param sh whether the script's shell may split the value of `export NAME=$value`
 */
export function splitNotes(script: ScriptText, sh: boolean): Iterable<Note> {
  const splits = splitsOf(script);
  return splits.length === 0 ? none : notesOf(splits, script, sh);
}

const none: readonly Note[] = [];

function* notesOf(splits: readonly Split[], { text }: ScriptText, sh: boolean): Iterable<Note> {
  const quotable = !text.includes('`');
  for (const { part, needs, declared } of splits) {
    if (declared && !sh) continue;
    const about = text.slice(part.at.start, part.at.end);
    // within backticks quotes may end others
    const common = { at: part.at, about, ...(quotable && { edits: quotesAround(text, part.at, '"') }) };
    if (part.kind === 'variable') yield { code: 'SC2086', ...common, ...(needs && { unless: needs }) };
    else if (!unsplitCommands.has(soleCommand(part))) yield { code: 'SC2046', ...common };
  }
}

/** The name of the one command in a substitution. */
function soleCommand({ list: { entries } }: Shell.SubstitutionPart): string {
  const command = entries.length === 1 ? entries[0]!.pipeline.commands[0] : undefined;
  return command?.kind === 'simple' ? (command.words[0]?.literal ?? '') : '';
}
