import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const sources = ['server', 'client'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => posix.join(folder, path.replaceAll('\\', '/'))),
);
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const code = (path: string) => text(path).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** What a file imports: paths from the root for its own modules, names for packages. Type imports count, too. */
function imports(path: string): string[] {
  const own = code(path);
  const patterns = [
    /^(?:import|export)\b[^'";=]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^import\s+['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
  ];
  const found = patterns.flatMap((pattern) => [...own.matchAll(pattern)].map((match) => match[1]!));
  return found.map((name) =>
    name.startsWith('.') ? relative(root, resolve(root, dirname(path), name)).replaceAll('\\', '/') : name,
  );
}

const language = 'server/src/language/';
const inRing0 = (path: string) => path.startsWith(language);
const part = (path: string) => path.slice(language.length).split('/')[0]!;

/** Which parts of the language ring each part may import, itself aside. */
const allowed: Record<string, readonly string[]> = {
  text: [],
  syntax: ['text'],
  shell: ['text', 'syntax'],
  knowledge: [],
  locale: [],
  project: ['text'],
  model: ['text', 'syntax', 'shell', 'knowledge', 'locale'],
  lint: ['text', 'syntax', 'model', 'knowledge', 'locale', 'shell'],
  features: ['text', 'syntax', 'model', 'lint', 'knowledge', 'locale', 'shell'],
};

const importersOf = (name: RegExp) => sources.filter((path) => imports(path).some((each) => name.test(each)));

describe('the house', () => {
  it('imports go one way inside the language ring', () => {
    const wrong: string[] = [];
    for (const path of sources.filter(inRing0)) {
      const own = part(path);
      if (own === 'index.ts') continue;
      for (const name of imports(path).filter(inRing0)) {
        const other = part(name);
        if (other !== own && !allowed[own]?.includes(other)) wrong.push(`${path} imports ${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('outer rings enter the language ring by its doors', () => {
    const doors = [`${language}index`, `${language}features`];
    const wrong = sources
      .filter((path) => !inRing0(path))
      .flatMap((path) =>
        imports(path)
          .filter((name) => inRing0(name) && !doors.includes(name))
          .map((name) => `${path} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it('rings do not look outward, and the client never sees the language ring', () => {
    const wrong: string[] = [];
    for (const path of sources) {
      for (const name of imports(path)) {
        const inner = path.startsWith('server/src/lsp/') && /^server\/src\/(node|browser)\//.test(name);
        const client = path.startsWith('client/') && name.startsWith('server/') && name !== 'server/src/lsp/protocol';
        const server = path.startsWith('server/') && name.startsWith('client/');
        if (inner || client || server) wrong.push(`${path} imports ${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('the language ring asks nothing of node, a browser or VS Code', () => {
    const packages = new Set(
      sources.filter(inRing0).flatMap((path) => imports(path).filter((name) => !name.startsWith('server/'))),
    );
    expect(packages.size).toBeGreaterThan(0);
    for (const name of packages)
      expect(['dockerfile-ast', 'jsonc-parser', 'unbash', 'valibot', 'yaml']).toContain(name);
  });

  it('each library has one importer', () => {
    expect(importersOf(/^dockerfile-ast/)).toEqual([`${language}syntax/typed.ts`]);
    expect(importersOf(/^unbash/)).toEqual([`${language}shell/unbash.ts`]);
    const server = importersOf(/^vscode-languageserver/);
    expect(server.filter((path) => !/^server\/src\/(lsp|node|browser)\//.test(path))).toEqual([]);
    // types cost nothing; each file that takes more makes the bundle start later
    const takesMore = server.filter((path) => /^import (?!type )[^;]*'vscode-languageserver'/m.test(text(path)));
    expect(takesMore.filter((path) => path.startsWith('server/src/lsp/'))).toEqual([]);
    expect(server).toContain('server/src/lsp/library.ts');
  });

  it('the language ring reads no clock, no chance, no console, and keeps no state of its own', () => {
    const wrong: string[] = [];
    for (const path of sources.filter(inRing0)) {
      const own = code(path);
      for (const word of [
        'Date.now',
        'new Date()',
        'Math.random',
        'console.',
        'globalThis',
        'setTimeout',
        'performance.',
      ]) {
        if (own.includes(word)) wrong.push(`${path}: ${word}`);
      }
      for (const match of own.matchAll(/^(?:export )?let /gm)) wrong.push(`${path}: module variable at ${match.index}`);
    }
    expect(wrong).toEqual([]);
  });

  it('processes are started with argument arrays, in one place each for client and server, never through a shell', () => {
    const starters = importersOf(/child_process$/);
    // one place in the client, one in the server
    expect(starters.sort()).toEqual(['client/src/node/docker/docker.ts', 'server/src/node/shellcheck.ts']);
    // ring 0 starts nothing, and speaks of shells
    for (const path of sources.filter((each) => !inRing0(each))) {
      expect([path, /\bshell:\s*true|\bexecSync\b|\bexec\(\s*['"`]/.test(code(path))]).toEqual([path, false]);
    }
  });

  it('no file is over 300 lines but data and what is generated', () => {
    const long = sources
      .filter((path) => !path.includes('/knowledge/') && !path.endsWith('rules/index.ts'))
      .filter((path) => text(path).split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('nothing is left for later, and no package mirror is named', () => {
    // an example in a hover may hold such a word
    const own = sources.filter((path) => !path.includes('/knowledge/'));
    for (const path of own) expect([path, /\b(TODO|FIXME|HACK)\b/.test(text(path))]).toEqual([path, false]);
    expect(text('package-lock.json')).not.toMatch(/"resolved"/);
  });
});
