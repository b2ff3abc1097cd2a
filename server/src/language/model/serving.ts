import {
  developmentScript,
  phpServer,
  reloading,
  runnerTable,
  type ServingSpec,
  servingTable,
} from '../knowledge/serving';
import type { Span } from '../text/span';
import { Command, type CommandWord } from './command';
import { fact } from './fact';

/** A known server as a command starts it. Spans count like the command's. */
export interface Serving {
  readonly spec: ServingSpec;
  /** From the server's own name on, whatever runs it taken off. */
  readonly command: Command;
  /** The word behind the name that makes it a server; the name where none is needed. */
  readonly subcommand: CommandWord;
  /** From the name to the subcommand. */
  readonly at: Span;
}

/** The known server that a command starts; undefined where it is none. */
export const servingOf: (command: Command) => Serving | undefined = fact((command) => {
  const own = programOf(command);
  const name = own.name?.replace(/\.(?:js|cmd|exe)$/, '') ?? '';
  if (name === 'php' && own.has('-S')) return serving(phpServer, own, own.words[0]!);
  const specs = Object.hasOwn(servingTable, name) ? servingTable[name]! : [];
  for (const spec of specs) {
    const subcommand = subcommandOf(spec, own);
    if (subcommand) return serving(reloads(name, own) ? reloader(name, spec) : spec, own, subcommand);
  }
  return reloads(name, own) ? serving(reloader(name, plain), own, own.words[0]!) : scriptOf(own);
});

const plain: ServingSpec = { title: '', subcommands: [''], hostFlags: [] };
const titled = (title: string, spec: ServingSpec): ServingSpec => ({ ...spec, title, development: true });
const reloader = (name: string, spec: ServingSpec): ServingSpec => titled(`${name} ${reloading[name]}`, spec);

const reloads = (name: string, command: Command): boolean =>
  Object.hasOwn(reloading, name) && command.args.some(({ text }) => text === reloading[name]);

const serving = (spec: ServingSpec, command: Command, subcommand: CommandWord): Serving => ({
  spec,
  command,
  subcommand,
  at: { start: command.nameAt.start, end: subcommand.at.end },
});

function subcommandOf({ subcommands }: ServingSpec, command: Command): CommandWord | undefined {
  const found = command.args.find(({ text }) => text !== undefined && text !== '' && subcommands.includes(text));
  if (found || !subcommands.includes('')) return found;
  // a program with other subcommands is none without one of them
  return subcommands.length > 1 && command.positional().length > 0 ? undefined : command.words[0];
}

const managers: ReadonlySet<string> = new Set(['npm', 'yarn', 'pnpm', 'bun']);

/** `npm run dev` and its like. */
function scriptOf(command: Command): Serving | undefined {
  const { name } = command;
  if (name === undefined || !managers.has(name)) return undefined;
  const [first, second] = command.positional(['--prefix', '--cwd', '-C', '--dir', '--filter']);
  const run = first?.text === 'run' || first?.text === 'run-script';
  const script = run ? second : name === 'npm' ? undefined : first;
  if (!script?.text || !developmentScript.test(script.text)) return undefined;
  return serving(titled(`${name} ${run ? 'run ' : ''}${script.text}`, plain), command, script);
}

/** The program that a command runs in the end: `flask run` of `poetry run python -m flask run`. */
function programOf(command: Command): Command {
  let current = command;
  // each turn takes words off, and nobody nests more
  for (let turns = 0; turns < 4; turns++) {
    const start = innerStart(current);
    if (start === undefined) break;
    current = new Command(current.words.slice(start), current);
  }
  return current;
}

function innerStart({ name, words, args }: Command): number | undefined {
  if (name === undefined) return undefined;
  if (/^(?:python|pypy)[\d.]*$/.test(name)) {
    const module = words.findIndex(({ text }) => text === '-m');
    const script = words.findIndex(({ prefix }, i) => i > 0 && !prefix.startsWith('-'));
    if (module > 0 && (script < 0 || module < script)) return words[module + 1] ? module + 1 : undefined;
    return script > 0 ? script : undefined;
  }
  if (/^(?:php[\d.]*|ruby|node|nodejs)$/.test(name)) {
    if (args[0]?.prefix.startsWith('-')) return undefined;
    const file = args[0]?.text?.split('/').at(-1)?.replace(/\.js$/, '');
    return file !== undefined && Object.hasOwn(servingTable, file) ? 1 : undefined;
  }
  if (!Object.hasOwn(runnerTable, name)) return undefined;
  const runner = runnerTable[name]!;
  let at = 1;
  let introduced = runner.optional;
  for (; at < words.length; at++) {
    const { text } = words[at]!;
    if (text === undefined) return undefined;
    if (runner.values.includes(text)) at++;
    else if (text.startsWith('-')) continue;
    else if (at <= 4 && runner.words.includes(text)) introduced = true;
    else break;
  }
  const inner = words[at]?.text?.split('/').at(-1);
  if (!introduced || inner === undefined) return undefined;
  // what package managers run by a short name may as well be a script of package.json
  if (managers.has(name)) return Object.hasOwn(servingTable, inner) ? at : undefined;
  return at;
}
