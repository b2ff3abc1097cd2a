/**
 * Steps that install what a project's manifest lists: by program, with the files that they need to be run before the sources
 * are there. Sources: the programs' manual pages; https://docs.docker.com/build/cache/optimize/#order-your-layers.
 */
export interface DependencyStep {
  /** The first words behind the program, one of which must stand there; '' for nothing at all. */
  readonly subcommands: readonly string[];
  /** Manifest and lock file as COPY takes them: a pattern that may match nothing ends in `*`. */
  readonly files: readonly string[];
  /** One of these flags must be given for the step to work without the sources; none where it works anyway, or never. */
  readonly alone: readonly string[] | 'always' | 'never';
  /** Words with which it does something else. */
  readonly unless?: readonly string[];
  /** Flags whose value is the next word. */
  readonly values?: readonly string[];
}

const step = (
  subcommands: readonly string[],
  files: readonly string[],
  alone: DependencyStep['alone'] = 'always',
  rest: Partial<DependencyStep> = {},
): DependencyStep => ({ subcommands, files, alone, ...rest });

const global = { unless: ['-g', '--global', '-C', '--prefix', '--cwd', '--dir'] };
const maven = step(
  ['dependency:go-offline', 'dependency:resolve', 'dependency:resolve-plugins'],
  ['pom.xml'],
  'always',
  { values: ['-f', '--file', '-P', '-s', '--settings', '-pl', '-T'] },
);

export const dependencyTable: Readonly<Record<string, readonly DependencyStep[]>> = {
  npm: [step(['install', 'i', 'ci', 'clean-install'], ['package*.json'], 'always', global)],
  yarn: [step(['', 'install'], ['package.json', 'yarn.lock*'], 'always', global)],
  pnpm: [step(['install', 'i'], ['package.json', 'pnpm-lock.yaml*'], 'always', global)],
  bun: [step(['install', 'i', 'ci'], ['package.json', 'bun.lock*'], 'always', global)],
  pipenv: [step(['install', 'sync'], ['Pipfile*'])],
  poetry: [step(['install', 'sync'], ['pyproject.toml', 'poetry.lock*'], ['--no-root', '--only-root'])],
  uv: [step(['sync'], ['pyproject.toml', 'uv.lock*'], ['--no-install-project', '--no-install-workspace'])],
  bundle: [
    step(['install', ''], ['Gemfile*'], 'always', { values: ['-j', '--jobs', '--retry', '--without', '--path'] }),
  ],
  composer: [step(['install'], ['composer.json', 'composer.lock*'], ['--no-autoloader'])],
  go: [step(['mod download'], ['go.mod', 'go.sum*'])],
  cargo: [step(['fetch', 'build'], ['Cargo.toml', 'Cargo.lock*'], 'never', { unless: ['--offline', '--vendored'] })],
  mvn: [maven],
  mvnw: [{ ...maven, alone: 'never' }],
  mix: [step(['deps.get'], ['mix.exs', 'mix.lock*'])],
  flutter: [step(['pub get'], ['pubspec.yaml', 'pubspec.lock*'])],
  dart: [step(['pub get'], ['pubspec.yaml', 'pubspec.lock*'])],
  dotnet: [step(['restore'], ['*.csproj'], 'never')],
};

/** Programs of one package manager, of which one may have done the other's work. */
export const sameWork: Readonly<Record<string, string>> = {
  mvnw: 'mvn',
  flutter: 'dart',
  yarn: 'npm',
  pnpm: 'npm',
  bun: 'npm',
};
