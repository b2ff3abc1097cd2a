/** The language that a script is in. `other` is no shell: Python, Perl, Node … */
export type Dialect = 'sh' | 'bash' | 'ash' | 'dash' | 'ksh' | 'zsh' | 'powershell' | 'cmd' | 'other';

/** What runs a script. */
export interface Interpreter {
  readonly dialect: Dialect;
  /** The program's name without path and `.exe`: `bash`, `python3`, `pwsh`. Empty where none is known. */
  readonly program: string;
  /** Letters of single-dash options, in order, without `c`: `ex` for `-ex`. */
  readonly letters: string;
  /** What `-o` switches on: `pipefail`, `errexit`. */
  readonly options: readonly string[];
}

const byName: Readonly<Record<string, Dialect>> = {
  sh: 'sh',
  bash: 'bash',
  rbash: 'bash',
  ash: 'ash',
  busybox: 'ash',
  dash: 'dash',
  ksh: 'ksh',
  ksh93: 'ksh',
  mksh: 'ksh',
  zsh: 'zsh',
  powershell: 'powershell',
  pwsh: 'powershell',
  cmd: 'cmd',
};

/** True for the shells whose scripts we read: Bourne's family. */
export const isPosix = (dialect: Dialect): boolean =>
  dialect !== 'powershell' && dialect !== 'cmd' && dialect !== 'other';

/** A program's name without its path and `.exe`, in lower case. */
export function programName(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  return name.endsWith('.exe') ? name.slice(0, -4) : name;
}

const dialectOfProgram = (program: string): Dialect => (Object.hasOwn(byName, program) ? byName[program]! : 'other');

/** What runs a script that is given to `argv`, such as `["/bin/bash", "-o", "pipefail", "-c"]`. */
export function interpreterOf(argv: readonly string[]): Interpreter {
  const [path = '', ...rest] = argv;
  const program = programName(path);
  const options: string[] = [];
  let letters = '';
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i]!;
    // options of PowerShell and cmd are words
    if (!/^-[A-Za-z]+$/.test(word) || !isPosix(dialectOfProgram(program))) continue;
    letters += word.slice(1).replace(/[co]/g, '');
    if (word.includes('o') && rest[i + 1] !== undefined) options.push(rest[++i]!);
  }
  return { dialect: dialectOfProgram(program), program, letters, options };
}

/** What a script's first line asks for; undefined where it is no `#!` line. Knows `env` and `env -S`. */
export function interpreterOfShebang(text: string): Interpreter | undefined {
  if (!text.startsWith('#!')) return undefined;
  const lineEnd = text.indexOf('\n');
  const line = text.slice(2, lineEnd < 0 ? text.length : lineEnd);
  const words = line.split(/[ \t\r]+/).filter((word) => word !== '');
  if (words.length > 0 && programName(words[0]!) === 'env') {
    words.shift();
    while (words.length > 0 && (words[0]!.startsWith('-') || words[0]!.includes('='))) words.shift();
  }
  return interpreterOf(words);
}

/** Images whose `sh` is BusyBox's, by their last path component, where that name is enough to tell. */
const busyboxImages: ReadonlySet<string> = new Set(['alpine', 'busybox']);

/** The base image of a stage: its familiar name (`alpine`, `library/` left out) and its tag, where they are known. */
export interface BaseImage {
  readonly name: string | undefined;
  readonly tag: string | undefined;
}

/**
 * What runs shell forms.
 * @param shell the argument of the SHELL in force; undefined where there is none
 * @param windows whether the image is one of Windows
 */
export function defaultInterpreter(
  shell: readonly string[] | undefined,
  windows: boolean,
  image?: BaseImage,
): Interpreter {
  if (shell && shell.length > 0) return interpreterOf(shell);
  // Microsoft's own images, those for PowerShell and .NET too, leave the default
  if (windows) return { dialect: 'cmd', program: 'cmd', letters: '', options: [] };
  const last = image?.name?.slice(image.name.lastIndexOf('/') + 1) ?? '';
  const busybox = busyboxImages.has(last) || /(?:^|-)alpine(?:$|[\d.-])/.test(image?.tag ?? '');
  return { dialect: busybox ? 'ash' : 'sh', program: 'sh', letters: '', options: [] };
}

/** The dialect of shell forms: see `defaultInterpreter`. */
export const dialectOf = (shell: readonly string[] | undefined, windows: boolean, image?: BaseImage): Dialect =>
  defaultInterpreter(shell, windows, image).dialect;

/** True where a failing command in front of a `|` makes the pipeline fail. */
export const hasPipefail = ({ options }: Interpreter): boolean => options.includes('pipefail');

/** True where the script ends at the first command that fails. */
export const hasErrexit = ({ letters, options }: Interpreter): boolean =>
  letters.includes('e') || options.includes('errexit');
