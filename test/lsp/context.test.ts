import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CompletionList, DocumentLink } from 'vscode-languageserver-protocol';
import { contextFolderOf } from '../../server/src/lsp/context';
import { LanguageServer } from '../support/languageServer';

describe('the folder that the setting names', () => {
  const folder = 'file:///w/my%20app/docker';
  it.each<[string, string, string]>([
    ['', 'file:///w', folder],
    ['  ', 'file:///w', folder],
    ['.', 'file:///w', 'file:///w'],
    ['my app', 'file:///w', 'file:///w/my%20app'],
    ['${workspaceFolder}/a', 'file:///w/', 'file:///w/a'],
    ['${workspaceFolder}', 'file:///w', 'file:///w'],
    ['a\\b', 'file:///w', 'file:///w/a/b'],
    ['..', 'file:///w/x', 'file:///w'],
    ['/srv/x', 'file:///w', 'file:///srv/x'],
    ['..', '', 'file:///w/my%20app'],
    ['a', 'vscode-vfs://github/o/r', 'vscode-vfs://github/o/r/a'],
  ])('%j from %s is %s', (setting, workspaceFolder, expected) => {
    expect(contextFolderOf(setting, folder, workspaceFolder)).toBe(expected);
  });

  it('is none for a document without a folder', () => {
    expect(contextFolderOf('a', undefined, '')).toBeUndefined();
  });
});

it('is where paths, links and the ignore file are looked for', async () => {
  const root = mkdtempSync(join(tmpdir(), 'slipway-context-'));
  mkdirSync(join(root, 'docker'));
  for (const name of ['app.py', 'secret.env', 'docker/other.py']) writeFileSync(join(root, name), '');
  writeFileSync(join(root, '.dockerignore'), '*.env\n');
  let context = '.';
  const server = await LanguageServer.start({
    folder: pathToFileURL(root).href,
    settings: () => ({ build: { context } }),
  });
  try {
    const uri = pathToFileURL(join(root, 'docker/Dockerfile')).href;
    await server.open(uri, 'FROM a\nCOPY app.py secret.env /x/\nCOPY ');
    const proposed = async () => {
      const list = await server.connection.sendRequest<CompletionList>('textDocument/completion', {
        textDocument: { uri },
        position: { line: 2, character: 5 },
      });
      return list.items.map(({ label }) => label).filter((label) => !label.startsWith('--'));
    };
    expect((await proposed()).sort()).toEqual(['.dockerignore', 'app.py', 'docker/']);
    expect((await server.findings(uri)).map(({ code }) => code)).toContain('ignored-copy-source');
    const links = await server.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri },
    });
    expect(links.map(({ target }) => target)).toContain(pathToFileURL(join(root, 'app.py')).href);
    // the setting goes: the Dockerfile's own folder
    context = '';
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await proposed()).toEqual(['other.py']);
    expect((await server.findings(uri)).map(({ code }) => code)).not.toContain('ignored-copy-source');
  } finally {
    await server.stop();
    rmSync(root, { recursive: true });
  }
});
