import type * as Shell from '../../shell/tree';

/** A simple command with what is around it. */
export interface Call {
  readonly node: Shell.SimpleCommand;
  /** As it is written, with its path; undefined where it is not known. */
  readonly name: string | undefined;
  readonly args: readonly Shell.Word[];
  readonly pipeline: Shell.Pipeline;
  /** Its place in the pipeline. */
  readonly index: number;
  /** How it is joined to the commands around it where its pipeline is that command alone. */
  readonly before: Shell.OperatorText | undefined;
  readonly after: Shell.OperatorText | undefined;
  /** Whether something looks at its exit status: `&&`, `||`, `if`, `while`, near or far around it. */
  readonly tested: boolean;
}

/** Where a word stands. */
export type Place = 'name' | 'argument' | 'value' | 'element' | 'redirect' | 'loop' | 'case' | 'operand' | 'inner';

export interface PlacedWord {
  readonly word: Shell.Word;
  readonly place: Place;
  readonly call: Call | undefined;
}

export interface PlacedExpansion {
  readonly part: Shell.Expansion;
  /** The command whose word it is in. */
  readonly call: Call | undefined;
}

/** A list with whether something looks at the exit status of what it is in. */
export interface PlacedList {
  readonly list: Shell.List;
  readonly tested: boolean;
}

/** All that is in a script, substitutions included, flat and in the order of the text within each kind. */
export interface Survey {
  readonly text: string;
  readonly calls: readonly Call[];
  readonly words: readonly PlacedWord[];
  readonly expansions: readonly PlacedExpansion[];
  readonly compounds: readonly Shell.CompoundCommand[];
  readonly lists: readonly PlacedList[];
  readonly redirects: readonly Shell.Redirect[];
  readonly assignments: readonly Shell.Assignment[];
  /** `set -e` or `set -o errexit` stands somewhere. */
  readonly errexit: boolean;
}

/** Reads a tree once for all checks. */
export function surveyOf({ text, body }: Shell.ShellTree): Survey {
  const surveyor = new Surveyor(text);
  surveyor.list(body, false);
  return surveyor;
}

const chaining = (operator: Shell.Operator | undefined): boolean => operator?.text === '&&' || operator?.text === '||';

class Surveyor implements Survey {
  readonly calls: Call[] = [];
  readonly words: PlacedWord[] = [];
  readonly expansions: PlacedExpansion[] = [];
  readonly compounds: Shell.CompoundCommand[] = [];
  readonly lists: PlacedList[] = [];
  readonly redirects: Shell.Redirect[] = [];
  readonly assignments: Shell.Assignment[] = [];
  errexit = false;

  constructor(readonly text: string) {}

  list(list: Shell.List, tested: boolean): void {
    this.lists.push({ list, tested });
    let before: Shell.OperatorText | undefined;
    for (const { pipeline, operator } of list.entries) {
      const own = tested || chaining(operator);
      const after = operator?.text;
      const { commands } = pipeline;
      for (let index = 0; index < commands.length; index++) {
        const command = commands[index]!;
        if (command.kind === 'simple') this.simple(command, { pipeline, index, before, after, tested: own });
        else this.compound(command, own);
      }
      before = after;
    }
  }

  private compound(command: Shell.CompoundCommand, tested: boolean): void {
    this.compounds.push(command);
    const { kind, words, parts, redirects } = command;
    words.forEach((word, i) => {
      if (kind === 'case') this.word(word, 'case', undefined, tested);
      else if (kind === 'for' || kind === 'select') this.word(word, i === 0 ? 'inner' : 'loop', undefined, tested);
      else this.word(word, kind === 'test' ? 'operand' : 'inner', undefined, tested);
    });
    this.redirected(redirects, undefined, tested);
    for (const { role, list } of parts) this.list(list, tested || role === 'condition');
  }

  private simple(node: Shell.SimpleCommand, around: Omit<Call, 'node' | 'name' | 'args'>): void {
    const first = node.words[0];
    const args = node.words.slice(1);
    const { pipeline, index, before, after, tested } = around;
    const call: Call = { node, name: first?.literal, args, pipeline, index, before, after, tested };
    this.calls.push(call);
    if (call.name === 'set' && setsErrexit(args)) this.errexit = true;
    for (const assignment of node.assignments) {
      this.assignments.push(assignment);
      if (assignment.value) this.word(assignment.value, 'value', call, tested);
      for (const element of assignment.elements) this.word(element, 'element', call, tested);
    }
    if (first) this.word(first, 'name', call, tested);
    for (const arg of args) this.word(arg, 'argument', call, tested);
    this.redirected(node.redirects, call, tested);
  }

  private redirected(redirects: readonly Shell.Redirect[], call: Call | undefined, tested: boolean): void {
    for (const redirect of redirects) {
      this.redirects.push(redirect);
      if (redirect.body) this.expanded(redirect.body.expansions, undefined, tested);
      else if (redirect.target) this.word(redirect.target, 'redirect', call, tested);
    }
  }

  private word(word: Shell.Word, place: Place, call: Call | undefined, tested: boolean): void {
    this.words.push({ word, place, call });
    this.expanded(word.expansions, call, tested);
  }

  private expanded(expansions: readonly Shell.Expansion[], call: Call | undefined, tested: boolean): void {
    for (const part of expansions) {
      this.expansions.push({ part, call });
      if (part.kind === 'arithmetic') this.expanded(part.inner, call, tested);
      else if (part.kind === 'variable') for (const operand of part.operands) this.word(operand, 'inner', call, tested);
      else this.list(part.list, tested);
    }
  }
}

const setsErrexit = (args: readonly Shell.Word[]): boolean =>
  args.some(({ literal = '' }, i) => /^-[a-zA-Z]*e/.test(literal) || (literal === 'errexit' && i > 0));

/** The name of a call without its path. */
export const baseName = ({ name }: Call): string => name?.slice(name.lastIndexOf('/') + 1) ?? '';

/** A word's text as far as it is known, with nothing in place of variables and substitutions. */
export const known = (word: Shell.Word): string => word.literal ?? knownParts(word.parts, '');

/** The same with `gap` in place of each variable and substitution. */
export function knownParts(parts: readonly Shell.Part[], gap: string): string {
  let text = '';
  for (const part of parts) {
    if (part.kind === 'literal' || part.kind === 'single' || part.kind === 'ansi') text += part.value;
    else if (part.kind === 'double') text += knownParts(part.parts, gap);
    else if (part.kind === 'glob' || part.kind === 'brace') text += part.raw;
    else text += gap;
  }
  return text;
}

/** The argument that gives a flag of one letter, among others or alone, or a long one. */
export const flagOf = ({ args }: Call, letter: string, long?: string): Shell.Word | undefined =>
  args.find((arg) => {
    const text = known(arg);
    if (text[0] !== '-' || text === '-') return false;
    return text[1] === '-' ? long !== undefined && text.split('=', 1)[0] === `--${long}` : text.includes(letter, 1);
  });

/** The arguments that are no flags. */
export const operands = ({ args }: Call): readonly Shell.Word[] => args.filter((arg) => !/^-./.test(known(arg)));
