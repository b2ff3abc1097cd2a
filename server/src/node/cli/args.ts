import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Locale, localeOf, locales, type Preset, presets } from '../../language';
import type { FailOn } from '../../lsp/configurationFile';

/** What was asked for cannot be done as it was asked. Exit code 2. */
export class UsageError extends Error {}

export const formats = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

const failLevels = ['error', 'warning', 'info', 'never'] as const satisfies readonly FailOn[];

/** What all commands that read files take. */
export interface FileOptions {
  readonly paths: readonly string[];
  readonly preset: Preset | undefined;
  /** What `-` counts as. */
  readonly stdinFilename: string | undefined;
  /** The folder that is sent to the builder; undefined where nobody says. */
  readonly context: string | undefined;
  readonly locale: Locale;
}

export interface LintCommand extends FileOptions {
  readonly name: 'lint';
  readonly format: Format;
  /** Undefined where the command line does not say. */
  readonly failOn: FailOn | undefined;
}

export interface FixCommand extends FileOptions {
  readonly name: 'fix';
  readonly unsafe: boolean;
  readonly dryRun: boolean;
}

export interface FormatCommand extends FileOptions {
  readonly name: 'format';
  /** `show` writes the one result to standard output. */
  readonly mode: 'show' | 'check' | 'write';
}

export interface ExplainCommand {
  readonly name: 'explain';
  readonly rule: string;
  readonly locale: Locale;
}

export type Command =
  | LintCommand
  | FixCommand
  | FormatCommand
  | ExplainCommand
  | { readonly name: 'lsp' | 'help' | 'version' };

export const usage = `Slipway for Dockerfiles

  slipway lint [options] PATH… | -     check Dockerfiles; a folder is searched for them, - reads standard input
    --format text|json|sarif|github    how to report (text)
    --preset recommended|strict|all|none
    --fail-on error|warning|info|never findings from this level on give exit code 1 (warning,
                                       or what .hadolint.yaml says)
    --no-fail                          the same as --fail-on never
    --context FOLDER                   the build context: COPY of what is not in it is a finding
  slipway fix [options] PATH… | -      make the safe fixes; - writes the fixed text to standard output
    --unsafe                           also fixes that may change what is built
    --dry-run                          show the changes, write nothing
    --preset …, --context FOLDER       as above
  slipway format [options] PATH… | -   write the formatted text of one file to standard output
    --check                            say which files are not formatted; exit code 1 if there are any
    --write                            write the formatted text into the files
  slipway explain RULE                 show the page of a rule; ids of hadolint and BuildKit work, too
  slipway lsp --stdio                  run the language server

  --stdin-filename FILE                what - counts as, for the report and for configuration files
  --language en|ko                     language of messages; also SLIPWAY_LANGUAGE, and LANG for text
  --version, --help

Exit codes: 0 nothing to complain about, 1 findings or files to format, 2 wrong usage, unreadable files or other trouble.
`;

const shared = {
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

const files = {
  ...shared,
  preset: { type: 'string' },
  context: { type: 'string' },
  'stdin-filename': { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

/** Reads the command line, without the program's name. */
export function parseCommand(argv: readonly string[]): Command {
  const [name, ...rest] = argv;
  switch (name) {
    case 'lint':
      return lintCommand(rest);
    case 'fix':
      return fixCommand(rest);
    case 'format':
      return formatCommand(rest);
    case 'explain':
      return explainCommand(rest);
    case 'lsp':
      return { name };
    case undefined:
      throw new UsageError('no command given');
    case '--help':
    case '-h':
    case 'help':
      return { name: 'help' };
    case '--version':
    case '-v':
    case 'version':
      return { name: 'version' };
    default:
      throw new UsageError(`there is no command ${name}`);
  }
}

function lintCommand(args: string[]): Command {
  const { values, positionals } = parse(args, {
    ...files,
    format: { type: 'string' },
    'fail-on': { type: 'string' },
    'no-fail': { type: 'boolean' },
  });
  if (values.help) return { name: 'help' };
  const format = oneOf('--format', formats, values.format) ?? 'text';
  const failOn = oneOf('--fail-on', failLevels, values['fail-on']);
  return {
    name: 'lint',
    format,
    failOn: values['no-fail'] ? 'never' : failOn,
    ...fileOptions(values, positionals, format === 'text'),
  };
}

function fixCommand(args: string[]): Command {
  const { values, positionals } = parse(args, {
    ...files,
    unsafe: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  });
  if (values.help) return { name: 'help' };
  return {
    name: 'fix',
    unsafe: values.unsafe === true,
    dryRun: values['dry-run'] === true,
    ...fileOptions(values, positionals, true),
  };
}

function formatCommand(args: string[]): Command {
  const { preset: _, context: __, ...options } = files;
  const { values, positionals } = parse(args, { ...options, check: { type: 'boolean' }, write: { type: 'boolean' } });
  if (values.help) return { name: 'help' };
  if (values.check && values.write) throw new UsageError('--check and --write cannot be combined');
  if (values.write && positionals.includes('-')) throw new UsageError('--write cannot be combined with -');
  const mode = values.check ? 'check' : values.write ? 'write' : 'show';
  return { name: 'format', mode, ...fileOptions(values, positionals, true) };
}

function explainCommand(args: string[]): Command {
  const { values, positionals } = parse(args, shared);
  if (values.help) return { name: 'help' };
  const [rule, ...more] = positionals;
  if (rule === undefined || more.length > 0) throw new UsageError('explain wants the name of one rule');
  return { name: 'explain', rule, locale: localeFor(values.language, true) };
}

function fileOptions(
  values: Partial<Record<'preset' | 'context' | 'stdin-filename' | 'language', string | undefined>>,
  paths: readonly string[],
  forPeople: boolean,
): FileOptions {
  if (paths.length === 0) throw new UsageError('no path given');
  if (paths.includes('-') && paths.length > 1) throw new UsageError('- cannot be combined with other paths');
  return {
    paths,
    preset: oneOf('--preset', presets, values.preset),
    stdinFilename: values['stdin-filename'],
    context: values.context,
    locale: localeFor(values.language, forPeople),
  };
}

function parse<O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function oneOf<T extends string>(option: string, known: readonly T[], value: string | undefined): T | undefined {
  if (value === undefined || known.includes(value as T)) return value as T | undefined;
  throw new UsageError(`${option} must be one of ${known.join(', ')}, not ${value}`);
}

/** The option, else SLIPWAY_LANGUAGE; what people read also follows the locale of their terminal. */
function localeFor(option: string | undefined, forPeople: boolean): Locale {
  const chosen = oneOf('--language', locales, option);
  if (chosen) return chosen;
  const { SLIPWAY_LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env;
  // `ko_KR.UTF-8`
  const terminal = (LC_ALL || LC_MESSAGES || LANG)?.replace('_', '-');
  return localeOf(SLIPWAY_LANGUAGE || (forPeople ? terminal : undefined));
}
