import { expect, it } from 'vitest';
import { callHierarchy } from '../../../server/src/language/features/callHierarchy';
import { Dockerfile } from '../../../server/src/language/model/dockerfile';
import { ownFiles } from '../../support/dockerfiles';
import { corpus, stress } from '../../support/shared';
import { testFeature } from '../../support/testFeature';

/** Who takes from a stage, and from whom it takes, with the lines. */
const calls = (file: Dockerfile, offset: number) => {
  const found = callHierarchy(file, offset);
  if (!found) return undefined;
  const list = (all: typeof found.incoming) =>
    all.map(({ stage, places }) => [stage.name, ...places.map(({ start }) => file.source.lineAt(start) + 1)]);
  return [found.stage.name, list(found.incoming), list(found.outgoing)];
};

const text =
  'FROM a AS base\nFROM base AS build\nRUN make\nFROM scratch AS tools\nFROM base\nCOPY --from=Build x y\nCOPY --from=1 z y\nRUN --mount=from=tools,target=/t t\n';

const shows = (what: string, mark: string, expected: unknown) =>
  testFeature(what, calls, text.replace(mark.replace('‸', ''), mark), (found) => expect(found).toEqual(expected));

shows('from its name', 'AS bu‸ild', ['build', [['base', 6, 7]], [['base', 2]]]);
shows('from where it is named', 'base AS bui‸ld', ['build', [['base', 6, 7]], [['base', 2]]]);
shows('from the keyword, of a stage without a name', 'F‸ROM base\nCOPY', [
  'base',
  [],
  [
    ['base', 5],
    ['build', 6, 7],
    ['tools', 8],
  ],
]);
shows('not from a path', '--from=Build x‸', undefined);
shows('from a mount', 'from=too‸ls', ['tools', [['base', 8]], []]);

it('has an answer at any place of any file', () => {
  for (const given of [...ownFiles, ...stress.map((each) => each.text), ...corpus.map((each) => each.text)]) {
    const file = Dockerfile.parse(given);
    for (const { start } of file.instructions) {
      const found = callHierarchy(file, start);
      for (const { stage, places } of [...(found?.incoming ?? []), ...(found?.outgoing ?? [])]) {
        for (const { start: from, end } of [stage.at, stage.nameAt, ...places]) {
          if (!(0 <= from && from <= end && end <= given.length)) throw new Error(`${from}-${end} of ${given}`);
        }
      }
    }
  }
});
