import { afterAll, expect, it } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  LocationLink,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { able, LanguageServer } from '../support/languageServer';

const uri = 'file:///work/Dockerfile';
const text =
  'FROM a AS Build\r\nFROM build\r\nCOPY --from=0 a b\r\nRUN --mount=type=bind,from=BUILD,target=/x true\r\n';
const servers: LanguageServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.stop())));

async function start(options: Parameters<typeof LanguageServer.start>[0]): Promise<LanguageServer> {
  const server = await LanguageServer.start(options);
  servers.push(server);
  await server.open(uri, text);
  return server;
}

const ask = <T>(server: LanguageServer, method: string, line: number, character: number, more: object = {}) =>
  server.connection.sendRequest<T>(`textDocument/${method}`, {
    textDocument: { uri },
    position: { line, character },
    ...more,
  });

const range = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});

const full = {
  ...able,
  textDocument: { ...able.textDocument, definition: { linkSupport: true }, rename: { prepareSupport: true } },
};

it('goes to definitions, with links where the client takes them', async () => {
  const server = await start({ capabilities: full });
  expect(await ask<LocationLink[]>(server, 'definition', 1, 6)).toEqual([
    {
      originSelectionRange: range(1, 5, 10),
      targetUri: uri,
      targetRange: range(0, 0, 15),
      targetSelectionRange: range(0, 10, 15),
    },
  ]);
  const plain = await start({});
  expect(await ask(plain, 'definition', 2, 12)).toEqual({ uri, range: range(0, 10, 15) });
  expect(await ask(plain, 'definition', 2, 1)).toBeNull();
});

it('finds references and highlights', async () => {
  const server = await start({});
  const all = [range(0, 10, 15), range(1, 5, 10), range(2, 12, 13), range(3, 27, 32)];
  const context = { includeDeclaration: true };
  expect(await ask(server, 'references', 0, 12, { context })).toEqual(all.map((each) => ({ uri, range: each })));
  expect(await ask(server, 'references', 0, 12, { context: { includeDeclaration: false } })).toHaveLength(3);
  const highlights = await ask<object[]>(server, 'documentHighlight', 3, 27);
  expect(highlights).toEqual(all.map((each, i) => ({ range: each, kind: i === 0 ? 3 : 2 })));
});

it('renames, and says in the user’s language why it does not', async () => {
  const server = await start({ capabilities: full, locale: 'en' });
  expect(server.initialized.capabilities.renameProvider).toEqual({ prepareProvider: true });
  expect(await ask(server, 'prepareRename', 1, 6)).toEqual({ range: range(1, 5, 10), placeholder: 'build' });
  const edit = await ask<WorkspaceEdit>(server, 'rename', 1, 6, { newName: 'Web' });
  expect(edit.documentChanges).toEqual([
    {
      textDocument: { uri, version: 1 },
      edits: [
        { range: range(0, 10, 15), newText: 'Web' },
        { range: range(1, 5, 10), newText: 'web' },
        { range: range(3, 27, 32), newText: 'Web' },
      ],
    },
  ]);
  await expect(ask(server, 'prepareRename', 0, 1)).rejects.toThrow('no name to change');
  await expect(ask(server, 'rename', 1, 6, { newName: '1' })).rejects.toThrow('cannot name a stage');
  const korean = await start({ locale: 'ko' });
  expect(korean.initialized.capabilities.renameProvider).toBe(true);
  await expect(ask(korean, 'rename', 1, 6, { newName: '1' })).rejects.toThrow('스테이지 이름은 쓸 수 없어요');
});

it('tells which stage takes from which', async () => {
  const server = await start({});
  const [item] = await ask<CallHierarchyItem[]>(server, 'prepareCallHierarchy', 0, 12);
  expect(item).toMatchObject({ name: 'Build', detail: '#0 a', selectionRange: range(0, 10, 15) });
  const incoming = await server.connection.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
    item,
  });
  expect(incoming.map(({ from, fromRanges }) => [from.name, fromRanges.length])).toEqual([['build', 3]]);
  const outgoing = await server.connection.sendRequest<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
    item: incoming[0]!.from,
  });
  expect(outgoing.map(({ to, fromRanges }) => [to.name, fromRanges[0]])).toEqual([['Build', range(1, 5, 10)]]);
});
