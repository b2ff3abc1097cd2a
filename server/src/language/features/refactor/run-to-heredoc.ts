import type { Entry } from '../../shell/tree';
import { detectSyntax } from '../../syntax/directives';
import type { Instruction } from '../../syntax/instruction';
import { defineRefactoring } from './refactoring';
import { sameUnderErrexit, setLetters } from './tools/errexit';
import { commentsWithin, newlineOf } from './tools/layout';
import { entriesOf, joinedBy, pipelineAt, type ReadScript, scriptOf, shapeOf, writtenAs } from './tools/script';

/** `RUN a && b` becomes a heredoc with a line for each command, under `set -e`. */
export const runToHeredoc = defineRefactoring({
  id: 'run-to-heredoc',
  kind: 'refactor.rewrite',
  text: {
    en: { title: 'Convert to a heredoc under `set -e`' },
    ko: { title: '`set -e`를 쓰는 히어독으로 바꾸기' },
  },
  propose({ file, placed, inForce }) {
    const { instruction, start, end } = placed;
    const read = instruction.keyword === 'RUN' ? scriptOf(instruction, inForce, 'line') : undefined;
    if (!read || read.entries.length < 2 || read.comments.length > 0 || !joinedBy(read.entries, '&&')) return undefined;
    // heredocs came with version 1.4 of the front end
    if (/\/dockerfile:1\.[0-3](?:\D|$)/.test(detectSyntax(file.text)?.value ?? '')) return undefined;
    const letters = setLetters(read.entries[0]!);
    if (!sameUnderErrexit(read.entries)) return undefined;
    const lines = bodyOf(instruction, read);
    if (!lines) return undefined;
    const all = letters?.includes('e') ? lines : ['set -e', ...lines];
    const name = ['EOF', 'EOT', 'SCRIPT'].find((each) => !all.includes(each));
    if (name === undefined) return undefined;
    const { argumentAt } = instruction;
    const head = file.text.slice(start, start + argumentAt.start);
    // comments between the flags stay with them
    const text = [`${head}<<${name}`, ...all, name].join(newlineOf(file));
    return { title: (texts) => texts.title, edits: [{ at: { start, end }, text }] };
  },
});

/** The commands as lines, comments above the one that they stand before. */
function bodyOf(instruction: Instruction, { script, entries }: ReadScript): string[] | undefined {
  const lines: string[] = [];
  let from = instruction.argumentAt.start;
  for (const entry of entries) {
    const at = pipelineAt(script, entry);
    const written = [asWritten(instruction, script.text, entry, writtenAs(instruction, script, entry))];
    if (written[0] === undefined) return undefined;
    lines.push(...commentsWithin(instruction, { start: from, end: at.end }), ...written[0].split('\n'));
    from = at.end;
  }
  return lines;
}

/** A command on its lines as they are, else on one; undefined where the shell would read it otherwise than the builder. */
function asWritten({ escape }: Instruction, script: string, entry: Entry, written: string): string | undefined {
  const lines = written.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const kept = lines.map((line, i) => {
    const plain = line.trimEnd();
    return i < lines.length - 1 && plain.endsWith(escape) ? `${plain.slice(0, -1)}\\` : line;
  });
  const joined = script.slice(entry.pipeline.at.start, entry.pipeline.at.end);
  const alone = [{ ...entry, background: false }];
  return [kept.join('\n'), joined].find((text) => !text.includes('<<') && shapeOf(entriesOf(text)) === shapeOf(alone));
}
