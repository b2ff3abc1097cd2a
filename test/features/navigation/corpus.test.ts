import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definition } from '../../../server/src/language/features/definition';
import { documentHighlight } from '../../../server/src/language/features/documentHighlight';
import { prepareRename } from '../../../server/src/language/features/prepareRename';
import { references } from '../../../server/src/language/features/references';
import { rename } from '../../../server/src/language/features/rename';
import { isRefusal } from '../../../server/src/language/features/rename/refusal';
import { Dockerfile } from '../../../server/src/language/model/dockerfile';
import { inForceAt } from '../../../server/src/language/model/inForce';
import { stageReferences } from '../../../server/src/language/model/references';
import { stagesOf } from '../../../server/src/language/model/stages';
import { mentionsOf } from '../../../server/src/language/model/symbols';
import { resolveAt } from '../../../server/src/language/model/variables';
import { applyEdits } from '../../../server/src/language/text/edit';
import type { Span } from '../../../server/src/language/text/span';
import { ownFiles, someFile } from '../../support/dockerfiles';
import { corpus, stress } from '../../support/shared';

const fresh = { stage: 'zz9-renamed', variable: 'ZZ9_RENAMED', heredoc: 'ZZ9_RENAMED' } as const;

/**
 * What is built, said without the model's own account of names: each stage's base image or stage, where each copy takes from,
 * each word with its variables replaced, what is in force; what stays unresolved with the names as `back` gives them.
 */
function built(file: Dockerfile, back: (text: string) => string): string {
  return JSON.stringify({
    bases: stagesOf(file).map(({ base }) => base.parent?.index ?? base.resolved),
    sources: stageReferences(file).map((list) => list.map(({ stage, image }) => stage?.index ?? image?.familiar)),
    words: file.instructions.map(({ instruction, index }) => {
      const { keyword, words } = instruction;
      const shell = keyword === 'RUN' || keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'HEALTHCHECK';
      const naming = keyword === 'ARG' || keyword === 'ENV' || keyword === 'FROM' || keyword === 'ONBUILD';
      if (shell || naming) return [keyword, back(instruction.text)];
      return [keyword, ...words.map(({ text }) => back(resolveAt(file, index, text).text))];
    }),
    values: file.instructions.map(({ instruction, index }) =>
      instruction.pairs.map(({ value }) => value && back(resolveAt(file, index, value.text).text)),
    ),
    inForce: inForceAt(file).map(({ shell, user, workdir, base }) => [shell, user, workdir, base]),
  });
}

/** How often each thing came out, so that a test that renames nothing cannot pass. */
interface Tally {
  done: number;
  refused: number;
}

function renameAll(text: string, tally: Tally): void {
  const file = Dockerfile.parse(text);
  const seen = new Set<number>();
  const plain = built(file, (value) => value);
  const lowered = () => built(file, (value) => value.toLowerCase());
  const offsets = mentionsOf(file)
    .filter(({ symbol }) => !seen.has(symbol) && seen.add(symbol))
    .map(({ at }) => at.end);
  for (const { instruction, start } of file.instructions) {
    for (const { at } of instruction.heredocs) offsets.push(start + at.end - 1);
  }
  for (const offset of offsets) {
    const target = prepareRename(file, offset);
    if (isRefusal(target)) {
      tally.refused++;
      continue;
    }
    const kind = mentionsOf(file).find(({ at }) => at.start === target.at.start)?.kind ?? 'heredoc';
    const result = rename(file, offset, fresh[kind]);
    // a name that nothing else has can always be taken
    if (isRefusal(result)) throw new Error(`${result.code} at ${offset} of ${text}`);
    const after = Dockerfile.parse(applyEdits(text, result.edits));
    const names = new Set(result.edits.map(({ at }) => text.slice(at.start, at.end)));
    // a stage may be written in several ways, all of which mean the same
    const old = kind === 'stage' ? target.name.toLowerCase() : target.name;
    for (const name of names) expect(kind === 'stage' ? name.toLowerCase() : name).toBe(old);
    // a function: a name may be `$$`, which as a replacement means `$`
    const back = (value: string) => value.replaceAll(fresh[kind], () => (kind === 'stage' ? old : target.name));
    const lower = (value: string) => (kind === 'stage' ? back(value).toLowerCase() : back(value));
    const before = kind === 'stage' ? lowered() : plain;
    const now = built(after, lower);
    if (now !== before) expect(JSON.parse(now)).toEqual(JSON.parse(before));
    tally.done++;
  }
}

describe('rename', () => {
  it('changes nothing of what own and made files build', () => {
    const tally: Tally = { done: 0, refused: 0 };
    for (const text of ownFiles) renameAll(text, tally);
    fc.assert(
      fc.property(someFile, (text) => renameAll(text, tally)),
      { numRuns: 300 },
    );
    expect(tally.done).toBeGreaterThan(5);
  });

  it.skipIf(corpus.length === 0)(
    'changes nothing of what real files build',
    () => {
      const tally: Tally = { done: 0, refused: 0 };
      for (const { text } of corpus) renameAll(text, tally);
      expect(tally.done).toBeGreaterThan(3 * tally.refused);
    },
    120_000,
  );

  it.skipIf(corpus.length === 0)(
    'to any name of the file gives the same build or a refusal',
    () => {
      let done = 0;
      for (const [i, { text }] of corpus.entries()) {
        const file = Dockerfile.parse(text);
        const mentions = mentionsOf(file);
        if (mentions.length < 2) continue;
        const mention = mentions[i % mentions.length]!;
        const other = mentions[(i * 7 + 1) % mentions.length]!;
        const result = rename(file, mention.at.end, other.name);
        if (isRefusal(result) || result.edits.length === 0) continue;
        const after = Dockerfile.parse(applyEdits(text, result.edits));
        const same = (value: string) => value.replace(/[A-Za-z_][\w.-]*/g, 'n');
        expect(JSON.parse(built(after, same))).toEqual(JSON.parse(built(file, same)));
        done++;
      }
      expect(done).toBeGreaterThan(10);
    },
    120_000,
  );
});

describe('anywhere', () => {
  const check = (file: Dockerfile, offset: number): void => {
    const spans: Span[] = [...references(file, offset, true), ...documentHighlight(file, offset).map(({ at }) => at)];
    const found = definition(file, offset);
    if (found) spans.push(found.origin, found.target, found.name);
    const target = prepareRename(file, offset);
    if (!isRefusal(target)) spans.push(target.at);
    for (const { start, end } of spans) {
      if (!(0 <= start && start <= end && end <= file.text.length)) throw new Error(`${start}-${end} of ${file.text}`);
    }
  };

  it.each(ownFiles)('own file %#', (text) => {
    const file = Dockerfile.parse(text);
    for (let offset = 0; offset <= text.length; offset++) check(file, offset);
  });

  it.skipIf(stress.length === 0)(
    'the strangest real files',
    () => {
      for (const { text } of stress) {
        const file = Dockerfile.parse(text);
        for (let offset = 0; offset <= text.length; offset++) check(file, offset);
      }
    },
    120_000,
  );
});
