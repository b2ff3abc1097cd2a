import { piecesOf, skipBlanks } from './blanks';
import type * as Tree from './tree';

/** A line of a script. */
export interface ShellLine {
  readonly start: number;
  /** Its first unit that is no blank; its end where there is none. */
  readonly content: number;
  /** Without the line break. */
  readonly end: number;
  /** False where it begins within a word, a heredoc or another piece whose blanks count. */
  readonly free: boolean;
  /** How many steps deep it stands among the commands around it, or behind the beginning of its own. */
  readonly level: number;
}

/** The lines of a script. Undefined where it was not understood as a whole, or by Bash only as long as its lines stay. */
export function shellLines(tree: Tree.ShellTree): readonly ShellLine[] | undefined {
  const pieces = piecesOf(tree);
  if (!pieces) return undefined;
  const { text } = tree;
  // a `((` that begins two subshells: Bash tries arithmetic first, and where that fails blanks at line ends may make an error of it
  if (pieces.between.some(({ start, end }) => text.slice(start, end + 1).includes('(('))) return undefined;
  const nesting = new Nesting(linesOf(text, [...pieces.solid]));
  nesting.list(tree.body);
  return nesting.lines;
}

type Line = { -readonly [Key in keyof ShellLine]: ShellLine[Key] };

/** @param solid where the pieces begin and end in which no line may move, ascending */
function linesOf(text: string, solid: readonly (readonly [number, number])[]): Line[] {
  const lines: Line[] = [];
  let piece = 0;
  for (let start = 0; start < text.length; ) {
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed < 0 ? text.length : lineFeed;
    while (piece < solid.length && solid[piece]![1] <= start) piece++;
    const free = piece >= solid.length || solid[piece]![0] >= start;
    lines.push({ start, content: skipBlanks(text, start, end), end, free, level: 0 });
    start = end + 1;
  }
  return lines;
}

/** Gives lines their levels, from the outer commands to the inner ones. */
class Nesting {
  constructor(readonly lines: readonly Line[]) {}

  list({ entries }: Tree.List): void {
    let first = 0;
    entries.forEach(({ pipeline, operator }, i) => {
      if (operator?.text === '&&' || operator?.text === '||') return;
      const { start } = entries[first]!.pipeline.at;
      this.deepen(start, pipeline.at.end, this.levelAt(start) + 1);
      for (const entry of entries.slice(first, i + 1)) {
        for (const command of entry.pipeline.commands) if (command.kind !== 'simple') this.compound(command);
      }
      first = i + 1;
    });
  }

  private compound({ kind, at, keywords, parts }: Tree.CompoundCommand): void {
    const level = this.levelAt(at.start);
    // a function's body is a command of its own
    const named = kind === 'function' || kind === 'coproc';
    this.deepen(at.start, at.end, named ? level : level + 1);
    let pattern: number | undefined;
    for (const { text, at: own } of keywords) {
      const { start, end } = own;
      if (kind !== 'case' || text === 'esac') this.deepen(start - 1, start + 1, level);
      if (kind !== 'case') continue;
      const ends = text === 'esac' ? start : end;
      if (text === ')') pattern = start;
      else if (pattern !== undefined && (text === 'esac' || text.startsWith(';'))) {
        this.deepen(pattern, ends, this.levelAt(pattern) + 1);
        pattern = undefined;
      }
    }
    for (const { list } of parts) this.list(list);
  }

  /** Gives a level to the lines whose content begins behind `from` and before `to`. */
  private deepen(from: number, to: number, level: number): void {
    for (let i = this.firstBehind(from); i < this.lines.length && this.lines[i]!.content < to; i++)
      this.lines[i]!.level = level;
  }

  /** The level of the line that holds an offset, or of the one on which the piece began in which that line begins. */
  private levelAt(offset: number): number {
    let i = this.firstBehind(offset) - 1;
    while (i > 0 && !this.lines[i]!.free) i--;
    return this.lines[i]?.level ?? 0;
  }

  /** Index of the first line whose content begins behind an offset. */
  private firstBehind(offset: number): number {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.lines[middle]!.content <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
