import type { Edit } from '../text/edit';
import type { CommandWord } from './command';
import type { Started } from './processes';

const plain = /^[\w@%+=:,./-]+$/;
/** A word as a shell must read it to get it back: in single quotes where it needs some. */
export const quoted = (word: string): string => (plain.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/**
 * Words as they are written behind another one of the command: as strings of the JSON array, or with a blank before each
 * and quotes where a shell needs them.
 */
function written({ exec, command }: Started, words: readonly string[]): string {
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

/** The edit, in the file, that puts words in the place of some of the command's; none: that takes those away. */
export function inPlaceOf(started: Started, from: CommandWord, to: CommandWord, words: readonly string[]): Edit {
  const { exec, offset, command } = started;
  const quote = exec ? 1 : 0;
  if (words.length === 0) {
    const before = command.words[command.words.indexOf(from) - 1]!;
    const at = { start: offset + before.at.end + quote, end: offset + to.at.end + quote };
    return { at, text: '' };
  }
  const text = exec ? written(started, words).slice(3, -1) : written(started, words).slice(1);
  return { at: { start: offset + from.at.start, end: offset + to.at.end }, text };
}
