import type { PackageManager } from '../knowledge/packageManagers';
import type { Span } from '../text/span';
import { asHadolint, type HadolintCommand } from './asHadolint';
import type { Command, CommandWord } from './command';
import { installsOf, type Package } from './installs';

/** What a command installs without saying which version. */
export interface Unpinned {
  readonly manager: PackageManager;
  /** Of the first such package. */
  readonly at: Span;
  /** As they are written. */
  readonly names: readonly string[];
  /** hadolint's id, where it would report the command. */
  readonly as: string | undefined;
}

/** Undefined where all that a command installs has a version, or where it installs nothing. */
export function unpinnedIn(command: Command): Unpinned | undefined {
  const { name } = command;
  if (name === 'go') return unpinnedGo(command);
  const install = installsOf(command);
  if (!install || install.packages.length === 0) return undefined;
  const { manager, packages, subcommand } = install;
  if (subcommand.text === 'groupinstall' || install.command.positional()[0]?.text === 'group') return undefined;
  if (isPip(manager) && install.command.has('-c', '--constraint', '--constraints')) return undefined;
  const open = packages.filter((each) => isOpen(manager, each));
  const id = hadolintId(command);
  // names from variables are asked for only where hadolint does
  const words = open.length > 0 || id === undefined ? open : packages.filter(({ kind }) => kind === 'dynamic');
  return found(
    manager,
    words.map(({ word }) => word),
    id,
  );
}

function found(manager: PackageManager, words: readonly CommandWord[], as: string | undefined): Unpinned | undefined {
  const [first] = words;
  return first && { manager, at: first.at, names: words.map(({ raw }) => raw), as };
}

const isPip = (manager: PackageManager): boolean => manager === 'pip' || manager === 'pip3' || manager === 'uv';

/** Tags that move from one version to the next. */
const moving: ReadonlySet<string | undefined> = new Set(['latest', 'next', '*', 'master', 'main']);

function isOpen(manager: PackageManager, { kind, version, operator, word }: Package): boolean {
  if (kind === 'url') return isOpenUrl(manager, word.prefix);
  if (kind !== 'name') return false;
  return version === undefined || (operator === '@' && moving.has(version.text));
}

/** A repository without the commit, branch or tag that pip puts behind `@` and npm behind `#`. */
function isOpenUrl(manager: PackageManager, url: string): boolean {
  if (manager === 'npm') return /^git(?:\+\w+)?:\/\//.test(url) && !url.includes('#');
  return isPip(manager) && /^git\+/.test(url) && !/@[^/]*$/.test(url.split('#', 1)[0]!);
}

/** Subcommands of go that take packages; `run` takes one and its arguments. */
function unpinnedGo(command: Command): Unpinned | undefined {
  const [subcommand, ...rest] = command.positional(['-C', '-o', '-ldflags', '-tags', '-mod', '-gcflags', '-p']);
  const action = subcommand?.text;
  if (action !== 'install' && action !== 'get' && action !== 'run') return undefined;
  const packages = action === 'run' ? rest.slice(0, 1) : rest;
  // a version is asked for only where a package is not of the module at hand
  const open = packages.filter(({ text }) => text !== undefined && /^[A-Za-z0-9]/.test(text) && isOpenGo(text));
  const as = asHadolint(command)?.is('go', 'install', 'get', 'run') ? 'DL3062' : undefined;
  return found('go', open, as);
}

const isOpenGo = (text: string): boolean => !text.endsWith('.go') && (!text.includes('@') || text.endsWith('@latest'));

/** hadolint's id for a command in which it misses a version. */
function hadolintId(command: Command): string | undefined {
  const seen = asHadolint(command);
  if (!seen) return undefined;
  const { name } = seen;
  const open = (words: readonly string[], fixed: (word: string) => boolean) => words.some((word) => !fixed(word));
  if (name === 'apt-get' && seen.is(name, 'install')) {
    const fixed = (word: string) => /[=/]|\.deb$/.test(word);
    return open(without(seen.operands('t', 'target-release'), 'install'), fixed) ? 'DL3008' : undefined;
  }
  if (name === 'apk' && seen.is(name, 'add')) {
    const words = without(seen.operands('t', 'virtual', 'repository', 'X'), 'add');
    return open(words, (word) => /[=~<>]|\.apk$/.test(word)) ? 'DL3018' : undefined;
  }
  if (name === 'zypper' && seen.is(name, 'install', 'in')) {
    return open(without(seen.operands(), 'install', 'in'), (word) => /[=<>]|\.rpm$/.test(word)) ? 'DL3037' : undefined;
  }
  if (name === 'yum' || name === 'dnf' || name === 'microdnf') return rpmOpen(seen) ? rpmId[name] : undefined;
  if (name === 'npm') return npmOpen(seen) ? 'DL3016' : undefined;
  if (name === 'gem' && seen.is(name, 'install', 'i')) {
    if (seen.args.some((arg) => arg === '-v' || /^--version(?:=|$)/.test(arg))) return undefined;
    // it takes the word behind any flag for the flag's value
    const words = seen.args.filter((arg, i) => arg[0] !== '-' && !/^-[^=]*$/.test(seen.args[i - 1] ?? ''));
    return open(without(words, 'install', 'i'), (word) => word.includes(':')) ? 'DL3028' : undefined;
  }
  return pipOpen(seen) ? 'DL3013' : undefined;
}

const without = (words: readonly string[], ...names: readonly string[]): readonly string[] =>
  words.filter((word) => !names.includes(word));

const rpmId = { yum: 'DL3033', dnf: 'DL3041', microdnf: 'DL3041' } as const;

function rpmOpen(seen: HadolintCommand): boolean {
  if (!seen.args.includes('install') || seen.args.includes('group')) return false;
  const words = without(seen.operands(), 'install', 'module');
  if (seen.args.includes('module')) return words.some((word) => !word.includes(':'));
  return words.some((word) => {
    const [, ...parts] = word.split('-');
    if (parts.length === 0) return true;
    if (word.endsWith('.rpm')) return false;
    // it knows the variables' values, and where it does not, a version is asked for all the same
    const versions = parts.map((part) => part.replaceAll('${VAR}', '0'));
    return !(versions.every((part) => /^[\w.~^:+]*$/.test(part)) && versions.some((part) => /^\d/.test(part)));
  });
}

function npmOpen(seen: HadolintCommand): boolean {
  const [first, ...packages] = seen.operands('loglevel', 'registry');
  if (first !== 'install') return false;
  return packages.some((word) => {
    if (/^git(?:\+(?:ssh|https?))?:\/\//.test(word)) return !word.includes('#');
    if (/\.(?:tar|tar\.gz|tgz)$/.test(word) || /^(?:\/|\.{1,2}\/|~\/)/.test(word)) return false;
    return !(word.startsWith('@') ? word.slice(word.indexOf('/')) : word).includes('@');
  });
}

const pipValueFlags = [
  'abi',
  'b',
  'build',
  'e',
  'editable',
  'extra-index-url',
  'f',
  'find-links',
  'i',
  'index-url',
  'implementation',
  'no-binary',
  'only-binary',
  'platform',
  'prefix',
  'progress-bar',
  'proxy',
  'python-version',
  'root',
  'src',
  't',
  'target',
  'trusted-host',
  'upgrade-strategy',
];
const versionControl = /^(?:git|(?:git|hg|svn|bzr)\+[a-z-]+)/;

function pipOpen(seen: HadolintCommand): boolean {
  const { name, args } = seen;
  const isInstall =
    (name.startsWith('pip') && args.includes('install')) ||
    (name.startsWith('python') && seen.hasSequence('-m', 'pip', 'install'));
  if (!isInstall || name.startsWith('pipx') || name.startsWith('pipenv')) return false;
  if (seen.hasFlag('constraint', 'c') || args.some((arg) => ['--requirement', '-r', '.'].includes(arg))) return false;
  const words = seen.operands(...pipValueFlags);
  return words
    .slice(words.indexOf('install') + 1)
    .some(
      (word) =>
        !/[<>]|[=!~]=|\.whl$|\.tar\.gz$/.test(word) &&
        (versionControl.test(word) ? !word.includes('@') : !word.includes('/')),
    );
}
