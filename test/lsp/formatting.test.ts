import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LanguageServer } from '../support/languageServer';

const uri = 'file:///work/Dockerfile';
const text = 'from  a   as b\r\n\r\n\r\nRUN x  && \\\r\n  y  "1  2"\r\n  run z ';
const options = { tabSize: 2, insertSpaces: true };

let settings: unknown = {};
let server: LanguageServer;
beforeAll(async () => {
  server = await LanguageServer.start({ settings: () => settings });
});
afterAll(() => server.stop());

async function ask(method: string, more: object, given: object = {}, content = text): Promise<string> {
  await server.open(uri, content);
  const params = { textDocument: { uri }, options: { ...options, ...given }, ...more };
  const edits = await server.connection.sendRequest<TextEdit[]>(`textDocument/${method}`, params);
  await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  return TextDocument.applyEdits(TextDocument.create(uri, 'dockerfile', 1, content), edits);
}
const rangeOf = (line: number) => ({ range: { start: { line, character: 0 }, end: { line, character: 3 } } });

describe('formatting', () => {
  it('is declared', () => {
    expect(server.initialized.capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    });
  });

  it('lays out a whole document by the options of the editor, line breaks kept', async () => {
    const expected = 'FROM a AS b\r\n\r\nRUN x && \\\r\n  y "1  2"\r\nRUN z';
    expect(await ask('formatting', {})).toBe(expected);
    expect(await ask('formatting', {}, { insertFinalNewline: true })).toBe(`${expected}\r\n`);
    expect(await ask('formatting', {}, { insertSpaces: false })).toBe(expected.replace('  y', '\ty'));
    expect(await ask('formatting', {}, { tabSize: -1, insertSpaces: undefined })).toBe(
      expected.replace('  y', '    y'),
    );
  });

  it('lays out the instructions that a range touches', async () => {
    expect(await ask('rangeFormatting', rangeOf(0))).toBe(text.replace('from  a   as b', 'FROM a AS b'));
    expect(await ask('rangeFormatting', rangeOf(4))).toBe(text.replace('x  &&', 'x &&').replace('y  "', 'y "'));
  });

  it('lays out the line that Enter leaves', async () => {
    const typed = 'from  a   as b\n\nrun  c\n';
    const at = { position: { line: 1, character: 0 }, ch: '\n' };
    expect(await ask('onTypeFormatting', at, {}, typed)).toBe('FROM a AS b\n\nrun  c\n');
  });

  it('follows the settings', async () => {
    settings = { format: { keywordCase: 'lower', operators: 'leading', packages: 'nonsense' } };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await ask('formatting', {})).toBe('from a as b\r\n\r\nrun x \\\r\n  && y "1  2"\r\nrun z');
    await server.until(() => server.log.some((line) => line.includes('format.packages must be one of')));
    const heredoc = 'FROM a\nRUN <<E\nif b;  then\nc\nfi\nE\n';
    expect(await ask('formatting', {}, {}, heredoc)).toBe(heredoc.replace('FROM', 'from').replace('RUN', 'run'));
    settings = { format: { heredocs: 'shell' } };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await ask('formatting', {}, {}, heredoc)).toBe(heredoc.replace(';  then\n', '; then\n  '));
    expect(await ask('rangeFormatting', rangeOf(3), {}, heredoc)).toBe(heredoc.replace(';  then\n', '; then\n  '));
    expect(await ask('rangeFormatting', rangeOf(0), {}, heredoc)).toBe(heredoc);
  });
});
