import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompletionItem, Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { en } from '../../server/src/language/knowledge/reference/en';
import type { IgnoreParams } from '../../server/src/lsp/protocol';
import { LanguageServer } from '../support/languageServer';

let root: string;
let server: LanguageServer;
const uriOf = (name: string) => pathToFileURL(join(root, name)).href;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'slipway-ignore-'));
  const files: [string, number][] = [
    ['package.json', 10],
    ['src/a.js', 500],
    ['src/a.log', 1500],
    ['src/keep.log', 1],
    ['node_modules/x/index.js', 3000],
    ['node_modules/y.js', 1000],
    ['web/dist/app.js', 100],
  ];
  for (const [name, size] of files) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), 'x'.repeat(size));
  }
  server = await LanguageServer.start({ folder: pathToFileURL(root).href });
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true });
});

const params = (text: string, line: number, name = '.dockerignore'): IgnoreParams => ({
  uri: uriOf(name),
  text,
  position: { line, character: text.split('\n')[line]!.length },
});
const { ignore } = en;
const what = { size: undefined, more: 0, atLeast: false };

describe('hover in a .dockerignore', () => {
  const said = async (...of: Parameters<typeof params>) => {
    const hover = await server.connection.sendRequest<Hover | null>('slipway/ignoreHover', params(...of));
    return (hover?.contents as MarkupContent | undefined)?.value ?? '';
  };

  it('tells what a line leaves out, with files and size', async () => {
    const text = 'node_modules\n*/*.log\n!src/keep.log\n';
    const modules = { ...what, files: 2, size: '4.0 kB', paths: ['node_modules/'] };
    expect(await said(text, 0)).toContain(ignore.leavesOut(modules));
    const logs = await said(text, 1);
    expect(logs).toContain(ignore.leavesOut({ ...what, files: 1, size: '1.5 kB', paths: ['src/a.log'] }));
    expect(logs).toContain(ignore.broughtBack(1, '!src/keep.log', '3'));
    expect(await said(text, 2)).toContain(
      ignore.bringsBack({ ...what, files: 1, size: '1 B', paths: ['src/keep.log'] }),
    );
  });

  it('counts what a line leaves out though a file with `!` must be looked for in it', async () => {
    const text = '*\n!src/*.js\nsrc/a.js';
    expect(await said(text, 1)).toContain(ignore.leftOutAgain(1, 'src/a.js', '3'));
    expect(await said('*\n!src/*.js', 1)).toContain(
      ignore.bringsBack({ ...what, files: 1, size: '500 B', paths: ['src/a.js'] }),
    );
  });

  it('tells a line that does nothing from one that does', async () => {
    expect(await said('nothing', 0)).toContain(ignore.matchesNone);
    expect(await said('src\nsrc/a.js', 1)).toContain(ignore.already('src', '1'));
    expect(await said('!src', 0)).toContain(ignore.nothingToBringBack);
    expect(await said('src[', 0)).toContain(ignore.invalid);
    expect(await said('.', 0)).toContain(ignore.matchesNone);
  });

  it('tells what is special in a line', async () => {
    expect(await said('# a', 0)).toContain(ignore.comment);
    expect(await said(' # a', 0)).toContain(ignore.noComment);
    expect(await said('/dist/', 0)).toContain(ignore.slashes);
    expect(await said('dist', 0)).toContain(ignore.rooted('**/dist'));
    const deep = await said('**/dist', 0);
    expect(deep).toContain(ignore.deep);
    expect(deep).toContain(ignore.leavesOut({ ...what, files: 1, size: '100 B', paths: ['web/dist/'] }));
    expect(deep).not.toContain('unlike');
    expect(deep).toContain(ignore.place);
    expect(await said('a\n\nb', 1)).toBe('');
  });

  it('is about the context of its Dockerfile', async () => {
    writeFileSync(
      join(root, 'compose.yaml'),
      'services:\n  web:\n    build: {context: ., dockerfile: web/Dockerfile}\n',
    );
    const text = await said('src/*.js', 0, 'web/Dockerfile.dockerignore');
    expect(text).toContain(ignore.leavesOut({ ...what, files: 1, size: '500 B', paths: ['src/a.js'] }));
    expect(text).toContain(ignore.placeOf('Dockerfile'));
    rmSync(join(root, 'compose.yaml'));
  });

  it('is none of the folder where there is none', async () => {
    const hover = await server.connection.sendRequest<Hover>('slipway/ignoreHover', {
      ...params('**/a', 0),
      uri: 'untitled:1',
    });
    expect((hover.contents as MarkupContent).value).toContain(ignore.place);
  });
});

describe('completion in a .dockerignore', () => {
  const proposed = async (...of: Parameters<typeof params>) => {
    const items = await server.connection.sendRequest<CompletionItem[]>('slipway/ignoreCompletion', params(...of));
    return items.map(({ label }) => label);
  };

  it('names what the context holds and the file does not leave out, and what a project of its kind leaves out', async () => {
    const labels = await proposed('web\n**/coverage\n', 2);
    expect(labels).toEqual(
      expect.arrayContaining(['src/', 'node_modules/', 'package.json', '**/node_modules', '.git', '!']),
    );
    for (const label of ['web/', '**/coverage', '**/__pycache__']) expect(labels).not.toContain(label);
  });

  it('goes into folders', async () => {
    expect((await proposed('src/', 0)).filter((each) => each.startsWith('src/')).sort()).toEqual([
      'src/a.js',
      'src/a.log',
      'src/keep.log',
    ]);
    expect(await proposed('/web/', 0)).toContain('/web/dist/');
    expect((await proposed('../', 0)).filter((each) => each.startsWith('../'))).toEqual([]);
  });

  it('brings back only what is left out', async () => {
    const labels = await proposed('src\n!', 1);
    expect(labels).toContain('!src/');
    expect(labels).not.toContain('!web/');
    expect(await proposed('*.log\n!src/', 1)).not.toContain('!src/a.log');
    expect(await proposed('**/*.log\n!src/', 1)).toContain('!src/a.log');
  });

  it('says nothing in a comment', async () => {
    expect(await proposed('# sr', 0)).toEqual([]);
  });

  it('replaces what is typed', async () => {
    const items = await server.connection.sendRequest<CompletionItem[]>('slipway/ignoreCompletion', params('  sr', 0));
    expect(items.find(({ label }) => label === 'src/')?.textEdit).toEqual({
      range: { start: { line: 0, character: 2 }, end: { line: 0, character: 4 } },
      newText: 'src/',
    });
  });
});
