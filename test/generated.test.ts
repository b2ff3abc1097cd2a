import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generated, pagesFolder } from '../scripts/generated';
import { exportName, indexText, ruleIds, rulesFolder } from '../scripts/ruleIndex';
import { rules } from '../server/src/language/lint/rules';

const root = resolve(import.meta.dirname, '..');
const pages = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md') && !['README.md', 'divergences.md'].includes(name))
    .map((name) => name.slice(0, -'.md'.length))
    .sort();

describe('what is generated is current (else: npm run generate)', () => {
  it('rules/index.ts', () => {
    expect(readFileSync(join(root, rulesFolder, 'index.ts'), 'utf8')).toBe(indexText(ruleIds(root)));
  });

  it.each([...generated(root, rules)])('%s', (path, content) => {
    expect(existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '').toBe(content);
  });
});

describe('a rule is one file, one page in each language, one test', () => {
  const ids = ruleIds(root);

  it('files, ids and exports have one name', () => {
    expect(rules.map((rule) => rule.id)).toEqual(ids);
    expect(new Set(ids.map(exportName)).size).toBe(ids.length);
  });

  it('each has its pages and its test', () => {
    expect(pages(pagesFolder('en'))).toEqual(ids);
    expect(pages(pagesFolder('ko'))).toEqual(ids);
    const tests = readdirSync(join(root, 'test/rules')).map((name) => name.replace(/\.test\.ts$/, ''));
    expect(tests.sort()).toEqual(ids);
  });
});
