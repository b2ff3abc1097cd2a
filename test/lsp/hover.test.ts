import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { en } from '../../server/src/language/knowledge/reference/en';
import { able, LanguageServer } from '../support/languageServer';

const text = 'FROM ubuntu:16.04\nRUN a && b\nEXPOSE 8000\n';
const uri = 'file:///work/Dockerfile';
const servers: LanguageServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.stop())));

async function start(options: Parameters<typeof LanguageServer.start>[0]): Promise<LanguageServer> {
  const server = await LanguageServer.start(options);
  servers.push(server);
  await server.open(uri, text);
  return server;
}

const contentsAt = async (server: LanguageServer, line: number, character: number) => {
  const hover = await at(server, line, character);
  return hover?.contents as MarkupContent | undefined;
};

const at = (server: LanguageServer, line: number, character: number) =>
  server.connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: { uri },
    position: { line, character },
  });

it('answers in the language of the client, with the range of what it is about', async () => {
  for (const [locale, words] of [
    ['en', /only if `a` succeeded/],
    ['ko', /성공해야/],
  ] as const) {
    const server = await start({ locale });
    expect(server.initialized.capabilities.hoverProvider).toBe(true);
    const hover = await at(server, 1, 6);
    expect(hover?.range).toEqual({ start: { line: 1, character: 6 }, end: { line: 1, character: 8 } });
    const contents = hover?.contents as MarkupContent;
    expect(contents.kind).toBe('markdown');
    expect(contents.value).toMatch(words);
  }
});

it('knows today’s date: a release that is past its end of life is called so', async () => {
  const contents = await contentsAt(await start({ locale: 'en' }), 0, 8);
  expect(contents?.value).toContain('past its end of life (2021-04-30)');
});

it('gives plain text to a client that shows no Markdown, and nothing where there is nothing', async () => {
  const server = await start({ capabilities: { ...able, textDocument: { ...able.textDocument, hover: {} } } });
  expect((await contentsAt(server, 2, 8))?.kind).toBe('plaintext');
  expect(await at(server, 3, 0)).toBeNull();
  await expect(
    server.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: 'file:///not/open' },
      position: { line: 0, character: 0 },
    }),
  ).resolves.toBeNull();
});

it('tells what a COPY takes from the folder, and which line of the ignore file leaves it out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-hover-'));
  mkdirSync(join(folder, 'src/deep'), { recursive: true });
  mkdirSync(join(folder, 'node_modules/x'), { recursive: true });
  for (const name of ['src/a.py', 'src/deep/b.py', 'src/c.log', 'node_modules/x/y.js'])
    writeFileSync(join(folder, name), 'x'.repeat(600));
  writeFileSync(join(folder, '.dockerignore'), '# none of these\nnode_modules\n**/*.log\n');
  const file = pathToFileURL(join(folder, 'Dockerfile')).href;
  const server = await start({ locale: 'en' });
  const said = async (source: string): Promise<string> => {
    await server.open(file, `FROM a\nCOPY ${source} /x/\n`);
    const hover = await server.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri: file },
      position: { line: 1, character: 5 },
    });
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: file } });
    const contents = hover?.contents as MarkupContent | undefined;
    return contents?.value ?? '';
  };
  try {
    const { copy } = en;
    expect(await said('src')).toContain(copy.matches(2, '1.2 kB'));
    expect(await said('src/*.py')).toContain(copy.matches(1, '600 B'));
    expect(await said('node_modules')).toContain(copy.ignored('node_modules', '2', '.dockerignore'));
    expect(await said('src/c.log')).toContain(copy.ignored('**/*.log', '3', '.dockerignore'));
    expect(await said('src')).toContain(copy.partIgnored(['src/c.log'], 0, '**/*.log', '3', '.dockerignore'));
    expect(await said('nowhere')).toContain(copy.matchesNone);
    expect(await said('*.none')).toContain(copy.patternMatchesNone);
    // src/a.py, src/deep/b.py, .dockerignore
    const all = await said('.');
    expect(all).toContain(copy.matches(3, '1.2 kB'));
    expect(all).toContain(copy.partIgnored(['node_modules/'], 0, 'node_modules', '2', '.dockerignore'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
