/**
 * Shell commands that Dockerfiles use often (by their frequency in real files), and servers with the way to keep each of them in
 * the foreground. The words about them are in `reference/`.
 */
export type CommandKind =
  | 'packages'
  | 'network'
  | 'archive'
  | 'files'
  | 'text'
  | 'users'
  | 'shell'
  | 'build'
  | 'language'
  | 'security'
  | 'system'
  | 'services';

export const commandTable = {
  // packages
  'apt-get': 'packages',
  apt: 'packages',
  'apt-key': 'packages',
  'apt-mark': 'packages',
  'apt-cache': 'packages',
  'add-apt-repository': 'packages',
  dpkg: 'packages',
  'dpkg-reconfigure': 'packages',
  'debconf-set-selections': 'packages',
  'update-alternatives': 'packages',
  apk: 'packages',
  yum: 'packages',
  dnf: 'packages',
  microdnf: 'packages',
  zypper: 'packages',
  rpm: 'packages',
  pip: 'packages',
  pip3: 'packages',
  uv: 'packages',
  poetry: 'packages',
  conda: 'packages',
  npm: 'packages',
  npx: 'packages',
  yarn: 'packages',
  pnpm: 'packages',
  corepack: 'packages',
  gem: 'packages',
  bundle: 'packages',
  composer: 'packages',
  pecl: 'packages',
  'docker-php-ext-install': 'packages',
  'docker-php-ext-enable': 'packages',
  'docker-php-ext-configure': 'packages',
  // network
  curl: 'network',
  wget: 'network',
  git: 'network',
  ssh: 'network',
  'ssh-keyscan': 'network',
  'ssh-keygen': 'network',
  // archives
  tar: 'archive',
  unzip: 'archive',
  zip: 'archive',
  gzip: 'archive',
  gunzip: 'archive',
  xz: 'archive',
  // files
  cp: 'files',
  mv: 'files',
  rm: 'files',
  mkdir: 'files',
  ln: 'files',
  ls: 'files',
  touch: 'files',
  find: 'files',
  install: 'files',
  chmod: 'files',
  chown: 'files',
  chgrp: 'files',
  cat: 'files',
  tee: 'files',
  // text
  echo: 'text',
  printf: 'text',
  sed: 'text',
  awk: 'text',
  grep: 'text',
  cut: 'text',
  tr: 'text',
  sort: 'text',
  xargs: 'text',
  envsubst: 'text',
  jq: 'text',
  // users
  useradd: 'users',
  adduser: 'users',
  groupadd: 'users',
  addgroup: 'users',
  usermod: 'users',
  passwd: 'users',
  chpasswd: 'users',
  su: 'users',
  sudo: 'users',
  gosu: 'users',
  'su-exec': 'users',
  // shell
  sh: 'shell',
  bash: 'shell',
  set: 'shell',
  cd: 'shell',
  export: 'shell',
  unset: 'shell',
  source: 'shell',
  '.': 'shell',
  exec: 'shell',
  eval: 'shell',
  exit: 'shell',
  test: 'shell',
  '[': 'shell',
  true: 'shell',
  false: 'shell',
  sleep: 'shell',
  wait: 'shell',
  trap: 'shell',
  // build tools
  make: 'build',
  cmake: 'build',
  gcc: 'build',
  mvn: 'build',
  gradle: 'build',
  go: 'build',
  cargo: 'build',
  dotnet: 'build',
  // languages
  python: 'language',
  python3: 'language',
  node: 'language',
  java: 'language',
  ruby: 'language',
  php: 'language',
  perl: 'language',
  // security
  gpg: 'security',
  sha256sum: 'security',
  sha512sum: 'security',
  openssl: 'security',
  'update-ca-certificates': 'security',
  // system
  ldconfig: 'system',
  'locale-gen': 'system',
  tini: 'system',
  'dumb-init': 'system',
  kill: 'system',
  ps: 'system',
  // service managers
  service: 'services',
  systemctl: 'services',
  'rc-service': 'services',
  'invoke-rc.d': 'services',
} as const satisfies Readonly<Record<string, CommandKind>>;

export type KnownCommand = keyof typeof commandTable;

export const COMMANDS: Readonly<Record<KnownCommand, CommandKind>> = commandTable;

/** The command of a word that may be a path (`/usr/bin/curl` → `curl`), or undefined. */
export function knownCommand(word: string): KnownCommand | undefined {
  const name = word.slice(word.lastIndexOf('/') + 1);
  return Object.hasOwn(commandTable, name) ? (name as KnownCommand) : undefined;
}

export interface ServerSpec {
  /** What it is, in its own name. */
  readonly title: string;
  /** Where the bare command leaves it: `background` means that it detaches and the container ends. */
  readonly byDefault: 'foreground' | 'background';
  /** The command as an argument array that keeps it in the foreground: what to write in CMD. */
  readonly foreground: readonly string[];
  /** A word that is one of these, or has it as a part where it holds a blank, keeps it in the foreground. */
  readonly stays: readonly string[];
  /** A word that is one of these sends it to the background. */
  readonly detaches: readonly string[];
  /** The port it listens on when nothing is said. */
  readonly port?: number;
  /**
   * Set where the program's own default is to listen on the loopback address only: nothing outside the container reaches it.
   * Docker's official images of databases change that default; a package installed with apt-get does not.
   */
  readonly loopback?: true;
}

/**
 * Servers by the name of their command. Sources: their manual pages and the CMD lines of Docker's official images
 * (nginx, httpd, php, postgres, mysql, mariadb, redis, mongo, memcached, haproxy, rabbitmq, cassandra, tomcat, caddy).
 */
export const serverTable = {
  nginx: {
    title: 'nginx',
    byDefault: 'background',
    foreground: ['nginx', '-g', 'daemon off;'],
    stays: ['daemon off'],
    detaches: ['daemon on'],
    port: 80,
  },
  httpd: {
    title: 'Apache HTTP Server',
    byDefault: 'background',
    foreground: ['httpd', '-D', 'FOREGROUND'],
    stays: ['FOREGROUND', '-DFOREGROUND', '-X'],
    detaches: ['start'],
    port: 80,
  },
  apache2: {
    title: 'Apache HTTP Server',
    byDefault: 'background',
    // apache2 itself wants /etc/apache2/envvars, which apache2ctl reads
    foreground: ['apache2ctl', '-D', 'FOREGROUND'],
    stays: ['FOREGROUND', '-DFOREGROUND', '-X'],
    detaches: ['start'],
    port: 80,
  },
  apache2ctl: {
    title: 'Apache HTTP Server',
    byDefault: 'background',
    foreground: ['apache2ctl', '-D', 'FOREGROUND'],
    stays: ['FOREGROUND', '-DFOREGROUND'],
    detaches: ['start', 'restart', 'graceful'],
    port: 80,
  },
  apachectl: {
    title: 'Apache HTTP Server',
    byDefault: 'background',
    foreground: ['apachectl', '-D', 'FOREGROUND'],
    stays: ['FOREGROUND', '-DFOREGROUND'],
    detaches: ['start', 'restart', 'graceful'],
    port: 80,
  },
  lighttpd: {
    title: 'lighttpd',
    byDefault: 'background',
    foreground: ['lighttpd', '-D', '-f', '/etc/lighttpd/lighttpd.conf'],
    stays: ['-D'],
    detaches: [],
    port: 80,
  },
  caddy: {
    title: 'Caddy',
    byDefault: 'foreground',
    foreground: ['caddy', 'run', '--config', '/etc/caddy/Caddyfile'],
    stays: ['run'],
    detaches: ['start'],
    port: 80,
  },
  haproxy: {
    title: 'HAProxy',
    byDefault: 'foreground',
    foreground: ['haproxy', '-W', '-db', '-f', '/usr/local/etc/haproxy/haproxy.cfg'],
    stays: ['-db'],
    detaches: ['-D'],
  },
  squid: {
    title: 'Squid',
    byDefault: 'background',
    foreground: ['squid', '-N'],
    stays: ['-N', '--foreground'],
    detaches: [],
    port: 3128,
  },
  varnishd: {
    title: 'Varnish',
    byDefault: 'background',
    foreground: ['varnishd', '-F', '-f', '/etc/varnish/default.vcl'],
    stays: ['-F', '-d'],
    detaches: [],
    port: 80,
  },
  mysqld: {
    title: 'MySQL',
    byDefault: 'foreground',
    foreground: ['mysqld'],
    stays: [],
    detaches: ['-D', '--daemonize'],
    port: 3306,
  },
  mysqld_safe: {
    title: 'MySQL',
    byDefault: 'foreground',
    foreground: ['mysqld'],
    stays: [],
    detaches: [],
    port: 3306,
  },
  mariadbd: {
    title: 'MariaDB',
    byDefault: 'foreground',
    foreground: ['mariadbd'],
    stays: [],
    detaches: [],
    port: 3306,
  },
  postgres: {
    title: 'PostgreSQL',
    byDefault: 'foreground',
    foreground: ['postgres'],
    stays: [],
    detaches: [],
    port: 5432,
    loopback: true,
  },
  pg_ctl: {
    title: 'PostgreSQL',
    byDefault: 'background',
    foreground: ['postgres'],
    stays: [],
    detaches: ['start', 'restart'],
    port: 5432,
    loopback: true,
  },
  'redis-server': {
    title: 'Redis',
    byDefault: 'foreground',
    foreground: ['redis-server'],
    stays: [],
    detaches: ['--daemonize'],
    port: 6379,
  },
  'valkey-server': {
    title: 'Valkey',
    byDefault: 'foreground',
    foreground: ['valkey-server'],
    stays: [],
    detaches: ['--daemonize'],
    port: 6379,
  },
  memcached: {
    title: 'Memcached',
    byDefault: 'foreground',
    foreground: ['memcached'],
    stays: [],
    detaches: ['-d', '--daemon'],
    port: 11211,
  },
  mongod: {
    title: 'MongoDB',
    byDefault: 'foreground',
    foreground: ['mongod', '--bind_ip_all'],
    stays: [],
    detaches: ['--fork'],
    port: 27017,
    loopback: true,
  },
  cassandra: {
    title: 'Cassandra',
    byDefault: 'background',
    foreground: ['cassandra', '-f'],
    stays: ['-f'],
    detaches: [],
    port: 9042,
  },
  elasticsearch: {
    title: 'Elasticsearch',
    byDefault: 'foreground',
    foreground: ['elasticsearch'],
    stays: [],
    detaches: ['-d', '--daemonize'],
    port: 9200,
    loopback: true,
  },
  'rabbitmq-server': {
    title: 'RabbitMQ',
    byDefault: 'foreground',
    foreground: ['rabbitmq-server'],
    stays: [],
    detaches: ['-detached'],
    port: 5672,
  },
  'zkServer.sh': {
    title: 'ZooKeeper',
    byDefault: 'background',
    foreground: ['zkServer.sh', 'start-foreground'],
    stays: ['start-foreground'],
    detaches: ['start', 'restart'],
    port: 2181,
  },
  'kafka-server-start.sh': {
    title: 'Kafka',
    byDefault: 'foreground',
    foreground: ['kafka-server-start.sh', 'config/server.properties'],
    stays: [],
    detaches: ['-daemon'],
    port: 9092,
  },
  'php-fpm': {
    title: 'PHP-FPM',
    byDefault: 'background',
    foreground: ['php-fpm', '-F'],
    stays: ['-F', '--nodaemonize'],
    detaches: ['-D', '--daemonize'],
    port: 9000,
  },
  'catalina.sh': {
    title: 'Tomcat',
    byDefault: 'background',
    foreground: ['catalina.sh', 'run'],
    stays: ['run'],
    detaches: ['start'],
    port: 8080,
  },
  gunicorn: {
    title: 'Gunicorn',
    byDefault: 'foreground',
    foreground: ['gunicorn', '--bind', '0.0.0.0:8000', 'app:app'],
    stays: [],
    detaches: ['-D', '--daemon'],
    port: 8000,
    loopback: true,
  },
  uvicorn: {
    title: 'Uvicorn',
    byDefault: 'foreground',
    foreground: ['uvicorn', 'app:app', '--host', '0.0.0.0'],
    stays: [],
    detaches: [],
    port: 8000,
    loopback: true,
  },
  hypercorn: {
    title: 'Hypercorn',
    byDefault: 'foreground',
    foreground: ['hypercorn', '--bind', '0.0.0.0:8000', 'app:app'],
    stays: [],
    detaches: [],
    port: 8000,
    loopback: true,
  },
  uwsgi: {
    title: 'uWSGI',
    byDefault: 'foreground',
    foreground: ['uwsgi', '--ini', 'uwsgi.ini'],
    stays: [],
    detaches: ['-d', '--daemonize', '--daemonize2'],
  },
  celery: {
    title: 'Celery',
    byDefault: 'foreground',
    foreground: ['celery', '-A', 'app', 'worker'],
    stays: [],
    detaches: ['-D', '--detach', 'multi'],
  },
  unicorn: {
    title: 'Unicorn',
    byDefault: 'foreground',
    foreground: ['unicorn', '-c', 'config/unicorn.rb'],
    stays: [],
    detaches: ['-D', '--daemonize'],
    port: 8080,
  },
  puma: {
    title: 'Puma',
    byDefault: 'foreground',
    foreground: ['puma', '-C', 'config/puma.rb'],
    stays: [],
    detaches: ['-d', '--daemon'],
    port: 9292,
  },
  pm2: {
    title: 'PM2',
    byDefault: 'background',
    foreground: ['pm2-runtime', 'start', 'app.js'],
    stays: ['--no-daemon'],
    detaches: ['start', 'restart'],
  },
  forever: {
    title: 'forever',
    byDefault: 'foreground',
    foreground: ['node', 'app.js'],
    stays: [],
    detaches: ['start'],
  },
  supervisord: {
    title: 'Supervisor',
    byDefault: 'background',
    foreground: ['supervisord', '-n'],
    stays: ['-n', '--nodaemon'],
    detaches: [],
  },
  sshd: {
    title: 'OpenSSH',
    byDefault: 'background',
    // sshd refuses to start unless it is called by its whole path
    foreground: ['/usr/sbin/sshd', '-D', '-e'],
    stays: ['-D', '-d'],
    detaches: [],
    port: 22,
  },
  cron: {
    title: 'cron',
    byDefault: 'background',
    foreground: ['cron', '-f'],
    stays: ['-f'],
    detaches: [],
  },
  crond: {
    title: 'crond',
    byDefault: 'background',
    // BusyBox (Alpine); cronie on Red Hat's systems says -n
    foreground: ['crond', '-f'],
    stays: ['-f', '-n', '-x', '-d'],
    detaches: [],
  },
  rsyslogd: {
    title: 'rsyslog',
    byDefault: 'background',
    foreground: ['rsyslogd', '-n'],
    stays: ['-n'],
    detaches: [],
    port: 514,
  },
  named: {
    title: 'BIND',
    byDefault: 'background',
    foreground: ['named', '-g'],
    stays: ['-f', '-g'],
    detaches: [],
    port: 53,
  },
  dnsmasq: {
    title: 'dnsmasq',
    byDefault: 'background',
    foreground: ['dnsmasq', '-k'],
    stays: ['-k', '--keep-in-foreground', '-d', '--no-daemon'],
    detaches: [],
    port: 53,
  },
  smbd: {
    title: 'Samba',
    byDefault: 'background',
    foreground: ['smbd', '--foreground', '--no-process-group'],
    stays: ['-F', '--foreground', '-i', '--interactive'],
    detaches: ['-D', '--daemon'],
  },
  postfix: {
    title: 'Postfix',
    byDefault: 'background',
    foreground: ['postfix', 'start-fg'],
    stays: ['start-fg'],
    detaches: ['start'],
    port: 25,
  },
  dovecot: {
    title: 'Dovecot',
    byDefault: 'background',
    foreground: ['dovecot', '-F'],
    stays: ['-F'],
    detaches: [],
    port: 143,
  },
  mosquitto: {
    title: 'Mosquitto',
    byDefault: 'foreground',
    foreground: ['mosquitto', '-c', '/mosquitto/config/mosquitto.conf'],
    stays: [],
    detaches: ['-d', '--daemon'],
    port: 1883,
    loopback: true,
  },
} as const satisfies Readonly<Record<string, ServerSpec>>;

export type KnownServer = keyof typeof serverTable;

export const SERVERS: Readonly<Record<KnownServer, ServerSpec>> = serverTable;

/** The server of a word that may be a path or carry a version (`/usr/sbin/php-fpm8.2` → `php-fpm`), or undefined. */
export function knownServer(word: string): KnownServer | undefined {
  const name = word.slice(word.lastIndexOf('/') + 1);
  if (Object.hasOwn(serverTable, name)) return name as KnownServer;
  return /^php-fpm\d{1,2}(?:\.\d{1,2})?$/.test(name) ? 'php-fpm' : undefined;
}

/** Managers of background services: in a container there is usually no init for them to talk to, or nothing stays in front. */
export const SERVICE_MANAGERS: ReadonlySet<string> = new Set([
  'service',
  'systemctl',
  'rc-service',
  'invoke-rc.d',
  'initctl',
]);
