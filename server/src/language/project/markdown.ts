import { spanOf } from '../text/span';
import type { Piece, Text } from './tree';

/** A fence may stand behind the markers of the list items that it begins. */
const opening = /^([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(`{3,}|~{3,})[ \t]*(.*)$/;
/** GitHub's names of the language; what follows them is for renderers (`{1,3}`, `title=…`). */
const language = /^(?:dockerfile|docker|containerfile)(?![\w.-])/i;

/**
 * The Dockerfiles in the fenced code blocks of a Markdown text (https://spec.commonmark.org/0.31.2/#fenced-code-blocks), without
 * the indentation of their fences. A block that is not closed goes on to the end.
 */
export function markdownDockerfiles(source: string): readonly Text[] {
  const found: Text[] = [];
  let fence: Fence | undefined;
  for (let line = 0; line <= source.length; ) {
    const lineFeed = source.indexOf('\n', line);
    const stop = lineFeed < 0 ? source.length : lineFeed;
    const written = source.slice(line, source[stop - 1] === '\r' && stop > line ? stop - 1 : stop);
    if (!fence) fence = opened(written, Math.min(stop + 1, source.length));
    else if (closes(written, fence)) {
      if (fence.ours) found.push(textOf(fence, line));
      fence = undefined;
    } else {
      const cut = Math.min(fence.indent, blanksBefore(written));
      fence.pieces.push({ at: fence.text.length, from: line + cut });
      fence.text += `${written.slice(cut)}\n`;
    }
    line = stop + 1;
  }
  if (fence?.ours) found.push(textOf(fence, source.length));
  return found;
}

interface Fence {
  readonly marker: string;
  readonly indent: number;
  /** False for a block in another language. */
  readonly ours: boolean;
  readonly start: number;
  readonly pieces: Piece[];
  text: string;
}

function opened(line: string, start: number): Fence | undefined {
  const [, before, marker, info] = opening.exec(line) ?? [];
  // with backticks behind it, it is a piece of code in a line
  if (before === undefined || !marker || (marker[0] === '`' && info!.includes('`'))) return undefined;
  return { marker, indent: before.length, ours: language.test(info!), start, pieces: [], text: '' };
}

function closes(line: string, { marker }: Fence): boolean {
  const rest = line.trim();
  return rest.length >= marker.length && rest === marker[0]!.repeat(rest.length);
}

const blanksBefore = (line: string): number => /^[ \t]*/.exec(line)![0].length;

const textOf = ({ text, start, pieces }: Fence, end: number): Text => ({
  kind: 'text',
  text,
  at: spanOf(start, end),
  pieces,
});
