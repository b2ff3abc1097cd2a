import { type Dialect, defaultInterpreter, type Interpreter, isPosix } from '../shell/dialect';
import type * as Shell from '../shell/tree';
import type { Instruction } from '../syntax/instruction';
import type { Span } from '../text/span';
import { Command, type CommandWord, type Enclosure, type Position } from './command';
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
export const interpreterAt: (inForce: InForce) => Interpreter = fact(({ shell, windows, base, baseTag }) =>
  defaultInterpreter(shell, windows, { name: base, tag: baseTag }),
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

const alone = {
  assignments: [],
  redirects: [],
  before: undefined,
  after: undefined,
  background: false,
  negated: false,
  within: [],
} as const satisfies Partial<Position>;

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

/** Collects commands. */
class Walk {
  readonly commands: Command[] = [];

  constructor(private readonly script: ScriptText) {}

  list({ entries }: Shell.List, within: readonly Enclosure[]): void {
    let previous: Shell.Operator | undefined;
    for (const { pipeline, operator, background } of entries) {
      pipeline.commands.forEach((command, i) => {
        const before = i > 0 ? pipeline.operators[i - 1] : previous;
        const after = pipeline.operators[i] ?? operator;
        if (command.kind !== 'simple') this.compound(command, within);
        else {
          const negated = pipeline.negated !== undefined;
          this.simple(command, {
            before: this.operator(before),
            after: this.operator(after),
            background,
            negated,
            within,
          });
        }
      });
      previous = operator;
    }
  }

  private compound(command: Shell.CompoundCommand, within: readonly Enclosure[]): void {
    for (const word of command.words) this.expansions(word.expansions, within);
    this.redirected(command.redirects, within);
    const inner = [...within, enclosures[command.kind]];
    for (const { role, list } of command.parts)
      this.list(list, role === 'condition' ? [...within, 'condition'] : inner);
  }

  private simple(
    node: Shell.SimpleCommand,
    position: Omit<Position, 'at' | 'script' | 'assignments' | 'redirects'>,
  ): void {
    for (const { value, elements } of node.assignments) {
      if (value) this.expansions(value.expansions, position.within);
      for (const element of elements) this.expansions(element.expansions, position.within);
    }
    for (const word of node.words) this.expansions(word.expansions, position.within);
    this.redirected(node.redirects, position.within);
    const assignments = node.assignments.map(({ name, nameAt, value, at }) => ({
      name,
      nameAt: this.at(nameAt),
      value: value && this.word(value),
      at: this.at(at),
    }));
    const redirects = node.redirects.map(({ operator, descriptor, target, at }) => ({
      operator,
      descriptor,
      target: target && this.word(target),
      at: this.at(at),
    }));
    const words = node.words.map((word) => this.word(word));
    const at = this.at(node.at);
    this.commands.push(new Command(words, { ...position, assignments, redirects, at, script: this.script }));
  }

  private redirected(redirects: readonly Shell.Redirect[], within: readonly Enclosure[]): void {
    for (const { target, body } of redirects) {
      if (target) this.expansions(target.expansions, within);
      if (body) this.expansions(body.expansions, within);
    }
  }

  private expansions(expansions: readonly Shell.Expansion[], within: readonly Enclosure[]): void {
    for (const expansion of expansions) {
      if (expansion.kind === 'arithmetic') this.expansions(expansion.inner, within);
      else if (expansion.kind !== 'variable') this.list(expansion.list, [...within, 'substitution']);
      else for (const operand of expansion.operands) this.expansions(operand.expansions, within);
    }
  }

  private word(node: Shell.Word): CommandWord {
    return {
      text: node.literal,
      raw: node.raw,
      prefix: node.literal ?? prefixOf(node.parts),
      at: this.at(node.at),
      node,
    };
  }

  private operator(operator: Shell.Operator | undefined): Shell.Operator | undefined {
    return operator && { text: operator.text, at: this.at(operator.at) };
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
