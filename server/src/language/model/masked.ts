import { hasErrexit, type Interpreter, isPosix } from '../shell/dialect';
import type { Entry, Expansion, Operator, ShellCommand, SimpleCommand } from '../shell/tree';
import { type ScriptText, treeOf } from './scripts';

/** Pipelines joined by `&&` and `||`. */
interface Chain {
  readonly entries: readonly Entry[];
  readonly commands: readonly ShellCommand[];
  /** What stands behind it. */
  readonly operator: Operator | undefined;
  readonly alternatives: boolean;
  readonly background: boolean;
}

/** Steps of a script whose failure nobody sees. Offsets count in the script. */
export interface Masked {
  /** The command in front of the first `;` or line break that hides a failure. */
  readonly command: SimpleCommand;
  /** That `;` or line break. */
  readonly operator: Operator;
  /**
   * All separators from there on, where each of them can be made an `&&` without a change to what runs when nothing fails;
   * undefined where not.
   */
  readonly separators: readonly Operator[] | undefined;
}

/**
 * The steps at the top of a script that may fail without ending it, since only the last one's status counts. Undefined where
 * there are none: under `set -e`, where a failure is foreseen (`||`, `$?`, `exit 0` at the end), and where nothing can fail.
 * @param interpreter what runs the script
 */
export function maskedIn(script: ScriptText, interpreter: Interpreter): Masked | undefined {
  if (!isPosix(interpreter.dialect) || hasErrexit(interpreter) || script.text.includes('$?')) return undefined;
  // one command hides nothing
  if (!/[;\n]/.test(script.text)) return undefined;
  const chains = chainsOf(treeOf(script).body.entries);
  const last = chains.at(-1);
  if (!last || chains.length < 2 || isGivingUp(last)) return undefined;
  let first: { readonly command: SimpleCommand; readonly operator: Operator } | undefined;
  const separators: Operator[] = [];
  let plain = true;
  for (const chain of chains) {
    if (!first) {
      const set = setsErrexit(chain);
      if (set) return undefined;
    }
    const { operator } = chain;
    const masking = chain !== last && operator !== undefined && (operator.text === ';' || operator.text === '\n');
    const command = masking && !first ? failing(chain) : undefined;
    if (command) first = { command, operator: operator! };
    if (!first) continue;
    if (masking) separators.push(operator);
    if (operator?.text === '\n' || chain.alternatives || chain.background || isTest(chain)) plain = false;
  }
  return first && { ...first, separators: plain ? separators : undefined };
}

function chainsOf(entries: readonly Entry[]): readonly Chain[] {
  const chains: Chain[] = [];
  let current: Entry[] = [];
  for (const entry of entries) {
    current.push(entry);
    const joins = entry.operator?.text === '&&' || entry.operator?.text === '||';
    if (!joins) {
      chains.push(chainOf(current));
      current = [];
    }
  }
  if (current.length > 0) chains.push(chainOf(current));
  return chains;
}

function chainOf(entries: readonly Entry[]): Chain {
  const { operator, background } = entries.at(-1)!;
  const commands = entries.flatMap((entry) => entry.pipeline.commands);
  const alternatives = entries.some((entry) => entry.operator?.text === '||');
  return { entries, commands, operator, alternatives, background };
}

const nameOf = (command: ShellCommand | undefined): string | undefined =>
  command?.kind === 'simple' ? command.words[0]?.literal : undefined;

/** `exit 0`, `true` or `:` at the end: whatever happened, all is well. */
function isGivingUp({ commands }: Chain): boolean {
  const command = commands.at(-1);
  const name = nameOf(command);
  return name === 'true' || name === ':' || name === 'exit';
}

function setsErrexit({ commands }: Chain): boolean {
  return commands.some((command) => {
    if (command.kind !== 'simple' || nameOf(command) !== 'set') return false;
    return command.words.some(({ raw }) => /^-[a-z]*e/.test(raw) || raw === 'errexit');
  });
}

/** What hardly fails, or whose failure means nothing. */
const harmless: ReadonlySet<string> = new Set([
  'echo',
  'printf',
  'set',
  'unset',
  'export',
  'local',
  'readonly',
  'shopt',
  'trap',
  'umask',
  'alias',
  'true',
  ':',
  'sleep',
  'wait',
  'kill',
  'killall',
  'pkill',
  'hash',
  'ls',
  'pwd',
  'env',
]);

const tests: ReadonlySet<string | undefined> = new Set(['[', 'test', 'grep', 'which', 'command', 'type', 'false']);

/** A condition in front of `&&`, whose failure is an answer. */
function isTest({ entries }: Chain): boolean {
  const [first] = entries;
  if (!first || entries.length < 2) return false;
  const command = first.pipeline.commands.at(-1);
  return first.pipeline.negated !== undefined || command?.kind === 'test' || tests.has(nameOf(command));
}

/** The first command of a chain that may fail unseen. */
function failing(chain: Chain): SimpleCommand | undefined {
  if (chain.alternatives || chain.background || isTest(chain)) return undefined;
  if (chain.entries.some(({ pipeline }) => pipeline.negated)) return undefined;
  return chain.commands.find((command): command is SimpleCommand => command.kind === 'simple' && mayFail(command));
}

/** What ends a pipeline in a substitution and has something to say whatever came before. */
const filters: ReadonlySet<string> = new Set([
  'cut',
  'tr',
  'sed',
  'awk',
  'head',
  'tail',
  'sort',
  'uname',
  'wc',
  'xargs',
]);

/** An assignment fails with its substitution. */
function substitutionMayFail(expansion: Expansion): boolean {
  if (expansion.kind !== 'command') return false;
  const command = expansion.list.entries.at(-1)?.pipeline.commands.at(-1);
  const name = nameOf(command);
  return command?.kind === 'simple' && !(name !== undefined && (filters.has(name) || harmless.has(name)));
}

function mayFail({ words, assignments }: SimpleCommand): boolean {
  const [name] = words;
  if (!name) return assignments.some(({ value }) => value?.expansions.some(substitutionMayFail));
  if (name.literal === undefined) return true;
  if (harmless.has(name.literal)) return false;
  return !(name.literal === 'rm' && words.some(({ raw }) => /^-[a-zA-Z]*f/.test(raw)));
}
