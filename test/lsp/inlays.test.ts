import { expect, it } from 'vitest';
import type { InlayHint } from 'vscode-languageserver-protocol';
import { LanguageServer } from '../support/languageServer';

const uri = 'file:///work/Dockerfile';
const text = 'FROM a\nWORKDIR /a\nWORKDIR b\nFROM c\n';
const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };

it('shows hints until the setting turns them off', async () => {
  let settings: unknown = {};
  const server = await LanguageServer.start({ settings: () => settings });
  try {
    await server.open(uri, text);
    const ask = () =>
      server.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
    expect((await ask()).map(({ position, label }) => [position.line, position.character, label])).toEqual([
      [0, 6, '#0'],
      [2, 9, '/a/b'],
      [3, 6, '#1'],
    ]);
    settings = { inlayHints: { enabled: false } };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await ask()).toEqual([]);
  } finally {
    await server.stop();
  }
});
