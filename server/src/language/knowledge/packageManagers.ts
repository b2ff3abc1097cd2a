/**
 * Package managers as Dockerfiles use them: subcommands, flags that answer prompts, what an installation leaves behind, and
 * directories worth a cache mount. Sources: their manual pages; https://docs.docker.com/build/cache/optimize/ and
 * https://docs.docker.com/reference/dockerfile/#run---mounttypecache for the cache mounts.
 */
export interface CacheMount {
  /** For root, in the official image of the language where there is one. */
  readonly target: string;
  /** `locked` where two builds must not write at once. */
  readonly sharing?: 'locked';
}

export interface PackageManagerSpec {
  /** `system` installs the distribution's packages, `language` a language's. */
  readonly kind: 'system' | 'language';
  /** Subcommands that install packages. */
  readonly install: readonly string[];
  /** Subcommands that load the list of packages. */
  readonly refresh: readonly string[];
  /** Subcommands that renew what is installed. */
  readonly upgrade: readonly string[];
  readonly remove: readonly string[];
  /** Flags that answer every question with yes. Empty where nothing is asked. */
  readonly assumeYes: readonly string[];
  /** Flag by which only what is needed gets installed. */
  readonly minimal?: string;
  /** Flag by which no cache stays in the layer. */
  readonly noCache?: string;
  /** Shell text that removes what an installation leaves in the layer. */
  readonly clean?: string;
  /** Paths that `clean`, or a removal by hand, frees. */
  readonly leftovers: readonly string[];
  /** Looks like cleaning up, but leaves `leftovers` where they are. */
  readonly notEnough?: readonly string[];
  readonly cacheMounts: readonly CacheMount[];
  /** Short and long flags whose value is the next word, so that it is not taken for a package. */
  readonly valueFlags: readonly string[];
  /** What stands between name and version in a pinned package. */
  readonly pin?: string;
}

const apt = {
  kind: 'system',
  install: ['install'],
  refresh: ['update'],
  upgrade: ['upgrade', 'dist-upgrade', 'full-upgrade'],
  remove: ['remove', 'purge', 'autoremove'],
  assumeYes: ['-y', '--yes', '--assume-yes', '-qq'],
  minimal: '--no-install-recommends',
  clean: 'rm -rf /var/lib/apt/lists/*',
  leftovers: ['/var/lib/apt/lists'],
  // it empties /var/cache/apt/archives, which Debian's and Ubuntu's images empty by themselves
  notEnough: ['clean', 'autoclean'],
  cacheMounts: [
    { target: '/var/cache/apt', sharing: 'locked' },
    { target: '/var/lib/apt', sharing: 'locked' },
  ],
  valueFlags: [
    '-t',
    '--target-release',
    '--default-release',
    '-o',
    '--option',
    '-c',
    '--config-file',
    '-a',
    '--host-architecture',
  ],
  pin: '=',
} as const satisfies PackageManagerSpec;

const dnf = {
  kind: 'system',
  install: ['install', 'in', 'localinstall', 'groupinstall', 'reinstall', 'rei'],
  refresh: ['makecache', 'check-update'],
  upgrade: ['update', 'up', 'upgrade', 'distro-sync', 'upgrade-minimal', 'up-min', 'update-minimal'],
  remove: ['remove', 'rm', 'erase', 'autoremove'],
  assumeYes: ['-y', '--assumeyes'],
  minimal: '--setopt=install_weak_deps=False',
  clean: 'dnf clean all',
  leftovers: ['/var/cache/dnf', '/var/cache/libdnf5'],
  cacheMounts: [
    { target: '/var/cache/dnf', sharing: 'locked' },
    { target: '/var/cache/libdnf5', sharing: 'locked' },
  ],
  valueFlags: [
    '-c',
    '--config',
    '-x',
    '--exclude',
    '--enablerepo',
    '--disablerepo',
    '--repo',
    '--installroot',
    '--releasever',
  ],
  pin: '-',
} as const satisfies PackageManagerSpec;

const pip = {
  kind: 'language',
  install: ['install'],
  refresh: [],
  upgrade: [],
  remove: ['uninstall'],
  assumeYes: [],
  noCache: '--no-cache-dir',
  leftovers: ['/root/.cache/pip'],
  cacheMounts: [{ target: '/root/.cache/pip' }],
  valueFlags: [
    '-r',
    '--requirement',
    '-c',
    '--constraint',
    '-i',
    '--index-url',
    '--extra-index-url',
    '-f',
    '--find-links',
    '-t',
    '--target',
    '-e',
    '--editable',
    '--trusted-host',
    '--prefix',
    '--root',
  ],
  pin: '==',
} as const satisfies PackageManagerSpec;

export const packageManagerTable = {
  'apt-get': apt,
  apt,
  apk: {
    kind: 'system',
    install: ['add'],
    refresh: ['update'],
    upgrade: ['upgrade'],
    remove: ['del'],
    assumeYes: [],
    noCache: '--no-cache',
    clean: 'rm -rf /var/cache/apk/*',
    leftovers: ['/var/cache/apk'],
    // apk keeps packages where /etc/apk/cache is a directory
    cacheMounts: [{ target: '/etc/apk/cache', sharing: 'locked' }],
    valueFlags: [
      '-t',
      '--virtual',
      '-X',
      '--repository',
      '-p',
      '--root',
      '--repositories-file',
      '--keys-dir',
      '--arch',
    ],
    pin: '=',
  },
  yum: {
    ...dnf,
    clean: 'yum clean all',
    leftovers: ['/var/cache/yum'],
    cacheMounts: [{ target: '/var/cache/yum', sharing: 'locked' }],
  },
  dnf,
  microdnf: {
    ...dnf,
    install: ['install', 'reinstall'],
    clean: 'microdnf clean all',
    leftovers: ['/var/cache/yum', '/var/cache/dnf'],
    cacheMounts: [
      { target: '/var/cache/yum', sharing: 'locked' },
      { target: '/var/cache/dnf', sharing: 'locked' },
    ],
  },
  zypper: {
    kind: 'system',
    install: ['install', 'in'],
    refresh: ['refresh', 'ref'],
    upgrade: ['update', 'up', 'dist-upgrade', 'dup', 'patch'],
    remove: ['remove', 'rm'],
    assumeYes: ['-n', '--non-interactive', '-y', '--no-confirm'],
    minimal: '--no-recommends',
    clean: 'zypper clean --all',
    leftovers: ['/var/cache/zypp'],
    cacheMounts: [{ target: '/var/cache/zypp', sharing: 'locked' }],
    valueFlags: ['-t', '--type', '-r', '--repo', '--from', '-R', '--root'],
    pin: '=',
  },
  pip,
  pip3: pip,
  uv: {
    kind: 'language',
    install: ['sync', 'add', 'pip'],
    refresh: [],
    upgrade: [],
    remove: ['remove'],
    assumeYes: [],
    noCache: '--no-cache',
    leftovers: ['/root/.cache/uv'],
    cacheMounts: [{ target: '/root/.cache/uv' }],
    valueFlags: ['-r', '--requirements', '--index-url', '--extra-index-url', '-p', '--python', '--group'],
    pin: '==',
  },
  npm: {
    kind: 'language',
    install: ['install', 'i', 'ci', 'add'],
    refresh: [],
    upgrade: ['update', 'upgrade'],
    remove: ['uninstall', 'rm', 'remove', 'un'],
    assumeYes: [],
    clean: 'npm cache clean --force',
    leftovers: ['/root/.npm'],
    cacheMounts: [{ target: '/root/.npm' }],
    valueFlags: ['--registry', '--prefix', '--omit', '--include', '-w', '--workspace', '--cache', '--loglevel'],
    pin: '@',
  },
  yarn: {
    kind: 'language',
    install: ['install', 'add'],
    refresh: [],
    upgrade: ['upgrade', 'up'],
    remove: ['remove'],
    assumeYes: [],
    clean: 'yarn cache clean',
    leftovers: ['/usr/local/share/.cache/yarn', '/root/.yarn/berry/cache'],
    cacheMounts: [{ target: '/usr/local/share/.cache/yarn' }],
    valueFlags: ['--registry', '--cwd', '--network-timeout', '--modules-folder', '--cache-folder'],
    pin: '@',
  },
  pnpm: {
    kind: 'language',
    install: ['install', 'i', 'add'],
    refresh: [],
    upgrade: ['update', 'up'],
    remove: ['remove', 'rm'],
    assumeYes: [],
    clean: 'pnpm store prune',
    leftovers: ['/root/.local/share/pnpm/store'],
    cacheMounts: [{ target: '/root/.local/share/pnpm/store' }],
    valueFlags: ['--registry', '-C', '--dir', '--filter', '--store-dir'],
    pin: '@',
  },
  gem: {
    kind: 'language',
    install: ['install', 'i'],
    refresh: [],
    upgrade: ['update'],
    remove: ['uninstall'],
    assumeYes: [],
    minimal: '--no-document',
    leftovers: ['/usr/local/bundle/cache'],
    cacheMounts: [{ target: '/usr/local/bundle/cache' }],
    valueFlags: ['-v', '--version', '-s', '--source', '-i', '--install-dir', '-n', '--bindir'],
    pin: ':',
  },
  bundle: {
    kind: 'language',
    install: ['install'],
    refresh: [],
    upgrade: ['update'],
    remove: [],
    assumeYes: [],
    leftovers: ['/usr/local/bundle/cache'],
    cacheMounts: [{ target: '/usr/local/bundle/cache' }],
    valueFlags: ['-j', '--jobs', '--retry', '--gemfile', '--path', '--without', '--with'],
  },
  go: {
    kind: 'language',
    install: ['install', 'get', 'mod', 'build'],
    refresh: [],
    upgrade: [],
    remove: [],
    assumeYes: [],
    clean: 'go clean -cache -modcache',
    leftovers: ['/root/.cache/go-build', '/go/pkg/mod'],
    cacheMounts: [{ target: '/go/pkg/mod' }, { target: '/root/.cache/go-build' }],
    valueFlags: ['-o', '-ldflags', '-tags', '-mod', '-gcflags', '-C', '-p'],
    pin: '@',
  },
  cargo: {
    kind: 'language',
    install: ['install', 'fetch', 'build'],
    refresh: [],
    upgrade: ['update'],
    remove: ['uninstall'],
    assumeYes: [],
    leftovers: ['/usr/local/cargo/registry', '/usr/local/cargo/git'],
    cacheMounts: [{ target: '/usr/local/cargo/registry' }, { target: '/usr/local/cargo/git/db' }],
    valueFlags: [
      '--version',
      '--vers',
      '--git',
      '--branch',
      '--tag',
      '--rev',
      '--path',
      '--root',
      '--features',
      '-F',
      '--target',
    ],
    pin: '@',
  },
  composer: {
    kind: 'language',
    install: ['install', 'require', 'create-project'],
    refresh: [],
    upgrade: ['update'],
    remove: ['remove'],
    assumeYes: ['-n', '--no-interaction'],
    clean: 'composer clear-cache',
    leftovers: ['/root/.composer/cache', '/tmp/cache'],
    // the official image sets COMPOSER_HOME=/tmp
    cacheMounts: [{ target: '/tmp/cache' }],
    valueFlags: ['-d', '--working-dir'],
    pin: ':',
  },
} as const satisfies Readonly<Record<string, PackageManagerSpec>>;

export type PackageManager = keyof typeof packageManagerTable;

export const PACKAGE_MANAGERS: Readonly<Record<PackageManager, PackageManagerSpec>> = packageManagerTable;

/** The package manager of a command word that may be a path or carry a version (`pip3.11`, `pip2` → `pip3`), or undefined. */
export function packageManager(word: string): PackageManager | undefined {
  const name = word.slice(word.lastIndexOf('/') + 1);
  if (Object.hasOwn(packageManagerTable, name)) return name as PackageManager;
  return /^pip(?:2|[23]\.\d{1,2})$/.test(name) ? 'pip3' : undefined;
}

/** The names of all package managers of a kind. */
export const packageManagersOf = (kind: PackageManagerSpec['kind']): readonly PackageManager[] =>
  (Object.keys(packageManagerTable) as PackageManager[]).filter((name) => packageManagerTable[name].kind === kind);
