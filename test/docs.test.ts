import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagesFolder } from '../scripts/generated';
import { type ConfigLayer, resolveConfig } from '../server/src/language/lint/config';
import { fixAll } from '../server/src/language/lint/fixes';
import { createLinter } from '../server/src/language/lint/lint';
import { rules } from '../server/src/language/lint/rules';
import { locales } from '../server/src/language/locale/locale';
import { copySources } from '../server/src/language/model/copySources';
import { Dockerfile } from '../server/src/language/model/dockerfile';
import { type ImagePlatforms, type MissingSources, nowhere } from '../server/src/language/model/surroundings';
import { missingSources } from '../server/src/lsp/missingSources';
import { formatted, plainFormat } from './support/formats';
import { memoryFiles } from './support/memoryFiles';

const root = resolve(import.meta.dirname, '..');

/** The examples of a page: blocks marked `dockerfile bad`, `dockerfile good` or `dockerfile fixed`. */
const examples = (page: string) =>
  [...page.matchAll(/^```dockerfile (bad|good|fixed)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
    ([, kind, fileName, code]) => ({
      kind: kind!,
      code: code!,
      around: { ...nowhere, today: '2026-11-24', ...(fileName && { fileName }) },
    }),
  );

/** A block ```registry says what a registry tells of the images in a page's examples, one ```json on a page is a `.slipway.json`, one ```dockerignore the ignore file of its examples, and one ```context what their build context holds. */
const blockOf = (page: string, kind: string): string | undefined =>
  new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1];

/** What is missing from a context that holds some files, one a line. */
const missingIn = (listing: string, code: string): Promise<MissingSources> => {
  const files = memoryFiles(
    Object.fromEntries(
      listing
        .trim()
        .split('\n')
        .map((name) => [`file:///w/${name}`, '']),
    ),
  );
  const paths = copySources(Dockerfile.parse(code)).map(({ path }) => path);
  return missingSources(paths, { folders: ['file:///w'], isSure: true }, undefined, files);
};

describe('examples on the rules’ pages are true', () => {
  const cases = locales.flatMap((locale) => rules.map((rule) => ({ locale, rule, name: `${rule.id} (${locale})` })));

  it.each(cases)('$name', async ({ locale, rule }) => {
    const page = readFileSync(join(root, pagesFolder(locale), `${rule.id}.md`), 'utf8');
    const configured = JSON.parse(blockOf(page, 'json') ?? '{}') as ConfigLayer;
    const layers: ConfigLayer[] = [{ preset: 'none', rules: { [rule.id]: 'warning' } }, configured];
    const { active, complaints } = resolveConfig([rule], layers);
    expect(complaints).toEqual([]);
    expect(active).toHaveLength(1);
    const linter = createLinter(resolveConfig([rule], layers));
    const ignore = blockOf(page, 'dockerignore');
    const context = { paths: [], complete: false, ignore, ignorePath: '.dockerignore' };
    const told = blockOf(page, 'registry');
    const more = {
      ...(ignore && { context }),
      ...(told && { platforms: new Map<string, ImagePlatforms>(Object.entries(JSON.parse(told))) }),
    };
    const listing = blockOf(page, 'context');
    const found = await Promise.all(
      examples(page).map(async (each) => ({
        ...each,
        around: { ...each.around, ...more, ...(listing && { missingSources: await missingIn(listing, each.code) }) },
      })),
    );
    expect(found.map(({ kind }) => kind)).toContain('bad');
    expect(found.map(({ kind }) => kind)).toContain('good');
    let bad: (typeof found)[number] | undefined;
    for (const example of found) {
      const { kind, code, around } = example;
      if (kind === 'bad') bad = example;
      if (kind === 'fixed') expect(fixAll(bad!.code, linter, bad!.around, { safety: 'unsafe' }).text).toBe(code);
      const own = linter.lint(Dockerfile.parse(code), around).filter((each) => !each.builder);
      expect([kind, code, own.length > 0]).toEqual([kind, code, kind === 'bad']);
    }
    const body = page.split('-->').at(-1)!.trim().split('\n');
    expect(body.filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(30);
    if (locale === 'ko') expect(body.join('')).toMatch(/[가-힣]/);
  });
});

describe('the page about formatting is true', () => {
  it.each(['docs/formatting.md', 'docs/ko/formatting.md'])('%s', (path) => {
    const page = readFileSync(join(root, path), 'utf8');
    const block = (kind: string) => blockOf(page, `dockerfile ${kind}`) ?? '';
    const [before, after, set] = [block('before'), block('after'), block('after leading sorted')];
    expect(formatted(before)).toBe(after);
    expect(set).toMatch(/^RUN/);
    expect(formatted(before, { ...plainFormat, operators: 'leading', packages: 'sorted' })).toContain(set);
    const [script, laidOut] = [block('heredoc before'), block('heredoc after')];
    expect(laidOut).toMatch(/^RUN/);
    expect(formatted(script, { ...plainFormat, heredocs: 'shell' })).toBe(laidOut);
    expect(formatted(script)).toBe(script);
  });
});
