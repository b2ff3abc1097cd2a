import { spanOf } from '../../text/span';
import { defineRefactoring } from './refactoring';
import { commentsWithin, newlineOf, speaksToLinters } from './tools/layout';
import { sameInstruction } from './tools/same';

/** An instruction on several lines becomes one line; comments between them go above it. */
export const joinLines = defineRefactoring({
  id: 'join-lines',
  kind: 'refactor.rewrite',
  text: {
    en: { title: 'Join the lines of this instruction' },
    ko: { title: '이 명령을 한 줄로 합치기' },
  },
  propose({ file, placed, inForce }) {
    const { instruction, start } = placed;
    const { text, head, continuations } = instruction;
    if (continuations.length === 0) return undefined;
    const own = text.slice(0, head).replace(/\r?\n$/, '');
    const comments = commentsWithin(instruction, spanOf(0, head));
    // above the first instruction a comment may become a directive
    if (comments.some(speaksToLinters) || (comments.length > 0 && placed.index === 0)) return undefined;
    const kept = lineTexts(own, instruction.escape);
    let line = kept[0]!;
    for (const next of kept.slice(1)) {
      const apart = /[ \t]$/.test(line) || /^[ \t]/.test(next);
      line = `${line.trimEnd()}${apart ? ' ' : ''}${next.trimStart()}`;
    }
    const rest = text.slice(own.length);
    if (!sameInstruction(instruction, line + rest, inForce)) return undefined;
    const joined = [...comments, line].join(newlineOf(file));
    return { title: (texts) => texts.title, edits: [{ at: spanOf(start, start + own.length), text: joined }] };
  },
});

/** The lines without comments, blank ones, and what continues them. */
function lineTexts(text: string, escape: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  return lines
    .filter((line, i) => i === 0 || (line.trim() !== '' && !line.trimStart().startsWith('#')))
    .map((line) => {
      const plain = line.trimEnd();
      return plain.endsWith(escape) && !plain.endsWith(escape + escape) ? plain.slice(0, -1) : line;
    });
}
