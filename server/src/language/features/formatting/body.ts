import { type ScriptText, scriptsOf, treeOf } from '../../model/scripts';
import { isBlank, shellGaps } from '../../shell/blanks';
import { isPosix } from '../../shell/dialect';
import { type ShellLine, shellLines } from '../../shell/nesting';
import { nextLine, trimNewline } from '../../syntax/characters';
import type { Heredoc } from '../../syntax/heredoc';
import type { Instruction } from '../../syntax/instruction';
import type { Edit } from '../../text/edit';
import { type Span, slice, spanOf } from '../../text/span';
import type { FormatOptions } from './options';
import { indentOf } from './slots';

/** A script that is the body of a heredoc. */
interface BodyScript extends ScriptText {
  readonly heredoc: Heredoc;
}

/**
 * The shell script that is the heredoc of a RUN. Undefined for any other instruction, and for what no shell of Bourne's family
 * runs.
 * @param posix whether shell forms are in such a shell; a `#!` line goes before it
 */
export function bodyScript(instruction: Instruction, posix: boolean): BodyScript | undefined {
  const [script] = instruction.keyword === 'RUN' ? scriptsOf(instruction) : [];
  if (!script || !isBody(script)) return undefined;
  return (script.interpreter ? isPosix(script.interpreter.dialect) : posix) ? script : undefined;
}

const isBody = (script: ScriptText): script is BodyScript => script.kind === 'heredoc' && script.heredoc !== undefined;

/** What tells a script the number of a line. */
const countsLines = /LINENO\b/;
/** By what a script that is a file finds its own text. */
const readsItself = /\$\{?0\b|\bBASH_SOURCE\b/;

/**
 * The edits that lay out the shell script in a RUN's heredoc: lines indented as their commands are nested, one blank between
 * words, none at the ends of lines, one blank line of several. None where it was not understood, and in files with CR LF.
 * @param posix whether shell forms are in a shell of Bourne's family
 */
export function ofBody(instruction: Instruction, posix: boolean, options: FormatOptions): Edit[] {
  const script = bodyScript(instruction, posix);
  if (!script?.heredoc.terminated) return [];
  const { body } = script.heredoc;
  const written = slice(instruction.text, body);
  if (written.includes('\r') || countsLines.test(written)) return [];
  if (written.startsWith('#!') && readsItself.test(written)) return [];
  const lines = shellLines(treeOf(script));
  return lines ? new BodyWriter(instruction.text, script, lines, options).edits() : [];
}

/** A line of the script with its place in the instruction. */
interface BodyLine extends ShellLine {
  /** From its indent to its end, without the line break. */
  readonly at: Span;
  /** What stands before its first word. */
  readonly indent: string;
  readonly empty: boolean;
}

class BodyWriter {
  private readonly list: Edit[] = [];

  constructor(
    private readonly text: string,
    private readonly script: BodyScript,
    private readonly lines: readonly ShellLine[],
    private readonly options: FormatOptions,
  ) {}

  edits(): Edit[] {
    const lines = this.placed();
    this.indents(lines.filter((line, i) => line.free && !line.empty && !(i === 0 && this.isShebang(line.content))));
    this.blankLines(lines);
    this.gaps();
    if (this.options.trimTrailingWhitespace) this.comments();
    return this.list;
  }

  private placed(): readonly BodyLine[] {
    const { text, script } = this;
    let start = script.heredoc.body.start;
    return this.lines.map((line) => {
      const next = nextLine(text, start);
      const at = spanOf(start, trimNewline(text, start, next));
      start = next;
      // what `<<-` takes away is not in the script
      const indent = text.slice(at.start, at.end - (line.end - line.content));
      return { ...line, at, indent, empty: line.content === line.end };
    });
  }

  /** A script that is a step in as a whole stays there. */
  private indents(lines: readonly BodyLine[]): void {
    const { options, script } = this;
    const { chomp } = script.heredoc;
    const within = lines.every(({ indent }) => (chomp ? indent.startsWith('\t') : indent !== ''));
    for (const { at, indent, level } of lines) {
      const steps = level + (within ? 1 : 0);
      // only tabs are what `<<-` takes away
      const after = chomp ? '\t'.repeat(steps) : indentOf(steps, options);
      this.put(spanOf(at.start, at.start + indent.length), indent, after);
    }
  }

  private blankLines(lines: readonly BodyLine[]): void {
    lines.forEach(({ free, empty, at, indent }, i) => {
      if (!free || !empty) return;
      const before = lines[i - 1];
      if (before?.free && before.empty) this.list.push({ at: spanOf(at.start, at.end + 1), text: '' });
      else if (this.options.trimTrailingWhitespace) this.put(at, indent, '');
    });
  }

  private gaps(): void {
    const { text } = this.script;
    for (const { start, end } of shellGaps(treeOf(this.script)) ?? []) {
      if (start === 0 || text[start - 1] === '\n') continue;
      const last = end === text.length || text[end] === '\n';
      if (last && !this.options.trimTrailingWhitespace) continue;
      this.put(this.script.spanAt(start, end), text.slice(start, end), last ? '' : ' ');
    }
  }

  private comments(): void {
    const { text } = this.script;
    for (const { start, end } of treeOf(this.script).comments) {
      if (this.isShebang(start)) continue;
      let from = end;
      while (from > start && isBlank(text, from - 1)) from--;
      if (from < end) this.list.push({ at: this.script.spanAt(from, end), text: '' });
    }
  }

  private isShebang(at: number): boolean {
    return this.script.text.startsWith('#!', at);
  }

  private put(at: Span, before: string, after: string): void {
    if (before !== after) this.list.push({ at, text: after });
  }
}
