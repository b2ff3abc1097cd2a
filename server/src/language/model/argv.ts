import { isPosix } from '../shell/dialect';
import { interpreterAt, mainCommand } from './commands';
import type { InstructionView } from './view';

/**
 * What a shell form would hand to the program that it starts, were there no shell: its words, without an `exec` in front.
 * Undefined where the text needs a shell: operators, variables, patterns, what only a shell can do.
 */
export function plainArgv({ instruction, inForce }: InstructionView): readonly string[] | undefined {
  const { dialect } = interpreterAt(inForce);
  const command = isPosix(dialect) ? mainCommand(instruction, dialect) : undefined;
  if (!command?.script) return undefined;
  const { words, wrappers, assignments, redirects, script } = command;
  const text = script.spanAt(0, script.text.length);
  const whole = command.at.start === text.start && command.at.end === text.end;
  const alone =
    !command.before && !command.after && !command.background && !command.negated && command.within.length === 0;
  if (!whole || !alone || assignments.length + redirects.length > 0) return undefined;
  const all = [...wrappers.flatMap((wrapper) => (wrapper.name === 'exec' ? [] : wrapper.words)), ...words];
  const argv: string[] = [];
  for (const { text: word } of all) {
    if (word === undefined || /[*?~]|\[.*\]|\{.*[,.].*\}/.test(word)) return undefined;
    argv.push(word);
  }
  return builtins.has(argv[0] ?? ':') ? undefined : argv;
}

/** What only a shell can do. */
const builtins = new Set([
  'cd',
  'source',
  '.',
  'export',
  'set',
  'eval',
  'ulimit',
  'umask',
  'trap',
  'wait',
  'exit',
  ':',
]);
