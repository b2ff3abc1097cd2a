import { describe, expect, it } from 'vitest';
import { copiesAll, dockerignore } from '../../server/src/language/features/dockerignore';
import { ignoreSections } from '../../server/src/language/knowledge/ignoreLines';
import { locales } from '../../server/src/language/locale/locale';
import { ignoredBy, ignoreRules } from '../../server/src/language/model/context';
import { Dockerfile } from '../../server/src/language/model/dockerfile';

const context = (ignore: string) => ({ paths: [], complete: false, ignore, ignorePath: '.dockerignore' });

describe('a .dockerignore to begin with', () => {
  it.each<[string[], string[], string[]]>([
    [
      ['package.json'],
      ['node_modules', 'app/node_modules', '.git', '.env', 'app/.env.local'],
      ['src/a.js', '.env.example'],
    ],
    [['requirements.txt'], ['a/__pycache__', 'a/b.pyc', '.venv'], ['a/b.py', 'node_modules']],
    [['Shop.csproj'], ['Shop/bin', 'obj'], ['Shop/Program.cs', 'target']],
    [[], ['Dockerfile', 'docker/x.pem', 'compose.override.yaml'], ['README.md', 'package.json']],
  ])('of a folder with %j', (names, out, kept) => {
    const ignore = context(dockerignore(names, 'en'));
    for (const path of out) expect([path, ignoredBy(ignore, path) !== undefined]).toEqual([path, true]);
    for (const path of kept) expect([path, ignoredBy(ignore, path) !== undefined]).toEqual([path, false]);
  });

  it.each(locales)('has lines that Docker reads, and headings in the reader’s language (%s)', (locale) => {
    const all = ignoreSections.flatMap(({ files }) => files.map((file) => file.replace('*', 'x')));
    const text = dockerignore(all, locale);
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(ignoreRules(text)).toHaveLength(lines.length);
    for (const { heading } of ignoreSections) expect(text).toContain(`# ${heading[locale]}\n`);
  });
});

it.each<[string, boolean]>([
  ['COPY . /app/', true],
  ['ADD ./ /app/', true],
  ['COPY --chown=a ["a", ".", "/app/"]', true],
  ['COPY src /app/', false],
  ['COPY --from=b . /app/', false],
  ['RUN cp . /app/', false],
])('%s: all of the context is copied: %s', (line, expected) => {
  const file = Dockerfile.parse(`FROM a\n${line}\n`);
  expect(copiesAll(file, file.text.indexOf(line) + 3)).toBe(expected);
});
