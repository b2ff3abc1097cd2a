/**
 * Programs that listen, as CMD lines start them: which of them are for development only, how each is told its address, and
 * where it listens untold. Sources: their manual pages and reference documentation, read for their current versions.
 */
export interface ServingSpec {
  /** What it is, in its own name. */
  readonly title: string;
  /** One of these follows the program; '' where nothing need follow. */
  readonly subcommands: readonly string[];
  /** Its makers mean it for development. */
  readonly development?: true;
  /** What serves in production instead. */
  readonly instead?: { readonly en: string; readonly ko: string };
  /** Flags whose value is its address. */
  readonly hostFlags: readonly string[];
  /** The argument behind the subcommand is `[address:]port`. */
  readonly positional?: true;
  /** Untold it listens on the loopback address only. */
  readonly loopback?: true;
  /** Flags with which the address comes from elsewhere: a file, a socket. */
  readonly elsewhere?: readonly string[];
  /** Variables that tell it its address. */
  readonly environment?: readonly string[];
  /** Variables and flags whose value `production` makes it fit for production, and listen to all. */
  readonly mode?: { readonly environment: readonly string[]; readonly flags: readonly string[] };
  /** The arguments by which it listens to all addresses. */
  readonly all?: readonly string[];
}

const host = ['--host'];
const bind = ['-b', '--bind'];
const anyHost = ['--host', '0.0.0.0'];
const spec = (title: string, subcommands: readonly string[], rest: Partial<ServingSpec> = {}): ServingSpec => ({
  title,
  subcommands,
  hostFlags: [],
  ...rest,
});

/** The Korean ones carry their particle. */
const instead = {
  wsgi: { en: 'Gunicorn or Uvicorn', ko: 'Gunicorn이나 Uvicorn을' },
  gunicorn: { en: 'Gunicorn', ko: 'Gunicorn을' },
  webServer: { en: 'nginx or Caddy', ko: 'nginx나 Caddy를' },
  built: { en: 'the built files, served by nginx or Caddy', ko: '빌드한 파일을 nginx나 Caddy로 서비스하는 방식을' },
  php: { en: 'PHP-FPM or FrankenPHP', ko: 'PHP-FPM이나 FrankenPHP를' },
  fastapi: { en: '`fastapi run`', ko: '`fastapi run`을' },
  production: { en: '`RAILS_ENV=production`', ko: '`RAILS_ENV=production` 설정을' },
  next: { en: '`next start`', ko: '`next start`를' },
  nuxt: { en: '`nuxt build` and its server', ko: '`nuxt build`로 만든 서버를' },
  node: { en: '`node`', ko: '`node`를' },
  program: { en: 'the built program', ko: '빌드한 프로그램을' },
  dotnet: { en: '`dotnet` with the published .dll', ko: '게시한 .dll을 `dotnet`으로 실행하는 방식을' },
} as const;

const django = spec('Django runserver', ['runserver', 'runserver_plus'], {
  development: true,
  instead: instead.wsgi,
  positional: true,
  loopback: true,
  all: ['0.0.0.0:8000'],
});
const rack = { environment: ['RAILS_ENV', 'RACK_ENV'], flags: ['-e', '--environment', '-E', '--env'] };
const ng = { development: true, instead: instead.built, hostFlags: host, loopback: true, all: anyHost } as const;
/** Their configuration files set the address more often than not: untold nothing is known. */
const bundler = { development: true, instead: instead.built, hostFlags: host } as const;

/** By the program's name. */
export const servingTable: Readonly<Record<string, readonly ServingSpec[]>> = {
  'manage.py': [django],
  'django-admin': [django],
  flask: [
    spec('flask run', ['run'], {
      development: true,
      instead: instead.gunicorn,
      hostFlags: ['-h', '--host'],
      loopback: true,
      environment: ['FLASK_RUN_HOST'],
      all: anyHost,
    }),
  ],
  gunicorn: [
    spec('Gunicorn', [''], {
      hostFlags: bind,
      loopback: true,
      elsewhere: ['-c', '--config', '--paste'],
      environment: ['PORT', 'GUNICORN_CMD_ARGS'],
      all: ['--bind', '0.0.0.0:8000'],
    }),
  ],
  uvicorn: [
    spec('Uvicorn', [''], {
      hostFlags: host,
      loopback: true,
      elsewhere: ['--uds', '--fd'],
      environment: ['UVICORN_HOST'],
      all: anyHost,
    }),
  ],
  hypercorn: [
    spec('Hypercorn', [''], {
      hostFlags: bind,
      loopback: true,
      elsewhere: ['-c', '--config'],
      all: ['--bind', '0.0.0.0:8000'],
    }),
  ],
  daphne: [
    spec('Daphne', [''], {
      hostFlags: bind,
      loopback: true,
      elsewhere: ['-u', '-e', '--fd', '--endpoint'],
      all: ['-b', '0.0.0.0'],
    }),
  ],
  'waitress-serve': [spec('Waitress', [''], { hostFlags: ['--host', '--listen'] })],
  fastapi: [
    spec('fastapi dev', ['dev'], {
      development: true,
      instead: instead.fastapi,
      hostFlags: host,
      loopback: true,
      all: anyHost,
    }),
    spec('FastAPI', ['run'], { hostFlags: host }),
  ],
  'http.server': [spec('Python http.server', [''], { development: true, instead: instead.webServer, hostFlags: bind })],
  SimpleHTTPServer: [spec('Python SimpleHTTPServer', [''], { development: true, instead: instead.webServer })],
  streamlit: [spec('Streamlit', ['run'], { hostFlags: ['--server.address'] })],
  jupyter: [spec('Jupyter', ['notebook', 'lab', 'server'], { hostFlags: ['--ip'] })],
  mkdocs: [
    spec('mkdocs serve', ['serve'], {
      development: true,
      instead: instead.built,
      hostFlags: ['-a', '--dev-addr'],
      loopback: true,
      all: ['--dev-addr', '0.0.0.0:8000'],
    }),
  ],
  artisan: [
    spec('php artisan serve', ['serve'], {
      development: true,
      instead: instead.php,
      hostFlags: host,
      loopback: true,
      environment: ['SERVER_HOST'],
      all: anyHost,
    }),
  ],
  symfony: [spec('symfony serve', ['serve', 'server:start'], { development: true, instead: instead.php })],
  rails: [
    spec('rails server', ['server', 's'], {
      development: true,
      instead: instead.production,
      hostFlags: ['-b', '--binding'],
      loopback: true,
      environment: ['BINDING', 'HOST'],
      mode: rack,
      all: ['-b', '0.0.0.0'],
    }),
  ],
  rackup: [
    spec('rackup', [''], { hostFlags: ['-o', '--host'], loopback: true, mode: rack, all: ['--host', '0.0.0.0'] }),
  ],
  puma: [spec('Puma', [''], { hostFlags: bind })],
  jekyll: [
    spec('jekyll serve', ['serve', 'server', 's'], {
      development: true,
      instead: instead.built,
      hostFlags: ['-H', '--host'],
      loopback: true,
      elsewhere: ['--config'],
      all: anyHost,
    }),
  ],
  hugo: [
    spec('hugo server', ['server', 'serve'], {
      development: true,
      instead: instead.built,
      hostFlags: ['--bind'],
      loopback: true,
      all: ['--bind', '0.0.0.0'],
    }),
  ],
  'webpack-dev-server': [spec('webpack-dev-server', [''], bundler)],
  webpack: [spec('webpack serve', ['serve', 'server', 's'], bundler)],
  vite: [spec('vite dev', ['', 'dev', 'serve'], bundler), spec('vite preview', ['preview'], bundler)],
  ng: [spec('ng serve', ['serve', 's'], ng)],
  'vue-cli-service': [
    spec('vue-cli-service serve', ['serve'], { development: true, instead: instead.built, hostFlags: host }),
  ],
  'react-scripts': [spec('react-scripts start', ['start'], { development: true, instead: instead.built })],
  next: [
    spec('next dev', ['dev'], { development: true, instead: instead.next, hostFlags: ['-H', '--hostname'] }),
    spec('Next.js', ['start'], { hostFlags: ['-H', '--hostname'] }),
  ],
  nuxt: [
    spec('nuxt dev', ['dev'], {
      development: true,
      instead: instead.nuxt,
      hostFlags: ['-H', '--host', '--hostname'],
      environment: ['HOST', 'NUXT_HOST', 'NITRO_HOST'],
    }),
  ],
  gatsby: [spec('gatsby develop', ['develop'], { ...bundler, hostFlags: ['-H', '--host'] })],
  astro: [spec('astro dev', ['dev'], bundler)],
  'live-server': [spec('live-server', [''], { development: true, instead: instead.built, hostFlags: host })],
  nodemon: [spec('nodemon', [''], { development: true, instead: instead.node })],
  'ts-node-dev': [spec('ts-node-dev', [''], { development: true, instead: instead.node })],
  air: [spec('air', [''], { development: true, instead: instead.program })],
  dotnet: [
    spec('dotnet watch', ['watch'], { development: true, instead: instead.dotnet }),
    spec('.NET', [''], { hostFlags: ['--urls'], environment: ['ASPNETCORE_URLS', 'URLS'] }),
  ],
  'redis-server': [spec('Redis', [''], { hostFlags: ['--bind'] })],
  'valkey-server': [spec('Valkey', [''], { hostFlags: ['--bind'] })],
  mongod: [spec('MongoDB', [''], { hostFlags: ['--bind_ip'] })],
  mysqld: [spec('MySQL', [''], { hostFlags: ['--bind-address'] })],
  mariadbd: [spec('MariaDB', [''], { hostFlags: ['--bind-address'] })],
  mysqld_safe: [spec('MySQL', [''], { hostFlags: ['--bind-address'] })],
  memcached: [spec('Memcached', [''], { hostFlags: ['-l', '--listen'] })],
  postgres: [spec('PostgreSQL', [''], { hostFlags: ['-h'] })],
  uwsgi: [spec('uWSGI', [''], { hostFlags: ['--http', '--http-socket', '--https'] })],
};

/** `php -S`, which is a program of its own. */
export const phpServer: ServingSpec = spec('php -S', [''], {
  development: true,
  instead: instead.php,
  hostFlags: ['-S'],
});

/** Flags by which a server loads changed code anew: for development only. */
export const reloading: Readonly<Record<string, string>> = {
  gunicorn: '--reload',
  uvicorn: '--reload',
  hypercorn: '--reload',
  node: '--watch',
};

/** Scripts of package.json that start a development server by custom. */
export const developmentScript = /^(?:dev|develop|watch|(?:start|serve)[:-]dev(?:elopment)?|dev[:-][\w-]{1,40})$/;

/** Programs that run another one: the words that come before its name, beside flags. */
export const runnerTable: Readonly<
  Record<string, { readonly words: readonly string[]; readonly values: readonly string[]; readonly optional: boolean }>
> = {
  npx: { words: [], values: ['-p', '--package'], optional: true },
  bunx: { words: [], values: [], optional: true },
  npm: { words: ['exec', 'x'], values: [], optional: false },
  yarn: { words: ['run', 'exec', 'dlx'], values: [], optional: true },
  pnpm: { words: ['run', 'exec', 'dlx'], values: [], optional: true },
  bun: { words: ['run', 'x'], values: [], optional: true },
  bundle: { words: ['exec'], values: [], optional: false },
  poetry: { words: ['run'], values: [], optional: false },
  pipenv: { words: ['run'], values: [], optional: false },
  uv: { words: ['run'], values: ['--project', '--directory', '--with', '--extra', '--group'], optional: false },
  pdm: { words: ['run'], values: [], optional: false },
  hatch: { words: ['run'], values: [], optional: false },
  conda: { words: ['run'], values: ['-n', '--name', '-p', '--prefix'], optional: false },
};
