import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestTag, sortedTags } from '../../server/src/language/model/imageTags';

describe('tags', () => {
  it.each<[string, string[]]>([
    ['numbers, not letters', ['3.10', '3.9', '3']],
    ['the more exact one first', ['3.22.1', '3.22', '3']],
    [
      'variants behind versions, of the newest system first',
      ['24.1', '23', '24.1-alpine3.22', '24.1-alpine3.21', '23-slim'],
    ],
    ['a leading v', ['v2.1', 'v2.0', 'latest']],
    ['names behind versions, the usual ones first', ['1', 'latest', 'lts', 'bookworm', 'trixie']],
    ['what is not released behind them', ['3.13', '3.13-slim', 'latest', '3.14.0b2', '3.14.0a1', '3.14-rc']],
    ['builds last', ['1.0', 'latest', '1.1-nightly', 'sha-1a2b3c4', 'bookworm-20250101', '20240101']],
  ])('are sorted: %s', (_, tags) => {
    expect(sortedTags([...tags].reverse())).toEqual(tags);
    expect(sortedTags([...tags].sort())).toEqual(tags);
  });

  it('that are none, signatures and repetitions are left out', () => {
    const signature = `sha256-${'0a'.repeat(32)}.sig`;
    expect(sortedTags(['1', 'a b', '', '1', signature, '-x', 'y'.repeat(129)])).toEqual(['1']);
  });

  it('of any text are sorted the same from any order', () => {
    const tag = fc.stringMatching(/^v?\d{0,3}(?:[.-](?:\d{1,2}|alpine|rc1|slim)){0,3}$/);
    fc.assert(
      fc.property(fc.uniqueArray(tag), fc.infiniteStream(fc.nat()), (tags, dice) => {
        const order = new Map(tags.map((each) => [each, dice.next().value]));
        const shuffled = [...tags].sort((a, b) => order.get(a)! - order.get(b)!);
        expect(sortedTags(shuffled)).toEqual(sortedTags(tags));
      }),
    );
  });
});

describe('the newest tag', () => {
  const tags = [
    'latest',
    '20',
    '20.1',
    '22',
    '22.3',
    '22.3.1',
    '20-alpine',
    '22-alpine',
    '22-alpine3.21',
    '22-alpine3.22',
    '23-rc',
    '22.4-slim',
  ];
  it.each<[string | undefined, string | undefined]>([
    ['20', '22'],
    ['20.1', '22.3'],
    ['20-alpine', '22-alpine'],
    ['20-alpine3.19', '22-alpine3.22'],
    ['latest', '22.3.1'],
    [undefined, '22.3.1'],
    ['slim', '22.4-slim'],
    ['22', undefined],
    ['24', undefined],
    ['20-bookworm', undefined],
    ['edge', undefined],
  ])('for %s is %s', (current, newest) => expect(newestTag(tags, current)).toBe(newest));
});
