import { afterAll, expect, it } from 'vitest';
import type {
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  SelectionRange,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import { able, LanguageServer } from '../support/languageServer';

const uri = 'file:///work/my%20app/Dockerfile';
const text = '# one\n# two\nFROM alpine AS base\nRUN echo a \\\n  b\nFROM base\nCOPY app/a%b.js /x\n';
const servers: LanguageServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.stop())));

async function start(options: Parameters<typeof LanguageServer.start>[0]): Promise<LanguageServer> {
  const server = await LanguageServer.start(options);
  servers.push(server);
  await server.open(uri, text);
  return server;
}

const ask = <T>(server: LanguageServer, method: string, more: object = {}) =>
  server.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, ...more });

it('gives the outline as a tree, and flat to clients that show no tree', async () => {
  const capabilities = {
    ...able,
    textDocument: { ...able.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  };
  const tree = await ask<DocumentSymbol[]>(await start({ capabilities }), 'documentSymbol');
  expect(tree.map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual([
    ['base', ['RUN echo a b']],
    ['base', ['COPY app/a%b.js /x']],
  ]);
  expect(tree[0]).toMatchObject({
    detail: '#0 alpine',
    range: { start: { line: 2, character: 0 }, end: { line: 4, character: 3 } },
    selectionRange: { start: { line: 2, character: 15 }, end: { line: 2, character: 19 } },
  });
  const flat = await ask<SymbolInformation[]>(await start({}), 'documentSymbol');
  expect(flat.map(({ name, containerName }) => [name, containerName])).toEqual([
    ['base', undefined],
    ['RUN echo a b', 'base'],
    ['base', undefined],
    ['COPY app/a%b.js /x', 'base'],
  ]);
});

it('finds symbols in all open documents, folds, selections, links and linked ranges', async () => {
  const server = await start({});
  await server.open('file:///work/Other.dockerfile', 'FROM a AS basement\n');
  const symbols = await server.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'base' });
  expect(symbols.map(({ name, location }) => [name, location.uri])).toEqual([
    ['base', uri],
    ['basement', 'file:///work/Other.dockerfile'],
  ]);
  expect(await ask<FoldingRange[]>(server, 'foldingRange')).toEqual([
    { startLine: 0, endLine: 1, kind: 'comment' },
    { startLine: 2, endLine: 4 },
    { startLine: 3, endLine: 4 },
    { startLine: 5, endLine: 6 },
  ]);
  const positions = [
    { line: 3, character: 9 },
    { line: 0, character: 0 },
  ];
  const [inRun, inComment] = await ask<SelectionRange[]>(server, 'selectionRange', { positions });
  expect(inRun?.range).toEqual({ start: { line: 3, character: 9 }, end: { line: 3, character: 10 } });
  expect(inRun?.parent?.range.start).toEqual({ line: 3, character: 4 });
  expect(inComment?.parent).toBeDefined();
  const links = await ask<DocumentLink[]>(server, 'documentLink');
  expect(links.map(({ target }) => target)).toEqual(['https://hub.docker.com/_/alpine']);
  const linked = await ask<{ ranges: object[] }>(server, 'linkedEditingRange', { position: { line: 5, character: 6 } });
  expect(linked.ranges).toHaveLength(2);
});
