import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

it('proposes what the folder holds, without what its ignore file leaves out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-paths-'));
  mkdirSync(join(folder, 'src/sub dir'), { recursive: true });
  mkdirSync(join(folder, '.git'));
  for (const name of ['app.py', 'secret.env', 'src/main.py', 'src/secret.env']) writeFileSync(join(folder, name), '');
  writeFileSync(join(folder, '.dockerignore'), '**/*.env\n');
  const server = await LanguageServer.start();
  try {
    const file = pathToFileURL(join(folder, 'Dockerfile')).href;
    const proposed = async (line: string): Promise<string[]> => {
      await server.open(file, `FROM a\n${line}`);
      const list = await server.connection.sendRequest<CompletionList>('textDocument/completion', {
        textDocument: { uri: file },
        position: { line: 1, character: line.length },
      });
      await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: file } });
      return list.items
        .filter(({ label }) => !label.startsWith('--'))
        .map(({ label }) => label)
        .sort();
    };
    expect(await proposed('COPY ')).toEqual(['.dockerignore', 'app.py', 'src/']);
    expect(await proposed('COPY ./src/')).toEqual(['./src/main.py']);
    expect(await proposed('COPY nowhere/')).toEqual([]);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
