/**
 * What well-known base images bring: the names in their environment, their accounts, the user and shell in force.
 * Read from the files that build them (each entry's source; copies read on 2026-11-24), over their versions: a name that
 * some version defines is listed. Nothing here says that a name has a value in every version.
 */
import { normalRepository } from './endOfLife';

/** The family of the system below, which decides the accounts that every image of it has. */
export type BaseSystem = 'debian' | 'ubuntu' | 'alpine' | 'rpm' | 'suse' | 'arch' | 'busybox' | 'windows' | 'none';

/** What an image brings to the stages built on it. */
export interface KnownBase {
  /** As {@link normalRepository} writes it. */
  readonly repository: string;
  readonly system: BaseSystem;
  /** Names of environment variables that its versions define. PATH is among them wherever there is a system. */
  readonly env: readonly string[];
  /** Whether no version defines another: then a name not in `env` is surely undefined in a stage on it. */
  readonly complete: boolean;
  /** The user in force at the stage's start. */
  readonly user: string;
  /** Accounts that exist besides the superuser: those of the system, and the image's own first. */
  readonly users: readonly string[];
  /** What shell forms run with until a SHELL instruction. */
  readonly shell: readonly string[];
  /** The file or page that says so. */
  readonly source: string;
}

interface Entry {
  readonly images: readonly string[];
  readonly system: BaseSystem;
  readonly env?: readonly string[];
  readonly complete?: true;
  readonly user?: string;
  readonly users?: readonly string[];
  readonly source: string;
}

const github = (path: string): string => `https://github.com/${path}`;

const javaEnv = ['JAVA_HOME', 'JAVA_VERSION', 'LANG', 'LANGUAGE', 'LC_ALL'];
const dotnetEnv = [
  'APP_UID',
  'ASPNETCORE_HTTP_PORTS',
  'ASPNETCORE_URLS',
  'ASPNET_VERSION',
  'DOTNET_RUNNING_IN_CONTAINER',
  'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT',
  'DOTNET_VERSION',
];

/** Plain distributions define PATH, and what is listed. */
const distributions: readonly Entry[] = [
  {
    images: ['scratch'],
    system: 'none',
    complete: true,
    source: 'https://docs.docker.com/build/building/base-images/',
  },
  { images: ['alpine'], system: 'alpine', complete: true, source: github('alpinelinux/docker-alpine') },
  { images: ['debian'], system: 'debian', complete: true, source: github('debuerreotype/docker-debian-artifacts') },
  { images: ['ubuntu'], system: 'ubuntu', complete: true, source: 'https://hub.docker.com/_/ubuntu' },
  { images: ['busybox'], system: 'busybox', complete: true, source: github('docker-library/busybox') },
  { images: ['buildpack-deps'], system: 'debian', complete: true, source: github('docker-library/buildpack-deps') },
  {
    images: ['centos', 'quay.io/centos/centos'],
    system: 'rpm',
    complete: true,
    source: github('CentOS/sig-cloud-instance-images'),
  },
  {
    images: ['fedora', 'registry.fedoraproject.org/fedora', 'quay.io/fedora/fedora'],
    system: 'rpm',
    env: ['DISTTAG', 'FGC', 'FBR', 'container'],
    complete: true,
    source: github('fedora-cloud/docker-brew-fedora'),
  },
  {
    images: ['amazonlinux', 'public.ecr.aws/amazonlinux/amazonlinux'],
    system: 'rpm',
    complete: true,
    source: github('amazonlinux/container-images'),
  },
  {
    images: ['rockylinux', 'rockylinux/rockylinux', 'quay.io/rockylinux/rockylinux'],
    system: 'rpm',
    env: ['LANG'],
    complete: true,
    source: github('rocky-linux/sig-cloud-instance-images'),
  },
  {
    images: ['almalinux', 'almalinux/almalinux', 'quay.io/almalinuxorg/almalinux'],
    system: 'rpm',
    env: ['LANG'],
    complete: true,
    source: github('AlmaLinux/container-images'),
  },
  {
    images: ['oraclelinux', 'container-registry.oracle.com/os/oraclelinux'],
    system: 'rpm',
    complete: true,
    source: github('oracle/container-images'),
  },
  {
    images: ['archlinux', 'archlinux/archlinux'],
    system: 'arch',
    env: ['LANG'],
    complete: true,
    source: 'https://gitlab.archlinux.org/archlinux/archlinux-docker',
  },
  {
    images: ['opensuse/leap', 'opensuse/tumbleweed', 'registry.opensuse.org/opensuse/leap'],
    system: 'suse',
    complete: true,
    source: github('openSUSE/docker-containers-build'),
  },
  {
    images: ['ubi', 'ubi-minimal', 'ubi-micro', 'ubi-init'].flatMap((kind) =>
      ['7', '8', '9', '10'].flatMap((version) => [
        `registry.access.redhat.com/ubi${version}/${kind}`,
        `registry.access.redhat.com/ubi${version}${kind.slice(3)}`,
        `redhat/ubi${version}${kind.slice(3)}`,
      ]),
    ),
    system: 'rpm',
    env: ['container'],
    complete: true,
    source: 'https://catalog.redhat.com/software/base-images',
  },
];

const windows: readonly Entry[] = [
  {
    images: [
      'mcr.microsoft.com/windows/servercore',
      'mcr.microsoft.com/windows',
      'mcr.microsoft.com/windows/server',
      'microsoft/windowsservercore',
    ],
    system: 'windows',
    user: 'ContainerAdministrator',
    source: 'https://learn.microsoft.com/virtualization/windowscontainers/manage-containers/container-base-images',
  },
  {
    images: ['mcr.microsoft.com/windows/nanoserver', 'microsoft/nanoserver'],
    system: 'windows',
    user: 'ContainerUser',
    source: 'https://learn.microsoft.com/virtualization/windowscontainers/manage-containers/container-base-images',
  },
];

const languages: readonly Entry[] = [
  {
    images: ['python'],
    system: 'debian',
    env: [
      'GPG_KEY',
      'LANG',
      'PYTHON_GET_PIP_SHA256',
      'PYTHON_GET_PIP_URL',
      'PYTHON_PIP_VERSION',
      'PYTHON_SETUPTOOLS_VERSION',
      'PYTHON_SHA256',
      'PYTHON_VERSION',
    ],
    source: github('docker-library/python/blob/master/Dockerfile-linux.template'),
  },
  {
    images: ['node'],
    system: 'debian',
    env: ['NODE_VERSION', 'NPM_CONFIG_LOGLEVEL', 'YARN_VERSION'],
    users: ['node'],
    source: github('nodejs/docker-node/blob/main/Dockerfile-debian.template'),
  },
  {
    images: ['golang'],
    system: 'debian',
    env: ['GOLANG_VERSION', 'GOPATH', 'GOTOOLCHAIN'],
    source: github('docker-library/golang/blob/master/Dockerfile-linux.template'),
  },
  {
    images: ['ruby'],
    system: 'debian',
    env: [
      'BUNDLE_APP_CONFIG',
      'BUNDLE_BIN',
      'BUNDLE_PATH',
      'BUNDLE_SILENCE_ROOT_WARNING',
      'GEM_HOME',
      'LANG',
      'RUBYGEMS_VERSION',
      'RUBY_DOWNLOAD_SHA256',
      'RUBY_DOWNLOAD_URL',
      'RUBY_MAJOR',
      'RUBY_VERSION',
    ],
    source: github('docker-library/ruby/blob/master/Dockerfile.template'),
  },
  {
    images: ['php'],
    system: 'debian',
    env: [
      'APACHE_CONFDIR',
      'APACHE_ENVVARS',
      'GPG_KEYS',
      'PHPIZE_DEPS',
      'PHP_ASC_URL',
      'PHP_CFLAGS',
      'PHP_CPPFLAGS',
      'PHP_EXTRA_BUILD_DEPS',
      'PHP_EXTRA_CONFIGURE_ARGS',
      'PHP_INI_DIR',
      'PHP_LDFLAGS',
      'PHP_MD5',
      'PHP_SHA256',
      'PHP_URL',
      'PHP_VERSION',
    ],
    users: ['www-data'],
    source: github('docker-library/php/blob/master/Dockerfile-linux.template'),
  },
  {
    images: ['rust'],
    system: 'debian',
    env: ['CARGO_HOME', 'RUSTUP_HOME', 'RUST_VERSION'],
    source: github('rust-lang/docker-rust/blob/master/Dockerfile-debian.template'),
  },
  {
    images: ['openjdk', 'java'],
    system: 'debian',
    env: [
      ...javaEnv,
      'CA_CERTIFICATES_JAVA_VERSION',
      'JAVA_ALPINE_VERSION',
      'JAVA_DEBIAN_VERSION',
      'JAVA_URL_VERSION',
      'JAVA_BASE_URL',
    ],
    source: github('docker-library/openjdk/blob/master/Dockerfile-linux.template'),
  },
  {
    images: ['eclipse-temurin', 'adoptopenjdk'],
    system: 'ubuntu',
    env: javaEnv,
    source: github('adoptium/containers/blob/main/docker_templates/ubuntu.Dockerfile.j2'),
  },
  {
    images: ['maven'],
    system: 'ubuntu',
    env: [...javaEnv, 'MAVEN_CONFIG', 'MAVEN_HOME'],
    source: github('carlossg/docker-maven'),
  },
  {
    images: ['tomcat'],
    system: 'ubuntu',
    env: [
      ...javaEnv,
      'CATALINA_HOME',
      'GPG_KEYS',
      'LD_LIBRARY_PATH',
      'TOMCAT_ASC_URL',
      'TOMCAT_MAJOR',
      'TOMCAT_NATIVE_LIBDIR',
      'TOMCAT_SHA512',
      'TOMCAT_TGZ_URL',
      'TOMCAT_VERSION',
    ],
    source: github('docker-library/tomcat/blob/master/Dockerfile.template'),
  },
  {
    images: [
      'mcr.microsoft.com/dotnet/runtime-deps',
      'mcr.microsoft.com/dotnet/runtime',
      'mcr.microsoft.com/dotnet/aspnet',
    ],
    system: 'debian',
    env: dotnetEnv,
    users: ['app'],
    source: github('dotnet/dotnet-docker'),
  },
  {
    images: ['mcr.microsoft.com/dotnet/sdk'],
    system: 'debian',
    env: [
      ...dotnetEnv,
      'DOTNET_GENERATE_ASPNET_CERTIFICATE',
      'DOTNET_NOLOGO',
      'DOTNET_SDK_VERSION',
      'DOTNET_USE_POLLING_FILE_WATCHER',
      'NUGET_XMLDOC_MODE',
      'POWERSHELL_DISTRIBUTION_CHANNEL',
    ],
    users: ['app'],
    source: github('dotnet/dotnet-docker'),
  },
];

const servers: readonly Entry[] = [
  {
    images: ['nginx'],
    system: 'debian',
    env: ['ACME_VERSION', 'DYNPKG_RELEASE', 'NGINX_VERSION', 'NJS_RELEASE', 'NJS_VERSION', 'PKG_RELEASE'],
    users: ['nginx'],
    source: github('nginx/docker-nginx/blob/master/Dockerfile-debian.template'),
  },
  {
    images: ['nginxinc/nginx-unprivileged'],
    system: 'debian',
    env: ['DYNPKG_RELEASE', 'NGINX_VERSION', 'NJS_RELEASE', 'NJS_VERSION', 'PKG_RELEASE'],
    user: '101',
    users: ['nginx'],
    source: github('nginx/docker-nginx-unprivileged'),
  },
  {
    images: ['httpd'],
    system: 'debian',
    env: ['HTTPD_BZ2_URL', 'HTTPD_PATCHES', 'HTTPD_PREFIX', 'HTTPD_SHA256', 'HTTPD_VERSION'],
    users: ['www-data'],
    source: github('docker-library/httpd'),
  },
  {
    images: ['postgres'],
    system: 'debian',
    env: ['DOCKER_PG_LLVM_DEPS', 'GOSU_VERSION', 'LANG', 'PGDATA', 'PG_MAJOR', 'PG_SHA256', 'PG_VERSION'],
    users: ['postgres'],
    source: github('docker-library/postgres/blob/master/Dockerfile-debian.template'),
  },
  {
    images: ['mysql'],
    system: 'rpm',
    env: ['GOSU_VERSION', 'MYSQL_MAJOR', 'MYSQL_SHELL_VERSION', 'MYSQL_VERSION'],
    users: ['mysql'],
    source: github('docker-library/mysql/blob/master/template/Dockerfile.oracle'),
  },
  {
    images: ['mariadb'],
    system: 'ubuntu',
    env: ['GOSU_VERSION', 'GPG_KEYS', 'LANG', 'MARIADB_MAJOR', 'MARIADB_VERSION'],
    users: ['mysql'],
    source: github('MariaDB/mariadb-docker/blob/master/Dockerfile.template'),
  },
  {
    images: ['mongo'],
    system: 'ubuntu',
    env: [
      'GOSU_VERSION',
      'GPG_KEYS',
      'HOME',
      'JSYAML_CHECKSUM',
      'JSYAML_VERSION',
      'MONGO_MAJOR',
      'MONGO_PACKAGE',
      'MONGO_REPO',
      'MONGO_VERSION',
    ],
    users: ['mongodb'],
    source: github('docker-library/mongo/blob/master/Dockerfile-linux.template'),
  },
  {
    images: ['redis'],
    system: 'debian',
    env: ['GOSU_VERSION', 'REDIS_DOWNLOAD_SHA', 'REDIS_DOWNLOAD_URL', 'REDIS_VERSION'],
    users: ['redis'],
    source: github('redis/docker-library-redis'),
  },
  {
    images: ['jenkins/jenkins'],
    system: 'debian',
    env: [
      'COPY_REFERENCE_FILE_LOG',
      'JAVA_HOME',
      'JENKINS_HOME',
      'JENKINS_INCREMENTALS_REPO_MIRROR',
      'JENKINS_SLAVE_AGENT_PORT',
      'JENKINS_UC',
      'JENKINS_UC_EXPERIMENTAL',
      'JENKINS_VERSION',
      'LANG',
      'REF',
    ],
    user: 'jenkins',
    users: ['jenkins'],
    source: github('jenkinsci/docker/blob/master/debian/bookworm/hotspot/Dockerfile'),
  },
];

const byImage: ReadonlyMap<string, Entry> = new Map(
  [...distributions, ...windows, ...languages, ...servers].flatMap((entry) =>
    entry.images.map((image) => [image, entry] as const),
  ),
);

/** Accounts that the system's package of base files makes, besides the superuser. */
const systemUsers: Readonly<Record<BaseSystem, readonly string[]>> = {
  debian: [
    'www-data',
    'nobody',
    'daemon',
    'bin',
    'sys',
    'sync',
    'games',
    'man',
    'lp',
    'mail',
    'news',
    'uucp',
    'proxy',
    'backup',
    'list',
    'irc',
    '_apt',
  ],
  ubuntu: [
    'www-data',
    'nobody',
    'daemon',
    'bin',
    'sys',
    'sync',
    'games',
    'man',
    'lp',
    'mail',
    'news',
    'uucp',
    'proxy',
    'backup',
    'list',
    'irc',
    '_apt',
  ],
  alpine: [
    'nobody',
    'guest',
    'daemon',
    'bin',
    'adm',
    'lp',
    'sync',
    'shutdown',
    'halt',
    'mail',
    'news',
    'uucp',
    'cron',
    'ftp',
    'sshd',
    'games',
    'ntp',
  ],
  rpm: ['nobody', 'daemon', 'bin', 'adm', 'lp', 'sync', 'shutdown', 'halt', 'mail', 'operator', 'games', 'ftp'],
  suse: ['nobody', 'daemon', 'bin', 'lp', 'mail', 'man'],
  arch: ['nobody', 'daemon', 'bin', 'mail', 'ftp', 'http'],
  busybox: ['nobody', 'www-data', 'daemon', 'bin', 'sys', 'sync', 'mail', 'operator'],
  windows: ['ContainerAdministrator', 'ContainerUser'],
  none: [],
};

const linuxShell = ['/bin/sh', '-c'];
const windowsShell = ['cmd', '/S', '/C'];

/** The system that a tag names, where the image comes on several. */
function systemIn(tag: string, usual: BaseSystem): BaseSystem {
  const parts = tag.toLowerCase().split('-', 16);
  if (parts.some((p) => /^alpine(?:\d|$)/.test(p))) return 'alpine';
  if (parts.some((p) => p === 'windowsservercore' || p === 'nanoserver')) return 'windows';
  return usual;
}

/**
 * What is known of a base image.
 * @param repository as written in FROM, with or without a registry
 * @param tag as written, without the colon; '' where there is none
 * @returns undefined for images that are not in the tables
 */
export function knownBase(repository: string, tag: string): KnownBase | undefined {
  const name = normalRepository(repository);
  const entry = byImage.get(name);
  if (entry === undefined) return undefined;
  const system = systemIn(tag, entry.system);
  const isWindows = system === 'windows';
  const own = entry.users ?? [];
  const user =
    entry.user ?? (/(?:^|-)nanoserver/i.test(tag) ? 'ContainerUser' : isWindows ? 'ContainerAdministrator' : 'root');
  return {
    repository: name,
    system,
    // A stage on scratch gets PATH from BuildKit; Windows has no exhaustive list here.
    env: ['PATH', ...(entry.env ?? [])],
    complete: entry.complete === true && !isWindows,
    user,
    users: [...own, ...systemUsers[system].filter((u) => !own.includes(u))],
    shell: isWindows ? windowsShell : linuxShell,
    source: entry.source,
  };
}
