import type { Edit } from '../text/edit';
import type { CommandWord } from './command';
import type { Started } from './processes';

const plain = /^[\w@%+=:,./-]+$/;
const quoted = (word: string): string => (plain.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/**
 * Words as they are written behind another one of the command: as strings of the JSON array, or with a blank before each
 * and quotes where a shell needs them.
 */
export function written({ exec, command }: Started, words: readonly string[]): string {
  if (exec) return words.map((word) => `, ${JSON.stringify(word)}`).join('');
  const text = words.map((word) => ` ${quoted(word)}`).join('');
  return command.script?.written(text) ?? text;
}

/** The edit, in the file, that puts words behind one of the command's. */
export function addedBehind(started: Started, word: CommandWord, words: readonly string[]): Edit {
  // the closing quote of a JSON string is not part of its word
  const at = started.offset + word.at.end + (started.exec ? 1 : 0);
  return { at: { start: at, end: at }, text: written(started, words) };
}
