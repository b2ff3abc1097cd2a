import { afterAll, expect, it } from 'vitest';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-protocol';
import { LanguageServer } from '../support/languageServer';

const uri = 'file:///work/Dockerfile';
const lines = ['FROM a', '', 'RUN x -f \\', '  "y"', 'USER me'];
let server: LanguageServer;
afterAll(() => server.stop());

/** Tokens as lines with types. */
function read(data: readonly number[], text: string): string[] {
  const { tokenTypes } = server.initialized.capabilities.semanticTokensProvider!.legend;
  const rows = text.split('\n');
  let line = 0;
  let character = 0;
  const found: string[] = [];
  for (let i = 0; i < data.length; i += 5) {
    line += data[i]!;
    character = data[i] === 0 ? character + data[i + 1]! : data[i + 1]!;
    found.push(`${line} ${tokenTypes[data[i + 3]!]} ${rows[line]!.slice(character, character + data[i + 2]!)}`);
  }
  return found;
}

it('answers in full, for a range, and with what changed', async () => {
  server = await LanguageServer.start({});
  const text = lines.join('\n');
  await server.open(uri, text);
  const ask = <T>(method: string, more: object = {}) =>
    server.connection.sendRequest<T>(`textDocument/semanticTokens/${method}`, { textDocument: { uri }, ...more });
  const full = await ask<SemanticTokens>('full');
  expect(read(full.data, text)).toEqual([
    '0 keyword FROM',
    '0 type a',
    '2 keyword RUN',
    '2 function x',
    '2 parameter -f',
    '3 string "y"',
    '4 keyword USER',
  ]);
  const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 1 } };
  const part = await ask<SemanticTokens>('range', { range });
  expect(read(part.data, text)).toEqual(['2 keyword RUN', '2 function x', '2 parameter -f', '3 string "y"']);

  const at = { line: 2, character: 4 };
  await server.change(uri, 2, [{ range: { start: at, end: at }, text: 'sudo ' }]);
  const delta = await ask<SemanticTokensDelta>('full/delta', { previousResultId: full.resultId });
  const data = [...full.data];
  for (const { start, deleteCount, data: put = [] } of delta.edits) data.splice(start, deleteCount, ...put);
  const fresh = await ask<SemanticTokens>('full');
  expect(data).toEqual(fresh.data);
  expect(delta.edits[0]!.data!.length).toBeLessThan(fresh.data.length);
  expect(read(data, text.replace('x -f', 'sudo x -f'))).toContain('2 function sudo');

  const none = await ask<SemanticTokensDelta>('full/delta', { previousResultId: fresh.resultId });
  expect(none.edits).toEqual([]);
  const unknown = await ask<SemanticTokens>('full/delta', { previousResultId: full.resultId });
  expect(unknown.data).toEqual(fresh.data);
});
