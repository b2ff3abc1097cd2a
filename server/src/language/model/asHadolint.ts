import { type Command, textWith } from './command';
import { fact } from './fact';

/**
 * A command as hadolint reads it, to know whether it would report what we found. Source: src/Hadolint/Shell.hs, which takes
 * names, arguments and flags from ShellCheck's tree: a name with its path, all words without quotes, each variable as
 * `${VAR}`, each letter of `-abc` a flag, `--name` without its value.
 */
export class HadolintCommand {
  private constructor(
    readonly name: string,
    readonly args: readonly string[],
  ) {}

  /** Undefined where hadolint sees another command: it looks neither behind `sudo` and `env` nor into `sh -c`. */
  static of(command: Command): HadolintCommand | undefined {
    if (command.script?.kind === 'argument') return undefined;
    if (command.wrappers.some(({ name, words }) => !transparent.has(name) || words.length > 1)) return undefined;
    const [first, ...rest] = command.words;
    return first?.text === undefined
      ? undefined
      : new HadolintCommand(
          first.text,
          rest.map((word) => textWith(word, '${VAR}')),
        );
  }

  /** True where it is one of `names` and has one of `args` among its words. */
  is(names: string | readonly string[], ...args: readonly string[]): boolean {
    const named = typeof names === 'string' ? this.name === names : names.includes(this.name);
    return named && (args.length === 0 || this.args.some((arg) => args.includes(arg)));
  }

  /** True where one of `flags`, written without dashes, is given. */
  hasFlag(...flags: readonly string[]): boolean {
    return this.args.some((arg) => flagsOf(arg).some((flag) => flags.includes(flag)));
  }

  /** The words that are no flags and do not follow one of `valueFlags`, which are written without dashes. */
  operands(...valueFlags: readonly string[]): readonly string[] {
    return this.args.filter((arg, i) => {
      const before = this.args[i - 1];
      if (flagsOf(arg).length > 0) return false;
      return !(before && !before.includes('=') && flagsOf(before).some((flag) => valueFlags.includes(flag)));
    });
  }

  /** The words that follow one of `flags`. */
  valuesOf(...flags: readonly string[]): readonly string[] {
    return this.args.filter((_, i) => i > 0 && flagsOf(this.args[i - 1]!).some((flag) => flags.includes(flag)));
  }

  /** True where `words` stand one behind the other. */
  hasSequence(...words: readonly string[]): boolean {
    return this.args.some((_, i) => words.every((word, j) => this.args[i + j] === word));
  }
}

/** What hadolint makes of a command; undefined where it does not see it. */
export const asHadolint: (command: Command) => HadolintCommand | undefined = fact((command) =>
  HadolintCommand.of(command),
);

/** Wrappers that ShellCheck looks through. */
const transparent: ReadonlySet<string> = new Set(['builtin', 'command', 'exec']);

function flagsOf(arg: string): readonly string[] {
  if (arg[0] !== '-' || arg === '-' || arg === '--') return [];
  return arg.startsWith('--') ? [arg.slice(2).split('=', 1)[0]!] : [...arg.slice(1)];
}
