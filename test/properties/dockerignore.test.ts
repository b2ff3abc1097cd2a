import dockerignore from '@balena/dockerignore';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ignoredBy } from '../../server/src/language/model/context';

const name = fc.constantFrom('a', 'b', 'ab', 'c.txt', 'd.js', '.e');
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
const part = fc.oneof(name, fc.constantFrom('*', '**', '?', 'a*', '*.txt', '*.js', '[ab]', 'a?', '**b'));
const line = fc
  .tuple(
    fc.constantFrom('', '', '!'),
    fc.constantFrom('', '', '/', './'),
    fc.array(part, { minLength: 1, maxLength: 3 }),
  )
  .map(([keep, root, parts]) => `${keep}${root}${parts.join('/')}`)
  .filter((each) => !shortcut.test(each));
/** There the other implementation is older than Docker's shortcut for patterns that begin with `**`. */
const shortcut = /^!?(?:\.?\/)?\*\*[^/*][^*?[]*$/;
const comment = fc.constantFrom('# a', '', '   ');
const ignoreFile = fc.array(fc.oneof({ weight: 6, arbitrary: line }, { weight: 1, arbitrary: comment }), {
  maxLength: 5,
});

/**
 * What another implementation of Docker's patterns says of a file. It has the older rule for folders around a file, which looks
 * at one of them only, so it is asked for each, line by line.
 */
function theirs(lines: readonly string[], file: string): boolean {
  const parts = file.split('/');
  const around = parts.map((_, i) => parts.slice(0, i + 1).join('/'));
  let ignored = false;
  for (const each of lines) {
    const keeps = each.startsWith('!');
    const matcher = dockerignore({ ignorecase: false }).add(keeps ? each.slice(1) : each);
    if (around.some((path) => matcher.ignores(path))) ignored = !keeps;
  }
  return ignored;
}
const ours = (lines: readonly string[], file: string): boolean =>
  ignoredBy({ paths: [], complete: false, ignore: lines.join('\n'), ignorePath: '.dockerignore' }, file) !== undefined;

describe('.dockerignore', () => {
  it('leaves out what another implementation leaves out', () => {
    let ignored = 0;
    fc.assert(
      fc.property(ignoreFile, path, (lines, file) => {
        const expected = theirs(lines, file);
        if (expected) ignored++;
        expect([lines, file, ours(lines, file)]).toEqual([lines, file, expected]);
      }),
      { numRuns: 3000 },
    );
    // the generator must not miss the point
    expect(ignored).toBeGreaterThan(300);
  });
});
