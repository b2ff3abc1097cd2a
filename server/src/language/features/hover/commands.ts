import { knownCommand, knownServer, SERVERS, SERVICE_MANAGERS, type ServerSpec } from '../../knowledge/commands';
import { PACKAGE_MANAGERS, packageManager } from '../../knowledge/packageManagers';
import { code } from '../../knowledge/reference/code';
import type { Command, CommandWord } from '../../model/command';
import type { JsonStringCursor, ShellTargetCursor, ShellWordCursor, Site } from '../../model/cursor';
import { type Ask, type Page, sentences } from './page';

/** A string of an exec form, or of SHELL. */
export function aboutString(ask: Ask, { command, index, word, site }: JsonStringCursor): Page {
  const { commands, shell } = ask.reference;
  if (!command) {
    const known = knownCommand(word.text);
    return index === 0 && known ? [commands[known]] : [];
  }
  const found = [...command.wrappers.flatMap(({ words }) => words), ...command.words][index];
  const about = found ? aboutWord(ask, { command, word: found, site }) : [];
  return index === 0 ? [...about, shell.execForm] : about;
}

/** A word of a command: its name, its subcommand, a file that stands for the container's output. */
export function aboutWord(ask: Ask, { command, word, site }: Pick<ShellWordCursor, 'command' | 'word' | 'site'>): Page {
  const { commands, servers, upgrade } = ask.reference;
  const { text } = word;
  if (text === undefined) return [];
  const wrapper = command.wrappers.find(({ words }) => words[0] === word);
  if (wrapper) {
    const known = knownCommand(wrapper.name);
    return known ? [named(known, commands[known])] : [];
  }
  const upgrades = upgradeOf(command);
  if (word === command.words[0])
    return [...aboutCommand(ask, command), upgrades && upgrade(`${command.name} ${upgrades.text}`)];
  if (word === upgrades) return [upgrade(`${command.name} ${text}`)];
  // what RUN writes there is the build's output; a link to it is what the program in the container will use
  if (isStandardStream(text) && (command.name === 'ln' || !isRun(site))) return [servers.standardStream];
  const server = knownServer(command.name ?? '');
  return server && keeps(SERVERS[server], text) ? [servers.stays(SERVERS[server].title)] : [];
}

const named = (name: string, text: string): string => `**${code(name)}** — ${text}`;

/** An argument list as CMD has it. */
const execForm = (words: readonly string[]): string => `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;

const isRun = ({ instruction }: Site): boolean => instruction.keyword === 'RUN';

const isStandardStream = (path: string): boolean => path === '/dev/stdout' || path === '/dev/stderr';

/** The word that makes a package manager renew what is installed. */
function upgradeOf(command: Command): CommandWord | undefined {
  const manager = packageManager(command.name ?? '');
  if (!manager) return undefined;
  const { upgrade, valueFlags } = PACKAGE_MANAGERS[manager];
  const [subcommand] = command.positional(valueFlags);
  return subcommand?.text !== undefined && upgrade.includes(subcommand.text) ? subcommand : undefined;
}

const keeps = ({ stays }: ServerSpec, word: string): boolean =>
  stays.some((each) => (each.includes(' ') ? word.includes(each) : word === each));

function aboutCommand(ask: Ask, command: Command): Page {
  const { commands, servers, serverNotes } = ask.reference;
  const { name = '' } = command;
  const known = knownCommand(name);
  const server = knownServer(name);
  const about = known && named(name, commands[known]);
  if (SERVICE_MANAGERS.has(name)) return [about ?? `**${code(name)}**`, servers.manager, servers.why];
  if (!server) return [about];
  const spec = SERVERS[server];
  const words = command.args.flatMap(({ text }) => text ?? []);
  const detaches =
    spec.detaches.some((each) => words.includes(each)) ||
    (spec.byDefault === 'background' && !words.some((word) => keeps(spec, word)));
  return [
    about,
    detaches ? servers.detaches(spec.title, execForm(spec.foreground)) : servers.stays(spec.title),
    detaches ? servers.why : undefined,
    sentences(
      'port' in spec && spec.port !== undefined ? servers.port(spec.title, String(spec.port)) : undefined,
      spec.loopback ? servers.loopback(spec.title) : undefined,
    ),
    serverNotes[server],
    server === 'supervisord' ? servers.oneProcess : undefined,
  ];
}

/** The file of a redirection. */
export const aboutTarget = ({ reference }: Ask, { text, site }: ShellTargetCursor): Page =>
  text !== undefined && isStandardStream(text) && !isRun(site) ? [reference.servers.standardStream] : [];
