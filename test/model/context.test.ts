import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ignoredBy, ignoreRules, takenBy } from '../../server/src/language/model/context';
import { matchesPathOrParent, parseGlob } from '../../server/src/language/model/glob';
import type { BuildContext } from '../../server/src/language/model/surroundings';

const context = (paths: readonly string[], ignore?: string, complete = true): BuildContext => ({
  paths,
  complete,
  ignore,
  ignorePath: ignore === undefined ? undefined : '.dockerignore',
});

/** After the tests of github.com/moby/patternmatcher: pattern, path, whether it is matched. */
const ignored: readonly [pattern: string, path: string, matched: boolean][] = [
  ['**', 'file', true],
  ['**', 'dir/file', true],
  ['**/', 'file', true],
  ['**/**', 'dir/file', true],
  ['dir/**', 'dir/file', true],
  ['dir/**', 'dir/dir2/file', true],
  ['**/dir', 'dir', true],
  ['**/dir', 'a/b/dir/file', true],
  ['**/dir2/*', 'dir/dir2/file', true],
  ['**/dir2/**', 'dir/dir2/dir2/file', true],
  ['**file', 'file', true],
  ['**file', 'dir/file', true],
  ['**/file', 'dir/dir/file', true],
  ['**/file*', 'dir/dir/file.txt', true],
  ['**/file*txt', 'dir/dir/file.txt', true],
  ['**/file*.txt*', 'dir/dir/file.txt', true],
  ['**/**/*.txt', 'dir/dir/file.txt', true],
  ['**/**/*.txt2', 'dir/dir/file.txt', false],
  ['**/*.txt', 'file.txt', true],
  ['a**/*.txt', 'a/file.txt', true],
  ['a**/*.txt', 'a/dir/dir/file.txt', true],
  ['a/*.txt', 'a/dir/file.txt', false],
  ['a/*.txt', 'a/file.txt', true],
  ['a[b-d]e', 'ace', true],
  ['a[b-d]e', 'aae', false],
  ['a[^b-d]e', 'aze', true],
  ['.*', '.foo', true],
  ['.*', 'foo', false],
  ['abc.def', 'abcdef', false],
  ['abc.def', 'abc.def', true],
  ['abc?def', 'abcZdef', true],
  ['abc?def', 'abc/def', false],
  ['a\\*b', 'a*b', true],
  ['a\\*b', 'axb', false],
  ['/abc', 'abc', true],
  ['a/b/', 'a/b/c', true],
  ['./a/../b', 'b', true],
  ['/../b', 'b', true],
  ['../b', 'b', false],
  ['../**', 'b', false],
  ['a/../../b', 'b', false],
  ['*', 'a/b', true],
  ['a', 'ab', false],
  ['a', 'b/a', false],
];

describe('.dockerignore', () => {
  it.each(ignored)('%s on %s: %s', (pattern, path, matched) => {
    expect(ignoredBy(context([], pattern), path) !== undefined).toBe(matched);
  });

  it('the last line that matches decides; comments and blank lines count as lines only', () => {
    const text = '# a\n\n*\n!src\n  src/*.tmp \r\n!\n';
    expect(ignoreRules(text).map(({ pattern, line, keeps }) => [pattern, line, keeps])).toEqual([
      ['*', 3, false],
      ['!src', 4, true],
      ['src/*.tmp', 5, false],
    ]);
    const around = context([], text);
    expect(ignoredBy(around, 'README')?.line).toBe(3);
    expect(ignoredBy(around, 'src/a.c')).toBeUndefined();
    expect(ignoredBy(around, 'src/a.tmp')?.line).toBe(5);
  });

  it('patterns that are not valid are left out', () => {
    expect(ignoreRules('[a\na\\\n[]\nb').map(({ pattern }) => pattern)).toEqual(['b']);
  });
});

describe('sources of COPY', () => {
  const paths = ['a.txt', 'b.txt', 'src/', 'src/x.c', 'src/sub/', 'src/sub/y.c', 'empty/'];
  it.each([
    ['.', 4, true],
    ['./', 4, true],
    ['/', 4, true],
    ['*.txt', 2, true],
    ['src', 2, true],
    ['./src/', 2, true],
    ['src/*', 2, true],
    ['src/*.c', 1, true],
    ['../src/x.c', 1, true],
    ['**/y.c', 0, false],
    ['empty', 0, true],
    ['nothing', 0, false],
  ])('%s takes %i', (source, files, exists) => {
    expect(takenBy(context(paths), source)).toMatchObject({ files, exists, ignoredBy: undefined, leftOut: [] });
  });

  it('leaves out what is ignored, and names the line where that is all', () => {
    const around = context(paths, '*.txt\n!b.txt\nsrc');
    expect(takenBy(around, '.')).toMatchObject({ files: 1, exists: true, ignoredBy: undefined });
    expect(takenBy(around, 'src')).toMatchObject({ files: 0, exists: false, ignoredBy: { pattern: 'src', line: 3 } });
    expect(takenBy(around, '*.txt')).toMatchObject({ files: 1, ignoredBy: undefined });
  });

  it('names what is left out, what lies in it not told again, and the size of the rest', () => {
    const around = {
      ...context(paths, '*.txt\n!b.txt\n**/sub'),
      sizes: [1, 2, undefined, 30, undefined, 400, undefined],
    };
    const taken = takenBy(around, '.')!;
    expect(taken).toMatchObject({ files: 2, size: 32 });
    expect(taken.leftOut.map(({ rule, paths: left }) => [rule.line, left])).toEqual([
      [1, ['a.txt']],
      [3, ['src/sub/']],
    ]);
    expect(takenBy({ ...around, sizes: [1, undefined] }, '.')).toMatchObject({ files: 2, size: undefined });
  });

  it('knows without a listing what is surely left out', () => {
    const without = (ignore: string) => context([], ignore, false);
    expect(takenBy(without('src'), 'src/a.c')).toMatchObject({ files: 0, exists: false, ignoredBy: { line: 1 } });
    expect(takenBy(without('src\n!src/a.c'), 'src')).toBeUndefined();
    expect(takenBy(without('*.c'), '*.c')).toBeUndefined();
    expect(takenBy(without('*'), '.')).toBeUndefined();
    expect(takenBy(without('other'), 'src')).toBeUndefined();
  });

  it('says nothing of what a cut listing may lack, nor of an invalid pattern', () => {
    expect(takenBy(context(paths, undefined, false), 'nothing')).toBeUndefined();
    expect(takenBy(context(paths, undefined, false), 'src')).toMatchObject({ exists: true });
    expect(takenBy(context(paths), 'a[')).toBeUndefined();
  });
});

it('patterns agree with regular expressions', () => {
  const unit = fc.constantFrom('a', 'b', '/', '*', '**', '**/', '?', '.');
  const pattern = fc.array(unit, { maxLength: 8 }).map((units) => units.join('').replace(/\*{3,}/g, '**'));
  const path = fc.array(fc.constantFrom('a', 'b', '/', '.'), { maxLength: 10 }).map((units) => units.join(''));
  fc.assert(
    fc.property(pattern, path, (glob, text) => {
      // moby takes what begins with `**` and has no wildcard behind it for a suffix
      const suffix = /^\*\*[^*?]*$/.test(glob);
      const source = glob.replace(/\*\*\/|\*\*|\*|\?|\./g, (token, at: number) => {
        if (token === '**/') return '(?:.*/)?';
        if (token === '**') return suffix || at + 2 === glob.length ? '.*' : '(?:.*/)?';
        return token === '*' ? '[^/]*' : token === '?' ? '[^/]' : '\\.';
      });
      expect(matchesPathOrParent(parseGlob(glob, true)!, text)).toBe(new RegExp(`^(?:${source})(?:/.*)?$`).test(text));
    }),
    { numRuns: 5000 },
  );
});

it('a hostile pattern takes no longer than pattern times path', () => {
  const glob = parseGlob('a*'.repeat(2000), true)!;
  expect(matchesPathOrParent(glob, 'a'.repeat(2000))).toBe(true);
  expect(matchesPathOrParent(glob, `${'a'.repeat(2000)}/b`)).toBe(true);
});
