import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { corpus, hasShared, jsonLines } from '../support/shared';

interface Parse {
  readonly id: string;
  readonly esc: string;
  /** Instructions with a blank line between continued ones. */
  readonly warn: number;
  readonly nodes?: readonly { k: string; s: number; e: number; h?: number | unknown[]; f?: string[] }[];
  readonly err?: string;
}

/** BuildKit counts lines by LF alone. */
function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

describe.skipIf(!hasShared)('instruction boundaries over the corpus', () => {
  it('equal BuildKit’s: keyword, first and last line, flags, heredocs', () => {
    const parses = new Map(jsonLines<Parse>('corpus/dev.buildkit-parse.jsonl').map((parse) => [parse.id, parse]));
    const differences: string[] = [];
    let compared = 0;
    for (const { id, text } of corpus) {
      const parse = parses.get(id);
      if (!parse?.nodes) continue;
      compared++;
      const file = Dockerfile.parse(text);
      const ours = file.instructions.map(({ instruction, start, next }) => {
        // BuildKit's last line is the last one it read
        const last = lineOf(text, Math.max(start, text[next - 1] === '\n' ? next - 1 : next));
        const flags = instruction.flags.map(({ name, value }) => `--${name}${value === undefined ? '' : `=${value}`}`);
        return {
          k: instruction.keyword,
          s: lineOf(text, start),
          e: last,
          h: instruction.heredocs.length,
          f: flags.join(' '),
        };
      });
      expect([id, file.escape]).toEqual([id, parse.esc]);
      expect([id, file.instructions.filter(({ instruction }) => instruction.blankLines.length > 0).length]).toEqual([
        id,
        parse.warn,
      ]);
      const theirs = parse.nodes.map(({ k, s, e, h, f }) => ({
        k: k.toUpperCase(),
        s,
        e,
        h: Array.isArray(h) ? h.length : (h ?? 0),
        f: (f ?? []).join(' '),
      }));
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
        const i = theirs.findIndex((node, at) => JSON.stringify(node) !== JSON.stringify(ours[at]));
        differences.push(`${id}: want ${JSON.stringify(theirs[i])} have ${JSON.stringify(ours[i])}`);
      }
    }
    expect(compared).toBeGreaterThan(1400);
    expect(differences).toEqual([]);
  });
});
