import type { Entry } from '../../../shell/tree';
import { listsIn } from './script';

/** Commands whose work changes, or may change, with the shell's options. */
const sensitive: ReadonlySet<string | undefined> = new Set(['.', 'source', 'eval', 'trap', 'shopt']);

/**
 * True where commands do the same joined by `&&` as on lines of their own under `set -e`: simple ones, not negated, with no
 * list of commands in them that `set -e` would cut short.
 */
export const sameUnderErrexit = (entries: readonly Entry[]): boolean =>
  entries.every((entry) => {
    const { negated, commands } = entry.pipeline;
    return (
      !negated &&
      commands.every(({ kind, words }) => {
        const name = words[0]?.literal;
        return kind === 'simple' && !sensitive.has(name) && (name !== 'set' || setLetters(entry) !== undefined);
      })
    );
  }) && [...listsIn(entries)].every((list) => list.entries.length <= 1 && sameUnderErrexit(list.entries));

/** The letters of a bare `set -ex`; undefined for any other command. */
export function setLetters({ pipeline }: Entry): string | undefined {
  const [command] = pipeline.commands;
  if (pipeline.commands.length > 1 || pipeline.negated || command?.kind !== 'simple') return undefined;
  const [name, letters, ...rest] = command.words.map(({ literal }) => literal);
  if (name !== 'set' || rest.length > 0 || command.redirects.length + command.assignments.length > 0) return undefined;
  return /^-[eux]+$/.test(letters ?? '') ? letters!.slice(1) : undefined;
}
