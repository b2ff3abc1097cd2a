import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Definition, Scope } from '../../server/src/language/model/definitions';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { inForceAt } from '../../server/src/language/model/inForce';
import { exposedPorts } from '../../server/src/language/model/ports';
import { stageReferences } from '../../server/src/language/model/references';
import { rootOf, type Stage, stagesOf } from '../../server/src/language/model/stages';
import { mentionsOf, symbolAt } from '../../server/src/language/model/symbols';
import {
  invalidDefaultArgsInFrom,
  undefinedArgsInFrom,
  undefinedUses,
} from '../../server/src/language/model/undefined';
import { variableUses } from '../../server/src/language/model/uses';
import { definitionNameAt, scopeAt, scopeOfUse } from '../../server/src/language/model/variables';
import { ownFiles, placeEdit, someEdit, someFile } from '../support/dockerfiles';
import { corpus, stress } from '../support/shared';

/** Made to have every kind of tie between instructions; edits in it change what stands far away. */
const tied = [
  'ARG V=1\nARG BASE=node:$V\nFROM $BASE AS Base\nARG V\nENV A=$V B=${A:-x}\nWORKDIR /srv/$A\nUSER ${U:-me}',
  'ONBUILD ENV T=$B\nONBUILD WORKDIR t\nSHELL ["bash","-c"]\nRUN echo $A',
  'FROM base AS two\nENV A=$A$T\nARG X=1 Y=$X\nEXPOSE $V 80-$V\nCOPY --from=BASE $A /x\nWORKDIR sub',
  'FROM --platform=$TARGETPLATFORM two\nRUN --mount=from=two,target=$A true\nCOPY --from=0 a b\nLABEL l=$A$Y$N\n',
].join('\n');

const saidOfDefinition = (definition: Definition | undefined): unknown =>
  definition && [
    definition.kind,
    definition.ordinal,
    definition.pair?.at,
    definition.value,
    definition.previous?.ordinal,
  ];

const saidOfStage = (file: Dockerfile, { from, base, ...stage }: Stage) => ({
  ...stage,
  platform: stage.platform?.value,
  from: from.index,
  base: { ...base, parent: base.parent?.index },
  root: rootOf(file, { from, base, ...stage }).index,
});

/** All that the model says of a file, as plain data. */
function said(file: Dockerfile) {
  const names = new Set<string>();
  for (const { instruction } of file.instructions) {
    for (const { name } of variableUses(instruction)) names.add(name);
    for (const { key } of instruction.pairs) names.add(key.text);
  }
  const saidOfScope = (scope: Scope) => [...names].map((name) => saidOfDefinition(scope.get(name)));
  const stage = (of: Stage | undefined) => of?.index;
  return {
    stages: stagesOf(file).map((each) => saidOfStage(file, each)),
    references: stageReferences(file).map((list) => list.map((each) => ({ ...each, stage: stage(each.stage) }))),
    inForce: inForceAt(file),
    scopes: file.instructions.map(({ index }) => saidOfScope(scopeAt(file, index))),
    uses: file.instructions.map(({ instruction, index }) =>
      variableUses(instruction).map((use) => [use, saidOfDefinition(scopeOfUse(file, index, use).get(use.name))]),
    ),
    ports: exposedPorts(file),
    undefined: undefinedUses(file, () => undefined).map(({ scope: _, ...each }) => each),
    undefinedInFrom: undefinedArgsInFrom(file).map(({ at, name }) => [at, name]),
    invalid: invalidDefaultArgsInFrom(file).map(({ error, stage: of }) => [error, of.index]),
    mentions: mentionsOf(file).map((each) => ({
      ...each,
      stage: stage(each.stage),
      definition: saidOfDefinition(each.definition),
    })),
  };
}

/** Asks for everything at every place, and checks that each span lies in the text. */
function ask(file: Dockerfile): void {
  const { mentions } = said(file);
  for (const { at } of mentions) {
    expect(at.start).toBeGreaterThanOrEqual(0);
    expect(at.end).toBeLessThanOrEqual(file.text.length);
    expect(symbolAt(file, at.start)).toBeDefined();
  }
  for (const definition of [...scopeAt(file, file.instructions.length).values()]) {
    const at = definitionNameAt(file, definition);
    if (at) expect(file.text.slice(at.start, at.end)).toContain(definition.pair!.key.text.slice(0, 1));
  }
}

describe('the model of a file', () => {
  it('is the same after edits as of a fresh parse', () => {
    const file = fc.oneof({ weight: 2, arbitrary: fc.constant(tied) }, { weight: 1, arbitrary: someFile });
    fc.assert(
      fc.property(file, fc.array(someEdit, { minLength: 1, maxLength: 5 }), (text, edits) => {
        let edited = Dockerfile.parse(text);
        void said(edited);
        for (const fractions of edits) {
          edited = edited.edit(placeEdit(edited.text, fractions));
          expect(said(edited)).toEqual(said(Dockerfile.parse(edited.text)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what is in force, scopes and definitions where an edit elsewhere changes none of them', () => {
    let compared = 0;
    let keptAll = 0;
    for (const text of [tied, ...ownFiles, ...corpus.slice(0, 200).map((each) => each.text)]) {
      const file = Dockerfile.parse(text);
      const before = inForceAt(file);
      // a comment behind the first FROM moves everything and changes nothing
      const first = file.instructions.find(({ instruction }) => instruction.keyword === 'FROM');
      if (!first || first.next >= text.length || first.instruction.text.includes('\\')) continue;
      const after = file.edit({ at: { start: first.next, end: first.next }, text: '# note\n' });
      if (after.instructions.length !== file.instructions.length) continue;
      // where two instructions have one text, the one behind the comment may now be the other one's object
      const objects = file.instructions.map(({ instruction }, i) => instruction === after.instructions[i]!.instruction);
      if (!file.instructions.every(({ instruction }, i) => objects[i] || instruction.keyword !== 'FROM')) continue;
      compared++;
      const kept = inForceAt(after);
      expect(before.map((state, i) => state === kept[i])).toEqual(before.map(() => true));
      if (!objects.every(Boolean)) continue;
      keptAll++;
      expect(file.instructions.filter(({ index }) => scopeAt(file, index) !== scopeAt(after, index))).toEqual([]);
    }
    expect(compared).toBeGreaterThan(2);
    expect(keptAll).toBeGreaterThan(compared / 2);
  });

  it('can be asked for of any file', () => {
    for (const { text } of corpus) ask(Dockerfile.parse(text));
    for (const { text } of stress) ask(Dockerfile.parse(text.slice(0, 60_000)));
    for (const text of [tied, ...ownFiles]) ask(Dockerfile.parse(text));
  });

  it('can be asked for of any beginning of a file', () => {
    const texts = [tied, ...ownFiles, ...corpus.filter((_, i) => i % 60 === 0).map(({ text }) => text.slice(0, 3000))];
    for (const text of texts) {
      const step = Math.max(1, Math.floor(text.length / 60));
      for (let end = 0; end < text.length; end += step) ask(Dockerfile.parse(text.slice(0, end)));
    }
  });
});
