import { slice, spanOf } from '../../text/span';
import { defineRefactoring } from './refactoring';
import { sameUnderErrexit, setLetters } from './tools/errexit';
import { indent, newlineOf } from './tools/layout';
import { entriesOf, scriptOf, shapeOf, statementAt, statementsOf } from './tools/script';

/** A RUN's heredoc becomes continued lines: joined by `&&` where it has `set -e` and that says the same, else by `;`. */
export const heredocToRun = defineRefactoring({
  id: 'heredoc-to-run',
  kind: 'refactor.rewrite',
  text: {
    en: {
      and: 'Convert the heredoc to lines joined by `&&`',
      semicolon: 'Convert the heredoc to lines joined by `;`',
    },
    ko: {
      and: '히어독을 `&&`로 이은 줄로 바꾸기',
      semicolon: '히어독을 `;`으로 이은 줄로 바꾸기',
    },
  },
  propose({ file, placed, inForce }) {
    const { instruction } = placed;
    const read = instruction.keyword === 'RUN' ? scriptOf(instruction, inForce, 'heredoc') : undefined;
    if (!read || read.entries.some(({ background }) => background)) return undefined;
    const { script, comments } = read;
    const all = statementsOf(read.entries);
    const letters = setLetters(read.entries[0]!);
    // what `&&` would not say stays with `set -e`
    const errexit = letters?.includes('e') && all.length === read.entries.length && sameUnderErrexit(read.entries);
    // `set -e` alone says what `&&` says
    const statements = errexit && letters === 'e' ? all.slice(1) : all;
    const [first] = statements;
    if (!first) return undefined;
    const tail = ` ${file.escape}`;
    const lines: string[] = [];
    let from = 0;
    for (const statement of statements) {
      const at = statementAt(statement);
      const above = comments.filter((each) => from <= each.start && each.end <= at.start);
      // what stands behind a command on its line would end up in front of the next
      if (above.some((each) => /\S/.test(lineBefore(script.text, each.start)))) return undefined;
      const text = slice(script.text, at);
      // only what a backslash continues can stand on several lines
      if (/[^\\]\n|<</.test(text) || (text.includes('\n') && file.escape !== '\\')) return undefined;
      const joint = errexit && statement !== first ? `${indent}&& ` : indent;
      const end = errexit || statement === statements.at(-1) ? '' : ';';
      lines.push(...above.map((each) => `${indent}${slice(script.text, each)}`), `${joint}${text}${end}${tail}`);
      from = at.end;
    }
    if (comments.some((each) => each.start >= from)) return undefined;
    lines[lines.length - 1] = lines.at(-1)!.slice(0, -tail.length);
    const commands = lines.filter((line) => !line.trimStart().startsWith('#'));
    const joined = commands.map((line) => (line.endsWith(tail) ? line.slice(0, -tail.length) : line)).join(' ');
    if (shapeOf(entriesOf(joined)) !== shapeOf(statements.flat())) return undefined;
    const head = slice(instruction.text, spanOf(0, instruction.argumentAt.start));
    // a comment needs a line of its own
    const commented = lines[0]!.trimStart().startsWith('#');
    const beginning = commented ? `${head.trimEnd()}${tail}\n${lines[0]}` : `${head}${lines[0]!.trimStart()}`;
    const text = [beginning, ...lines.slice(1)].join('\n').replaceAll('\n', newlineOf(file));
    return {
      title: (texts) => (errexit ? texts.and : texts.semicolon),
      edits: [{ at: spanOf(placed.start, placed.end), text }],
    };
  },
});

const lineBefore = (text: string, offset: number): string => text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
