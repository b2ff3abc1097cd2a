import type { PackageManager } from '../knowledge/packageManagers';
import type { Instruction } from '../syntax/instruction';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { asHadolint } from './asHadolint';
import type { Command } from './command';
import { installsOf, packageActionOf } from './installs';
import { deletes, isMounted } from './leftovers';
import { mountsOf } from './mounts';
import { appendCommand, insertBehind } from './scriptEdits';

/** An installation that leaves the package manager's cache in the layer. Spans count in the instruction. */
export interface KeptCache {
  readonly manager: PackageManager;
  /** The command up to its subcommand. */
  readonly at: Span;
  /** `flag`: one keeps the cache from being made; `clean`: a command empties it. */
  readonly remedy: 'flag' | 'clean';
  /** The flag or the command. */
  readonly by: string;
  /** The cache is deleted later in the same RUN: the flag would spare that. */
  readonly deleted: boolean;
  readonly edit: Edit | undefined;
  /** hadolint's id, where it would report it. */
  readonly as: string | undefined;
}

/** The caches that a RUN keeps, one for each manager that is cleaned up after, one for each call where a flag does it. */
export function keptCaches(instruction: Instruction, commands: readonly Command[]): readonly KeptCache[] {
  const found: KeptCache[] = [];
  for (const command of commands) {
    const kept = withoutFlag(instruction, commands, command);
    if (kept) found.push(kept);
  }
  for (const cleaning of cleanings) {
    const kept = uncleaned(instruction, commands, cleaning);
    if (kept) found.push(kept);
  }
  return found;
}

/** pip and apk, which have a flag. */
function withoutFlag(instruction: Instruction, commands: readonly Command[], command: Command): KeptCache | undefined {
  const install = installsOf(command);
  if (install?.manager !== 'pip' && install?.manager !== 'pip3' && install?.manager !== 'apk') return undefined;
  const { manager, spec, subcommand, command: own } = install;
  const flag = spec.noCache!;
  const isPip = manager !== 'apk';
  if (own.has(flag) || (isPip && own.value('--cache-dir') !== undefined)) return undefined;
  if (isPip ? goesIntoMount(instruction, '.cache/pip') : apkFolders.some((each) => isMounted(instruction, each))) {
    return undefined;
  }
  const seen = asHadolint(command);
  const name = seen?.name ?? '';
  const pipSeen =
    (name.startsWith('pip') && seen?.args.includes('install')) ||
    (name.startsWith('python') && seen?.hasSequence('-m', 'pip', 'install'));
  const id = isPip ? (pipSeen ? 'DL3042' : undefined) : seen?.is('apk', 'add') ? 'DL3019' : undefined;
  const later = commands.slice(commands.indexOf(command) + 1);
  return {
    manager,
    at: { start: command.nameAt.start, end: subcommand.at.end },
    remedy: 'flag',
    by: flag,
    deleted: later.some((each) => spec.leftovers.some((folder) => deletes(each, folder))),
    edit: insertBehind(own, subcommand, flag),
    as: id,
  };
}

const apkFolders = ['/var/cache/apk', '/etc/apk/cache'];

/** True where a mount keeps a folder of the user's home, wherever that is. */
function goesIntoMount(instruction: Instruction, folder: string): boolean {
  return mountsOf(instruction).some((mount) => {
    const target = (mount.get('target') ?? mount.get('dst') ?? mount.get('destination'))?.value;
    if (target === undefined || !/^(?:cache|tmpfs)$/i.test(mount.get('type')?.value ?? '')) return false;
    const plain = target.replace(/\/$/, '');
    return plain.includes(`/${folder}`) || plain.endsWith(`/${folder.split('/')[0]}`) || plain === '/root';
  });
}

/** How the cache of a manager is emptied. */
interface Cleaning {
  /** hadolint's; undefined where it says nothing of it. */
  readonly id: string | undefined;
  readonly managers: readonly PackageManager[];
  /** Words that hadolint takes for an installation, and for its cleaning up. */
  readonly installs: readonly string[];
  readonly cleans: readonly string[];
  readonly command: (manager: PackageManager) => string;
  /** What deleting by hand must hit, and what a mount must hold. */
  readonly folders: readonly string[];
  /** A mount within the user's home. */
  readonly home?: string;
}

/** They share their caches on some systems. */
const rpmManagers: ReadonlySet<string | undefined> = new Set(['yum', 'dnf', 'microdnf']);
const rpmFolders = ['/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/yum'];
const dnfInstalls = ['install', 'in', 'reinstall', 'rei', 'upgrade', 'up', 'upgrade-minimal', 'up-min'];
const cleanAll = (manager: PackageManager) => `${manager} clean all`;

const cleanings: readonly Cleaning[] = [
  {
    id: 'DL3032',
    managers: ['yum'],
    installs: ['install'],
    cleans: ['clean', 'all'],
    command: cleanAll,
    folders: rpmFolders,
  },
  {
    id: 'DL3040',
    managers: ['dnf', 'microdnf'],
    installs: dnfInstalls,
    cleans: ['clean', 'all'],
    command: cleanAll,
    folders: rpmFolders,
  },
  {
    id: 'DL3036',
    managers: ['zypper'],
    installs: ['install', 'in'],
    cleans: ['clean', 'cc'],
    command: () => 'zypper clean --all',
    folders: ['/var/cache/zypp'],
  },
  {
    id: 'DL3060',
    managers: ['yarn'],
    installs: ['install'],
    cleans: ['cache', 'clean'],
    command: () => 'yarn cache clean',
    folders: ['/usr/local/share/.cache/yarn'],
    home: '.cache/yarn',
  },
  {
    id: undefined,
    managers: ['npm'],
    installs: [],
    cleans: [],
    command: () => 'npm cache clean --force',
    folders: ['/root/.npm'],
    home: '.npm',
  },
];

function uncleaned(instruction: Instruction, commands: readonly Command[], cleaning: Cleaning): KeptCache | undefined {
  const { managers, folders, home } = cleaning;
  const last = commands.findLastIndex((command) => {
    const action = packageActionOf(command);
    return action && managers.includes(action.manager) && (action.action === 'install' || action.action === 'upgrade');
  });
  const command = commands[last];
  if (!command) return undefined;
  if (folders.some((folder) => isMounted(instruction, folder))) return undefined;
  if (home !== undefined && goesIntoMount(instruction, home)) return undefined;
  const cleans = ({ name, words }: Command) =>
    (managers.includes(name as PackageManager) || (folders === rpmFolders && rpmManagers.has(name))) &&
    words.some(({ text }) => text === 'clean' || text === 'cc');
  const later = commands.slice(last + 1);
  if (later.some((each) => cleans(each) || folders.some((folder) => deletes(each, folder)))) return undefined;
  const { manager, subcommand } = packageActionOf(command)!;
  const by = cleaning.command(manager);
  const script = commands.at(-1)?.script;
  return {
    manager,
    at: { start: command.nameAt.start, end: subcommand.at.end },
    remedy: 'clean',
    by,
    deleted: false,
    edit: script && command.script === script ? appendCommand(script, instruction.text, by) : undefined,
    as: cleaning.id !== undefined && hadolintReports(commands, cleaning) ? cleaning.id : undefined,
  };
}

/** It compares where the first installation and the first cleaning up stand, and takes any `rm -rf` for one. */
const hadolintReports = (commands: readonly Command[], { id, managers, installs, cleans }: Cleaning): boolean =>
  managers.some((manager) => {
    const first = commands.findIndex((command) => asHadolint(command)?.is(manager, ...installs));
    const cleaned = commands.findIndex((command) => {
      const seen = asHadolint(command);
      if (seen?.is(manager, ...cleans)) return true;
      return (id === 'DL3032' || id === 'DL3040') && seen?.is('rm', '-rf', '/var/cache/yum/*');
    });
    return first >= 0 && cleaned <= first;
  });
