import { type KnownServer, knownServer, SERVERS, SERVICE_MANAGERS } from '../knowledge/commands';
import type { Instruction } from '../syntax/instruction';
import type { Command, CommandWord } from './command';
import type { Dockerfile } from './dockerfile';
import { fact } from './fact';

/** A call that asks a service manager to start something. */
export interface ServiceStart {
  /** As it is written; undefined where it is not known. */
  readonly service: string | undefined;
  /** The server that stands behind the name. */
  readonly server: KnownServer | undefined;
}

/** Services whose name is not their server's. */
const servers: Readonly<Record<string, KnownServer>> = {
  mysql: 'mysqld_safe',
  mysqld: 'mysqld_safe',
  mariadb: 'mysqld_safe',
  ssh: 'sshd',
  redis: 'redis-server',
  rsyslog: 'rsyslogd',
  supervisor: 'supervisord',
  mongodb: 'mongod',
  bind9: 'named',
  varnish: 'varnishd',
};

const starts = (word: CommandWord | undefined): boolean => word?.text === 'start' || word?.text === 'restart';
const script = /^\/etc\/(?:rc\.d\/)?init\.d\/([\w@.-]+)$/;

/** `service x start`, `systemctl start x`, `/etc/init.d/x start`; undefined for any other command. */
export function serviceStartOf({ name, words, args }: Command): ServiceStart | undefined {
  if (name === undefined) return undefined;
  const path = script.exec(words[0]?.text ?? '')?.[1];
  if (path !== undefined) return starts(args[0]) ? startOf(path) : undefined;
  if (!SERVICE_MANAGERS.has(name)) return undefined;
  const plain = args.filter(({ prefix }) => !prefix.startsWith('-'));
  const verbFirst = name === 'systemctl' || name === 'initctl';
  const [verb, service] = verbFirst ? plain : [plain[1], plain[0]];
  return starts(verb) && service ? startOf(service.text) : undefined;
}

function startOf(service: string | undefined): ServiceStart {
  const name = service?.replace(/\.service$/, '');
  if (name === undefined) return { service, server: undefined };
  return { service: name, server: Object.hasOwn(servers, name) ? servers[name] : knownServer(name) };
}

/** A server that leaves the foreground. */
export interface Detached {
  readonly server: KnownServer;
  /** The words that send it to the background; none where it goes there untold. */
  readonly words: readonly CommandWord[];
}

const asking = /^(?:-[vVht?]|--?help|--?version|configtest|--test|check|-s|stop|quit|status)$/;

/**
 * A known server that goes to the background as it is started here. Undefined for anything else, and where that depends on
 * words that are not known.
 */
export function detachedOf(command: Command): Detached | undefined {
  const server = knownServer(command.name ?? '');
  if (!server) return undefined;
  const { byDefault, stays, detaches } = SERVERS[server];
  const { args } = command;
  if (args.some(({ text }) => text === undefined || asking.test(text))) return undefined;
  if (stays.some((stay) => isSaid(command, stay))) return undefined;
  const words = args.filter((word, i) => isOneOf(word, detaches) && !/^(?:no|false|0)$/.test(args[i + 1]?.text ?? ''));
  if (words.length > 0) return { server, words };
  // of a program with subcommands only those that start something
  const subcommands = detaches.some((word) => !word.startsWith('-') && !word.includes(' '));
  return byDefault === 'background' && (!subcommands || args.length === 0) ? { server, words } : undefined;
}

const isOneOf = ({ text }: CommandWord, list: readonly string[]): boolean =>
  text !== undefined && list.some((each) => text === each || (each.includes(' ') && text.includes(each)));

function isSaid(command: Command, stay: string): boolean {
  if (stay.includes(' ')) return command.args.some(({ text }) => text?.includes(stay));
  return stay.startsWith('-') ? command.has(stay) : command.args.some(({ text }) => text === stay);
}

/** Where a file or a setting that is named in a Dockerfile may keep a server in the foreground: then nothing is known. */
const configured: Partial<Readonly<Record<KnownServer, RegExp>>> = {
  nginx: /daemon +off|nginx\.conf|\/etc\/nginx\/?["'\s]|\s-c\s/,
  supervisord: /nodaemon|supervisor[\w.-]{0,20}(?:\.conf|\.ini)|\/etc\/supervisor|"-c"/,
  'php-fpm': /daemonize|fpm[\w.-]{0,20}\.conf|\/fpm|FROM +\S*php/i,
  lighttpd: /daemonize/,
  dnsmasq: /keep-in-foreground/,
  uwsgi: /uwsgi/,
};

/** True of an instruction that may keep a server in the foreground, whichever that is: see `mayBeConfigured`. */
export const mayConfigure = ({ text }: Instruction): boolean =>
  /daemon|nginx|supervisor|fpm|php|keep-in-foreground|uwsgi|-c\b/i.test(text);

/** True where a server's configuration may speak of it, as far as the file's text tells. */
export function mayBeConfigured(server: KnownServer, file: Dockerfile): boolean {
  const known = answers(file);
  let answer = known.get(server);
  if (answer === undefined) {
    answer = configured[server]?.test(file.text) ?? false;
    known.set(server, answer);
  }
  return answer;
}

/** A file may start one server in each of its stages, and is read through once for all. */
const answers = fact((_file: Dockerfile) => new Map<KnownServer, boolean>());

/** Words to write for those of a command from `from` to `to`, both included; none to take those away. */
export interface Staying {
  /** Undefined where the words come behind the command's last one. */
  readonly replaced: readonly [from: CommandWord, to: CommandWord] | undefined;
  readonly words: readonly string[];
}

/** How to keep a detached server in the foreground; undefined where nothing is known. */
export function stayingOf(command: Command, { server, words }: Detached): Staying | undefined {
  const { foreground, stays, byDefault } = SERVERS[server];
  const [program = '', ...rest] = foreground;
  const [told, ...others] = words;
  if (others.length > 0) return undefined;
  if (told) return toldToStay(command, told, program, rest, server);
  if (command.args.length > 0) return some(undefined, needed(rest, stays));
  if (byDefault === 'background' && knownServer(program) === server) return some(undefined, rest);
  const first = command.words[0]!;
  return some([first, first], foreground);
}

const some = (replaced: Staying['replaced'], words: readonly string[]): Staying | undefined =>
  words.length > 0 ? { replaced, words } : undefined;

/** @param told the word that sends it to the background */
function toldToStay(
  { name = '', words }: Command,
  told: CommandWord,
  program: string,
  rest: readonly string[],
  server: KnownServer,
): Staying | undefined {
  const { stays, byDefault } = SERVERS[server];
  const at = words.indexOf(told);
  if (told.prefix.startsWith('-')) {
    if (byDefault === 'background') return some([told, told], needed(rest, stays));
    // `--daemonize yes` has a value
    const next = words[at + 1];
    return { replaced: [told, next && /^(?:yes|true|1)$/.test(next.prefix) ? next : told], words: [] };
  }
  if (told.prefix.includes(' ')) return some([told, told], rest.slice(-1));
  const verb = stays.find((stay) => /^[a-z]/.test(stay) && rest.includes(stay));
  if (verb) return some([told, told], [verb]);
  // pm2 has a program of its own for it
  if (program !== name && program.startsWith(name)) return some([words[0]!, words[0]!], [program]);
  const before = words[at - 1]!;
  return some([before.text === '-k' ? before : told, told], needed(rest, stays));
}

/** As many of the words as it takes to stay. */
function needed(words: readonly string[], stays: readonly string[]): readonly string[] {
  const at = words.findIndex((word) =>
    stays.some((stay) => word === stay || (stay.includes(' ') && word.includes(stay))),
  );
  return words.slice(0, at + 1);
}
