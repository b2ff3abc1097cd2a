import { expect, it } from 'vitest';
import { type CompletionItem, type CompletionList, InsertTextFormat } from 'vscode-languageserver-protocol';
import { able, LanguageServer, type Options } from '../support/languageServer';

const uri = 'file:///work/Dockerfile';

const first = async (options: Options): Promise<CompletionItem> => {
  const server = await LanguageServer.start(options);
  try {
    expect(server.initialized.capabilities.completionProvider?.triggerCharacters).toContain('$');
    await server.open(uri, 'FROM a\nRU');
    const list = await server.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 1, character: 2 },
    });
    expect(list.items.map(({ sortText }) => sortText)).toEqual(list.items.map(({ sortText }) => sortText).sort());
    return list.items[0]!;
  } finally {
    await server.stop();
  }
};

const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } };

it('proposes what replaces the typed text, in words of the client’s language', async () => {
  const item = await first({ locale: 'ko' });
  expect(item).toMatchObject({ label: 'RUN', textEdit: { range, newText: 'RUN' } });
  expect(item.insertTextFormat).toBeUndefined();
  expect(item.documentation).toMatchObject({ kind: 'plaintext', value: expect.stringMatching(/[가-힣]/) });
});

it('has places to fill and Markdown for a client that knows them', async () => {
  const completionItem = { snippetSupport: true, documentationFormat: ['markdown' as const] };
  const textDocument = { ...able.textDocument, completion: { completionItem } };
  const item = await first({ capabilities: { ...able, textDocument } });
  expect(item).toMatchObject({
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: { range, newText: 'RUN ${1:command}' },
    documentation: { kind: 'markdown', value: expect.stringContaining('```dockerfile') },
  });
});
