import { type Dialect, defaultInterpreter, type Interpreter, isPosix } from '../shell/dialect';
import type * as Shell from '../shell/tree';
import type { Instruction } from '../syntax/instruction';
import type { Span } from '../text/span';
import {
  alone,
  Command,
  type CommandAssignment,
  type CommandRedirect,
  type CommandWord,
  type Enclosure,
  type Position,
} from './command';
import { fact } from './fact';
import type { InForce } from './inForce';
import { type ScriptText, scriptsOf, treeOf } from './scripts';
import type { InstructionView } from './view';

const none: readonly Command[] = [];

/**
 * All simple commands of a script in the order in which they run, those in substitutions before the command that uses them.
 * None where the script is no shell script: PowerShell's and cmd's are never read as sh.
 * @param dialect of the SHELL in force; a `#!` line and an exec form's own shell go before it
 */
export const commandsOf = (script: ScriptText, dialect: Dialect): readonly Command[] =>
  isPosix(script.interpreter?.dialect ?? dialect) ? readCommands(script) : none;

/** All commands of an instruction: of its scripts, and its exec form as one of its own. */
export const commandsIn = (instruction: Instruction, dialect: Dialect): readonly Command[] =>
  isPosix(dialect) ? allCommands(instruction) : ownCommands(instruction);

/** All commands of an instruction where it stands: what most rules ask for. */
export const commandsAt = ({ instruction, inForce }: InstructionView): readonly Command[] =>
  commandsIn(instruction, interpreterAt(inForce).dialect);

/** What runs the shell forms of an instruction: by SHELL, else by the base image. */
export const interpreterAt: (inForce: InForce) => Interpreter = fact(({ shell, shellPragma, windows, base, baseTag }) =>
  defaultInterpreter(shell ?? (shellPragma === undefined ? undefined : [shellPragma]), windows, {
    name: base,
    tag: baseTag,
  }),
);

const allCommands: (instruction: Instruction) => readonly Command[] = fact((instruction) => flat(instruction, 'sh'));

/** Those whose shell is known whatever SHELL says. */
const ownCommands: (instruction: Instruction) => readonly Command[] = fact((instruction) => flat(instruction, 'other'));

function flat(instruction: Instruction, dialect: Dialect): readonly Command[] {
  const exec = execCommand(instruction);
  const commands = scriptsOf(instruction).flatMap((script) => commandsOf(script, dialect));
  return exec ? [exec, ...commands] : commands;
}

/** The argument list of an exec form (RUN, CMD, ENTRYPOINT, HEALTHCHECK) as a command; undefined in any other form. */
export const execCommand: (instruction: Instruction) => Command | undefined = fact((instruction) => {
  const { keyword, json, line } = instruction;
  if (keyword !== 'RUN' && keyword !== 'CMD' && keyword !== 'ENTRYPOINT' && keyword !== 'HEALTHCHECK') return undefined;
  if (!json || json.length === 0) return undefined;
  const words = json.map(({ text, at, joinedAt }): CommandWord => {
    // without its quotes
    const inner = line.spanOf(joinedAt, line.fromOriginal(at.end - 1));
    return { text, raw: instruction.text.slice(inner.start, inner.end), prefix: text, at: inner, node: undefined };
  });
  const at = { start: json[0]!.at.start, end: json.at(-1)!.at.end };
  return new Command(words, { ...alone, at, script: undefined });
});

/**
 * What an instruction starts: an exec form's argument list, or, in a shell form, the last command outside of compound commands
 * that neither gets a pipe's output nor stands in for a failed one.
 */
export function mainCommand(instruction: Instruction, dialect: Dialect): Command | undefined {
  const exec = execCommand(instruction);
  if (exec) return exec;
  const [script] = scriptsOf(instruction);
  return script && commandsOf(script, dialect).findLast(isMain);
}

const second: ReadonlySet<string | undefined> = new Set(['|', '|&', '||']);
const isMain = ({ within, words, before }: Command): boolean =>
  within.length === 0 && words.length > 0 && !second.has(before?.text);

const readCommands: (script: ScriptText) => readonly Command[] = fact((script) => {
  const { body } = treeOf(script);
  const walk = new Walk(script);
  walk.list(body, []);
  return walk.commands;
});

const enclosures = {
  if: 'branch',
  for: 'loop',
  select: 'loop',
  while: 'loop',
  until: 'loop',
  case: 'branch',
  group: 'group',
  subshell: 'subshell',
  function: 'function',
  coproc: 'subshell',
  test: 'group',
  arithmetic: 'group',
} as const satisfies Record<Shell.CompoundKind, Enclosure>;

const substituting = /[`(]/;

/** A command's word, whose place and value are found when first asked for. */
class ScriptWord implements CommandWord {
  readonly raw: string;
  private span: Span | undefined;

  constructor(
    private readonly script: ScriptText,
    readonly node: Shell.Word,
  ) {
    this.raw = node.raw;
  }

  get text(): string | undefined {
    return this.node.literal;
  }

  get prefix(): string {
    return this.node.literal ?? prefixOf(this.node.parts);
  }

  get at(): Span {
    this.span ??= this.script.spanOf(this.node);
    return this.span;
  }
}

/** What joins a command to the next, whose place is found when first asked for. */
class ScriptOperator implements Shell.Operator {
  readonly text: Shell.OperatorText;
  private span: Span | undefined;

  constructor(
    private readonly script: ScriptText,
    private readonly node: Shell.Operator,
  ) {
    this.text = node.text;
  }

  get at(): Span {
    this.span ??= this.script.spanOf(this.node);
    return this.span;
  }
}

type Around = Pick<Position, 'before' | 'after' | 'background' | 'negated' | 'within'>;

/** Collects commands. */
class Walk {
  readonly commands: Command[] = [];
  /** Whether there may be commands inside of words. */
  private readonly substitutes: boolean;

  constructor(private readonly script: ScriptText) {
    this.substitutes = substituting.test(script.text);
  }

  list({ entries }: Shell.List, within: readonly Enclosure[]): void {
    let previous: Shell.Operator | undefined;
    for (const { pipeline, operator, background } of entries) {
      const { commands, operators, negated } = pipeline;
      for (let i = 0; i < commands.length; i++) {
        const command = commands[i]!;
        const joint = operators[i] ?? operator;
        const after = joint && new ScriptOperator(this.script, joint);
        if (command.kind === 'simple') {
          this.simple(command, { before: previous, after, background, negated: negated !== undefined, within });
        } else this.compound(command, within);
        previous = after;
      }
    }
  }

  private compound(command: Shell.CompoundCommand, within: readonly Enclosure[]): void {
    for (const word of command.words) this.inWord(word, within);
    this.redirected(command.redirects, within);
    const inner = [...within, enclosures[command.kind]];
    for (const { role, list } of command.parts)
      this.list(list, role === 'condition' ? [...within, 'condition'] : inner);
  }

  private simple(node: Shell.SimpleCommand, { before, after, background, negated, within }: Around): void {
    if (this.substitutes) {
      for (const { value, elements } of node.assignments) {
        if (value) this.inWord(value, within);
        for (const element of elements) this.inWord(element, within);
      }
      for (const word of node.words) this.inWord(word, within);
      this.redirected(node.redirects, within);
    }
    const { script } = this;
    const words: ScriptWord[] = [];
    for (const word of node.words) words.push(new ScriptWord(script, word));
    const at = script.spanOf(node);
    const assignments = node.assignments.length === 0 ? alone.assignments : this.assignments(node.assignments);
    const redirects = node.redirects.length === 0 ? alone.redirects : this.redirects(node.redirects);
    const position = { at, script, assignments, redirects, before, after, background, negated, within };
    this.commands.push(new Command(words, position));
  }

  private assignments(assignments: readonly Shell.Assignment[]): CommandAssignment[] {
    return assignments.map(({ name, nameAt, value, at }) => ({
      name,
      nameAt: this.at(nameAt),
      value: value && new ScriptWord(this.script, value),
      at: this.at(at),
    }));
  }

  private redirects(redirects: readonly Shell.Redirect[]): CommandRedirect[] {
    return redirects.map(({ operator, descriptor, target, at }) => ({
      operator,
      descriptor,
      target: target && new ScriptWord(this.script, target),
      at: this.at(at),
    }));
  }

  private redirected(redirects: readonly Shell.Redirect[], within: readonly Enclosure[]): void {
    for (const { target, body } of redirects) {
      if (target) this.inWord(target, within);
      if (body) this.expansions(body.expansions, within);
    }
  }

  private inWord(word: Shell.Word, within: readonly Enclosure[]): void {
    // only a substitution holds commands
    if (substituting.test(word.raw)) this.expansions(word.expansions, within);
  }

  private expansions(expansions: readonly Shell.Expansion[], within: readonly Enclosure[]): void {
    for (const expansion of expansions) {
      if (expansion.kind === 'arithmetic') this.expansions(expansion.inner, within);
      else if (expansion.kind !== 'variable') this.list(expansion.list, [...within, 'substitution']);
      else for (const operand of expansion.operands) this.inWord(operand, within);
    }
  }

  private at({ start, end }: Span): Span {
    return this.script.spanAt(start, end);
  }
}

/** The text of a word up to the first thing in it that is not known. */
function prefixOf(parts: readonly Shell.Part[]): string {
  let prefix = '';
  for (const part of parts) {
    if (part.kind === 'literal' || part.kind === 'single' || part.kind === 'ansi') prefix += part.value;
    else return part.kind === 'double' ? prefix + prefixOf(part.parts) : prefix;
  }
  return prefix;
}
