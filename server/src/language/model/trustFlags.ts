import type { TrustFlags } from '../knowledge/trust';
import type { Edit } from '../text/edit';
import type { Command, CommandWord } from './command';
import { removeWords } from './scriptEdits';

/** A flag of a command that switches a check off. */
export interface FoundFlag {
  /** The flag alone: `-k` of `-fkL`. */
  readonly what: string;
  readonly word: CommandWord;
  /** The word of its value, or `word`. */
  readonly last: CommandWord;
}

/** Which of `table` a command has. */
export function flagsOf(command: Command, table: TrustFlags): readonly FoundFlag[] {
  const { name, words } = command;
  if (name === undefined) return none;
  const rows = table.get(programOf(name, words));
  if (!rows) return none;
  const found: FoundFlag[] = [];
  for (const { flags, valued } of rows) {
    for (let i = 1; i < words.length; i++) {
      const word = words[i]!;
      if (word.text === '--') break;
      const what = flags.find((flag) => isFlag(word, flag));
      if (what === undefined) continue;
      const next = valued && !word.prefix.includes('=') ? words[i + 1] : undefined;
      found.push({ what, word, last: next ?? word });
    }
  }
  return found;
}

const none: readonly FoundFlag[] = [];

/** pip goes by many names. */
function programOf(name: string, words: readonly CommandWord[]): string {
  if (name[0] !== 'p') return name;
  if (/^(?:python|pypy)[\d.]*$/.test(name)) return words[1]?.text === '-m' && words[2]?.text === 'pip' ? 'pip' : name;
  return name.replace(/^(pip[23])\.\d+$/, '$1');
}

/** curl's single letters that take a value: what stands behind them is that value. */
const untilValue = /^-[^-AbcCdDeEFhHKmoPQrTuUwxXyYzt]*$/;

const isFlag = ({ prefix, text }: CommandWord, flag: string): boolean => {
  if (flag[1] === '-') return prefix === flag || prefix.startsWith(`${flag}=`);
  if (prefix[1] === '-' || text === undefined || prefix[0] !== '-') return false;
  const letter = prefix.indexOf(flag[1]!, 1);
  return letter > 0 && untilValue.test(prefix.slice(0, letter));
};

/** The edit that takes a flag away; of `-fkL` the letter. */
export function withoutFlag(command: Command, text: string, what: string, word: CommandWord, last: CommandWord): Edit {
  if (what[1] !== '-' && word.prefix.length > 2 && word.raw === word.prefix) {
    const letter = word.prefix.indexOf(what[1]!, 1);
    return { at: command.spanIn(word, letter, letter + 1), text: '' };
  }
  return removeWords(command, text, word, last);
}
