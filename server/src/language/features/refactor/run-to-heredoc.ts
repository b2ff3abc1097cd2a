import { detectSyntax } from '../../syntax/directives';
import type { Instruction } from '../../syntax/instruction';
import { slice } from '../../text/span';
import { defineRefactoring } from './refactoring';
import { sameUnderErrexit, setLetters } from './tools/errexit';
import { commentsWithin, newlineOf } from './tools/layout';
import {
  entriesOf,
  joinedBy,
  type ReadScript,
  type Statement,
  scriptOf,
  shapeOf,
  statementAt,
  statementsOf,
} from './tools/script';

/** The commands of a RUN become the lines of a heredoc: those of `a && b` under `set -e`, those of `a; b` as they are. */
export const runToHeredoc = defineRefactoring({
  id: 'run-to-heredoc',
  kind: 'refactor.rewrite',
  text: {
    en: { errexit: 'Convert to a heredoc under `set -e`', plain: 'Convert to a heredoc' },
    ko: { errexit: '`set -e`를 쓰는 히어독으로 바꾸기', plain: '히어독으로 바꾸기' },
  },
  propose({ file, placed, inForce }) {
    const { instruction, start, end } = placed;
    const read = instruction.keyword === 'RUN' ? scriptOf(instruction, inForce, 'line') : undefined;
    if (!read || read.comments.length > 0 || read.entries.some(({ background }) => background)) return undefined;
    // heredocs came with version 1.4 of the front end
    if (/\/dockerfile:1\.[0-3](?:\D|$)/.test(detectSyntax(file.text)?.value ?? '')) return undefined;
    const errexit = joinedBy(read.entries, '&&');
    if (errexit && !sameUnderErrexit(read.entries)) return undefined;
    // to a shell a line break says what `;` says
    const statements = errexit ? read.entries.map((entry) => [entry]) : statementsOf(read.entries);
    const lines = statements.length > 1 ? bodyOf(instruction, read, statements) : undefined;
    if (!lines) return undefined;
    const stops = !errexit || setLetters(read.entries[0]!)?.includes('e');
    const all = stops ? lines : ['set -e', ...lines];
    const name = ['EOF', 'EOT', 'SCRIPT'].find((each) => !all.includes(each));
    if (name === undefined || all[0]!.startsWith('#!')) return undefined;
    // comments between the flags stay with them
    const head = file.text.slice(start, start + instruction.argumentAt.start);
    const text = [`${head}<<${name}`, ...all, name].join(newlineOf(file));
    return { title: (texts) => (errexit ? texts.errexit : texts.plain), edits: [{ at: { start, end }, text }] };
  },
});

/** The commands as lines, comments above those that they stand before. */
function bodyOf(
  instruction: Instruction,
  { script }: ReadScript,
  statements: readonly Statement[],
): string[] | undefined {
  const lines: string[] = [];
  let from = instruction.argumentAt.start;
  for (const statement of statements) {
    const inScript = statementAt(statement);
    const at = script.spanAt(inScript.start, inScript.end);
    const written = asWritten(instruction.escape, slice(instruction.text, at), slice(script.text, inScript), statement);
    if (written === undefined) return undefined;
    lines.push(...commentsWithin(instruction, { start: from, end: at.end }), ...written.split('\n'));
    from = at.end;
  }
  return lines;
}

/** A statement on its lines as they are, else on one; undefined where the shell would read it otherwise than the builder. */
function asWritten(escape: string, written: string, joined: string, statement: Statement): string | undefined {
  const lines = written.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const kept = lines.map((line, i) => {
    const plain = line.trimEnd();
    return i < lines.length - 1 && plain.endsWith(escape) ? `${plain.slice(0, -1)}\\` : line;
  });
  const meant = meaningOf(statement);
  return [kept.join('\n'), joined].find((text) => !text.includes('<<') && meaningOf(entriesOf(text)) === meant);
}

const meaningOf = (statement: Statement): string =>
  `${shapeOf(statement)} ${statement.slice(0, -1).map(({ operator }) => operator?.text)}`;
