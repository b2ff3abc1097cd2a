import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../server/src/language/text/suggest';

describe('nearest', () => {
  const names = ['from', 'chown', 'chmod', 'link'];

  it.each([
    ['form', 'from'],
    ['lnk', 'link'],
    ['CHOWN', 'chown'],
    ['chmdo', 'chmod'],
  ])('%s is %s', (word, name) => expect(nearest(word, names)).toBe(name));

  it.each(['', 'everything', 'from', 'li'])('nothing is near %j that is worth saying', (word) => {
    expect(nearest(word, names)).toBe(word === 'li' ? 'link' : undefined);
  });
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'acb', 2],
    ['kitten', 'sitting', 3],
    ['a', 'abcdefgh', 4],
  ])('of %j and %j is %d', (a, b, distance) => expect(editDistance(a, b, 3)).toBe(distance));
});
