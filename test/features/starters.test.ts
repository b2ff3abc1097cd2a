import { describe, expect, it } from 'vitest';
import { starters } from '../../server/src/language/features/starters';
import { starterComments } from '../../server/src/language/knowledge/starters/comments';
import { starters as all } from '../../server/src/language/knowledge/starters/starters';
import { resolveConfig } from '../../server/src/language/lint/config';
import { createLinter } from '../../server/src/language/lint/lint';
import { rules } from '../../server/src/language/lint/rules';
import { locales } from '../../server/src/language/locale/locale';
import { Dockerfile } from '../../server/src/language/model/dockerfile';

const linter = createLinter(resolveConfig(rules, [{ preset: 'strict' }]));
const around = { today: '2026-11-24', fileName: 'Dockerfile' };
const every = locales.flatMap((locale) => starters([], locale).map((starter) => ({ locale, ...starter })));

describe('every starter', () => {
  it.each(every)('$id ($locale) is clean under the strict preset', ({ text }) => {
    const loud = linter.lint(Dockerfile.parse(text), around).filter(({ level }) => level !== 'hint');
    expect(loud.map(({ rule, at }) => [rule, text.slice(at.start, at.end)])).toEqual([]);
  });

  it.each(every)('$id ($locale) is filled in: no mark and no unknown version is left', ({ text, snippet, locale }) => {
    expect(text).not.toMatch(/\{\{|\$\{\d|\\\$|latest/);
    expect(snippet).not.toContain('{{');
    const said = Object.values(starterComments).some((comment) => text.includes(comment[locale]));
    expect(said).toBe(true);
  });

  it.each(every)('$id ($locale) does not end as root', ({ text }) => {
    const user = Dockerfile.parse(text).instructions.findLast(({ instruction }) => instruction.keyword === 'USER');
    const nonroot = /^FROM \S*(?:nonroot|unprivileged)/m.test(text);
    expect(nonroot || (user && user.instruction.words[0]?.text !== 'root')).toBe(true);
  });
});

describe('a folder', () => {
  const ids = (...names: string[]) => starters(names, 'en').map(({ id }) => id);

  it.each<[string[], string]>([
    [['package.json', 'package-lock.json'], 'node-npm'],
    [['package.json', 'yarn.lock'], 'node-yarn'],
    [['package.json', 'pnpm-lock.yaml'], 'node-pnpm'],
    [['manage.py', 'requirements.txt'], 'django'],
    [['pyproject.toml', 'uv.lock'], 'python-uv'],
    [['go.mod'], 'go'],
    [['Shop.csproj'], 'dotnet'],
    [['build.gradle.kts'], 'java-gradle-kotlin'],
    [['index.html'], 'static'],
  ])('with %s begins with %s', (names, id) => {
    expect(ids(...names)[0]).toBe(id);
  });

  it('that tells nothing is offered all', () => {
    expect(ids('README.md')).toHaveLength(all.length);
  });
});
