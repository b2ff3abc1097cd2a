import {
  PACKAGE_MANAGERS,
  type PackageManager,
  type PackageManagerSpec,
  packageManager,
} from '../knowledge/packageManagers';
import type { Span } from '../text/span';
import { Command, type CommandWord, type FlagValue, textWith } from './command';
import { fact } from './fact';

/** A call of a package manager. Spans count in the instruction. */
export interface PackageAction {
  readonly manager: PackageManager;
  readonly spec: PackageManagerSpec;
  readonly action: 'install' | 'refresh' | 'upgrade' | 'remove';
  /** `install`; the manager's own name for a bare `yarn`. */
  readonly subcommand: CommandWord;
  /** From the manager's name on: `pip install x` for `python -m pip install x`. Its flags are asked here. */
  readonly command: Command;
}

export interface Install extends PackageAction {
  readonly action: 'install';
  readonly packages: readonly Package[];
  /** Lists of packages: the values of pip's `-r`. */
  readonly lists: readonly FlagValue[];
}

export interface Package {
  readonly word: CommandWord;
  /** `dynamic`: the name comes from a variable or a substitution. */
  readonly kind: 'name' | 'path' | 'url' | 'dynamic';
  /** Without version; as written for a path and a URL; undefined where it is not known. */
  readonly name: string | undefined;
  readonly nameAt: Span;
  /** `=`, `==`, `~=`, `@` and so on, `/` for a release of apt; of `gem -v 1` and `cargo --version 1` the flag. */
  readonly operator: string | undefined;
  /** What follows the operator; its text is undefined where that comes from a variable. */
  readonly version: FlagValue | undefined;
}

/** Name, operator and version, which stand in this order with nothing behind them. */
type Versioned = readonly [name: string, operator: string, version: string];

/** How a manager's packages carry names and versions. */
interface Notation {
  readonly versioned: (shape: string) => Versioned | undefined;
  readonly path: RegExp;
  readonly url: RegExp;
  /** Flags that give the version of all packages. */
  readonly versionFlags: readonly string[];
}

const url = /^(?:[a-z]+\+)?[a-z]+:\/\//i;
const folder = /^\.{0,2}\//;

/** @param versioned with groups for name, operator and version, or what finds them */
const notation = (
  versioned: RegExp | Notation['versioned'],
  rest: Partial<Omit<Notation, 'versioned'>> = {},
): Notation => ({
  versioned: typeof versioned === 'function' ? versioned : (shape) => groupsOf(versioned, shape),
  path: folder,
  url,
  versionFlags: [],
  ...rest,
});

function groupsOf(pattern: RegExp, shape: string): Versioned | undefined {
  const match = pattern.exec(shape);
  return match ? [match[1] ?? '', match[2] ?? '', match[3] ?? ''] : undefined;
}

/** Stands for what is not known in a word's text. */
const unknown = '\uE000';
const startsVersion = new RegExp(`^[\\d${unknown}]`);
const dotted = new RegExp(`[.${unknown}]`);

/**
 * `name-version` and `name-version-release`. A version of one number cannot be told from a part of the name, as in
 * compat-libstdc++-33 and cuda-compat-13-0.
 */
function rpmVersion(shape: string): Versioned | undefined {
  const last = shape.lastIndexOf('-');
  if (last <= 0 || !startsVersion.test(shape.slice(last + 1))) return undefined;
  const middle = shape.lastIndexOf('-', last - 1);
  const withRelease = middle > 0 && startsVersion.test(shape.slice(middle + 1, last));
  const at = withRelease ? middle : last;
  return dotted.test(shape.slice(at)) ? [shape.slice(0, at), '-', shape.slice(at + 1)] : undefined;
}

const apt = notation(/^([^=/:]+)(?::[a-z0-9-]+)?([=/])(.*)$/, { path: /^\.{0,2}\/|\.deb$/ });
const rpm = notation(rpmVersion, { path: /^\.{0,2}\/|\.rpm$/ });
const pip = notation(/^([^=<>~![\s@]+(?:\[[^\]]*\])?)\s*(===|==|~=|!=|>=|<=|>|<|@)\s*(.*)$/, {
  path: /^\.|^\/|\.(?:whl|tar\.gz|zip)$/,
});
const npm = notation(/^(@?[^@]+)(@)(.*)$/, {
  path: /^\.|^\/|^file:|\.tgz$/,
  // owner/repository stands for one on GitHub
  url: /^(?!file:)(?:[a-z]+\+)?[a-z]+:|^[^@/.~][^@/]*\/[^/]+$/i,
});

const notations: Readonly<Record<PackageManager, Notation>> = {
  'apt-get': apt,
  apt,
  apk: notation(/^([^=<>~]+)([=<>~]{1,2})(.*)$/, { path: /^\.{0,2}\/|\.apk$/ }),
  yum: rpm,
  dnf: rpm,
  microdnf: rpm,
  zypper: notation(/^([^=<>]+)(<=|>=|=|<|>)(.*)$/, { path: /^\.{0,2}\/|\.rpm$/ }),
  pip,
  pip3: pip,
  uv: pip,
  npm,
  yarn: npm,
  pnpm: npm,
  gem: notation(/^([^:]+)(:)(.*)$/, { path: /^\.{0,2}\/|\.gem$/, versionFlags: ['-v', '--version'] }),
  bundle: notation(/^([^:]+)(:)(.*)$/),
  go: notation(/^([^@]+)(@)(.*)$/, { path: /^\./ }),
  cargo: notation(/^([^@]+)(@)(.*)$/, { versionFlags: ['--version', '--vers'] }),
  composer: notation(/^([^:=]+)([:=])(.*)$/),
};

/** Subcommands that install what a file lists and name no packages. */
const withoutPackages: Partial<Readonly<Record<PackageManager, readonly string[]>>> = {
  bundle: ['install'],
  cargo: ['fetch', 'build'],
  go: ['mod', 'build'],
  npm: ['ci'],
  uv: ['sync'],
};

/** Subcommands that only introduce another one: `yarn global add`, `uv pip install`, `dnf group install`. */
const introducing: Partial<Readonly<Record<PackageManager, readonly string[]>>> = {
  dnf: ['group', 'module'],
  uv: ['pip', 'tool'],
  yarn: ['global'],
  yum: ['group'],
};

const editable = ['-e', '--editable'];

/** The call of a package manager that a command is; undefined where it is none, or one that neither installs nor updates. */
export const packageActionOf: (command: Command) => PackageAction | undefined = fact((command) => {
  const own = managerCommand(command);
  const manager = own && packageManager(own.name ?? '');
  if (!own || !manager) return undefined;
  const spec: PackageManagerSpec = PACKAGE_MANAGERS[manager];
  const [first, second] = own.positional(spec.valueFlags);
  const introduced = first?.text !== undefined && introducing[manager]?.includes(first.text);
  const subcommand = introduced ? second : first;
  if (!subcommand)
    return manager === 'yarn' && !first
      ? { manager, spec, action: 'install', subcommand: own.words[0]!, command: own }
      : undefined;
  const { text } = subcommand;
  if (text === undefined) return undefined;
  const names = (list: readonly string[]) => list.includes(text);
  const action =
    names(spec.install) || (introduced && text === 'install')
      ? 'install'
      : names(spec.refresh)
        ? 'refresh'
        : names(spec.upgrade)
          ? 'upgrade'
          : names(spec.remove)
            ? 'remove'
            : undefined;
  return action && { manager, spec, action, subcommand, command: own };
});

/** What a command installs; undefined where it installs nothing. */
export const installsOf: (command: Command) => Install | undefined = fact((command) => {
  const found = packageActionOf(command);
  if (found?.action !== 'install') return undefined;
  const { manager, spec, subcommand, command: own } = found;
  const isPip = notations[manager] === pip;
  const lists = isPip ? own.values('-r', '--requirement', '--requirements') : [];
  const none = subcommand.text !== undefined && withoutPackages[manager]?.includes(subcommand.text);
  // what is installed editable is a package like any other
  const valueFlags = isPip ? spec.valueFlags.filter((flag) => !editable.includes(flag)) : spec.valueFlags;
  const words = own.positional(valueFlags);
  const packages = none ? [] : words.slice(words.indexOf(subcommand) + 1).map((word) => packageOf(own, manager, word));
  return { ...found, action: 'install', packages, lists };
});

/** The command itself, or the part of `python -m pip …` from `pip` on; undefined where it calls no package manager. */
export function managerCommand(command: Command): Command | undefined {
  if (packageManager(command.name ?? '')) return command;
  if (!/^(?:python|pypy)[\d.]*$/.test(command.name ?? '')) return undefined;
  const module = command.words.findIndex(({ text }) => text === '-m');
  const name = command.words[module + 1]?.text;
  return module > 0 && name === 'pip' ? new Command(command.words.slice(module + 1), command) : undefined;
}

function packageOf(command: Command, manager: PackageManager, word: CommandWord): Package {
  const { versioned, path, url, versionFlags } = notations[manager];
  const shape = textWith(word, unknown);
  const known = (text: string): string | undefined => (text.includes(unknown) ? undefined : text);
  const whole = { word, name: known(shape), nameAt: word.at, operator: undefined, version: undefined };
  if (url.test(shape)) return { ...whole, kind: 'url' };
  if (path.test(shape)) return { ...whole, kind: 'path' };
  const match = versioned(shape);
  if (!match) {
    const kind = whole.name === undefined ? 'dynamic' : 'name';
    const version = versionFlags.length > 0 ? command.value(...versionFlags) : undefined;
    return { ...whole, kind, version, operator: version && versionFlags[0] };
  }
  const [name, operator, version] = match;
  if (url.test(version)) return { ...whole, kind: 'url' };
  const start = shape.length - version.length;
  return {
    word,
    kind: known(name) === undefined ? 'dynamic' : 'name',
    name: known(name),
    nameAt: command.spanIn(word, 0, name.length),
    operator,
    version: { text: known(version), at: command.spanIn(word, start, word.raw.length) },
  };
}
