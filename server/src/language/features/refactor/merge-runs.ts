import type { Dockerfile, Placed } from '../../model/dockerfile';
import type { InForce } from '../../model/inForce';
import { mountsOf } from '../../model/mounts';
import { overlaps, slice } from '../../text/span';
import { defineRefactoring } from './refactoring';
import { flagsOf, indent, newlineOf, speaksToLinters } from './tools/layout';
import { joinedBy, type ReadScript, scriptOf } from './tools/script';
import { isFelt, leftState } from './tools/state';

/** RUNs that follow each other become one: `RUN a` and `RUN b` are `RUN a && b`. */
export const mergeRuns = defineRefactoring({
  id: 'merge-runs',
  kind: 'refactor.rewrite',
  text: {
    en: {
      below: 'Merge with the RUN below',
      above: 'Merge with the RUN above',
      selected: (count: number) => `Merge ${count} RUN instructions into one`,
    },
    ko: {
      below: '아래 RUN과 합치기',
      above: '위 RUN과 합치기',
      selected: (count: number) => `RUN ${count}개를 하나로 합치기`,
    },
  },
  propose({ file, range, placed, inForce }) {
    const touched = file.instructions.filter((each) => overlaps({ start: each.start, end: each.end }, range));
    if (touched.length > 1) {
      const edits = merged(file, touched, inForce);
      return edits && { title: (text) => text.selected(touched.length), edits };
    }
    const below = file.instructions[placed.index + 1];
    const down = below && merged(file, [placed, below], inForce);
    if (down) return { title: (text) => text.below, edits: down };
    const above = file.instructions[placed.index - 1];
    const up = above && merged(file, [above, placed], inForce);
    return up && { title: (text) => text.above, edits: up };
  },
});

function merged(file: Dockerfile, runs: readonly Placed[], inForce: InForce) {
  const [first, ...others] = runs;
  const scripts = runs.map(({ instruction }) =>
    instruction.keyword === 'RUN' ? scriptOf(instruction, inForce, 'line') : undefined,
  );
  const flags = flagsOf(first!.instruction);
  const texts: string[] = [];
  for (const [i, { instruction }] of runs.entries()) {
    const read = scripts[i];
    if (!read || flagsOf(instruction) !== flags || read.comments.length > 0 || !endsPlain(read)) return undefined;
    texts.push(read.script.text);
  }
  const ownFolder = mountsOf(first!.instruction).some((mount) => mount.get('type')?.value === 'tmpfs');
  const felt = scripts.slice(0, -1).some((read, i) => {
    const left = leftState(read!.entries, texts[i]!);
    return isFelt(left, () => texts.slice(i + 1).join('\n'));
  });
  if (ownFolder || felt) return undefined;
  const edits = others.map(({ instruction, start, end }, i) => {
    const above = runs[i]!;
    const between = file.text.slice(above.end, start);
    if (speaksToLinters(between)) return undefined;
    const comments = file.commentsBefore(runs[i + 1]!).map((at) => `${indent}${file.text.slice(at.start, at.end)}`);
    const written = slice(instruction.text, instruction.argumentAt);
    const group = !joinedBy(scripts[i + 1]!.entries, '&&');
    const lines = [` ${file.escape}`, ...comments, `${indent}&& ${group ? `{ ${written}; }` : written}`];
    return { at: { start: above.end, end }, text: lines.join(newlineOf(file)) };
  });
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

/** Something may be put behind the last command. */
const endsPlain = ({ entries }: ReadScript): boolean => {
  const last = entries.at(-1)!;
  return last.operator === undefined && entries.every(({ background }) => !background);
};
