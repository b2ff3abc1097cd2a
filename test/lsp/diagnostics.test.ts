import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { pageUrl } from '../../server/src/language';
import { LanguageServer, type Options, pushOnly } from '../support/languageServer';

const uri = 'file:///work/Dockerfile';
const two = 'FROM alpine:3.22\nMAINTAINER me\nADD a b\n';
const rules = { 'maintainer-deprecated': 'warning', 'prefer-copy': 'info' } as const;
const settings = () => ({ preset: 'none', rules }) as const;

let server: LanguageServer | undefined;
const start = async (options: Options = {}) => {
  server = await LanguageServer.start({ settings, ...options });
  return server;
};
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

describe('findings that the client asks for', () => {
  it('come as the client can show them, and are never pushed as well', async () => {
    const server = await start();
    expect(server.initialized.capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: false });
    await server.open(uri, two);
    const [maintainer, add] = await server.findings(uri);
    expect(maintainer).toMatchObject({
      range: { start: { line: 1, character: 0 } },
      severity: 2,
      code: 'maintainer-deprecated',
      source: 'slipway',
      codeDescription: { href: pageUrl('maintainer-deprecated') },
    });
    expect(add).toMatchObject({
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } },
      severity: 3,
    });
    await server.change(uri, 2, [{ text: 'FROM alpine:3.22\n' }]);
    expect(await server.findings(uri)).toEqual([]);
    expect(server.published).toEqual([]);
  });

  it('are not sent again as long as they are the same', async () => {
    const server = await start();
    await server.open(uri, two);
    const first = await server.report(uri);
    expect(first).toMatchObject({ kind: 'full', items: [{}, {}] });
    expect(await server.report(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await server.change(uri, 2, [
      { range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }, text: '' },
    ]);
    const second = await server.report(uri, first.resultId);
    expect(second).toMatchObject({ kind: 'full', items: [{ code: 'maintainer-deprecated' }] });
    expect(second.resultId).not.toBe(first.resultId);
  });

  it('leave out what this client cannot show', async () => {
    const server = await start({
      capabilities: { textDocument: { diagnostic: {} } },
      options: { settings: settings() },
    });
    await server.open(uri, two);
    for (const item of await server.findings(uri)) expect(Object.keys(item)).not.toContain('codeDescription');
  });

  it('are none for a document that is not open', async () => {
    const server = await start();
    expect(await server.findings('file:///nowhere/Dockerfile')).toEqual([]);
  });

  it('after any edits are those of a fresh document of the same text', async () => {
    const server = await start({ settings: () => ({ preset: 'all' }) });
    const lines = [
      'FROM alpine AS a\n',
      'add x y\n',
      'RUN a && \\\n',
      '\n',
      '# c\n',
      'MAINTAINER é😀\r\n',
      'COPY <<E f\n',
      'E\n',
    ];
    const edit = fc.record({
      at: fc.nat(),
      length: fc.nat(12),
      text: fc.constantFrom('', 'A', ' ', '\n', '\r', '\\', ...lines),
    });
    let documents = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...lines), { maxLength: 8 }),
        fc.array(edit, { maxLength: 6 }),
        async (parts, edits) => {
          const edited = `file:///work/${++documents}/Dockerfile`;
          const fresh = `file:///work/${documents}.fresh/Dockerfile`;
          let text = parts.join('');
          await server.open(edited, text);
          for (const [i, { at, length, text: inserted }] of edits.entries()) {
            const start = at % (text.length + 1);
            const end = Math.min(start + length, text.length);
            // a client counts in whole lines: an edit never begins or ends within CR LF
            if (text[start - 1] === '\r' || text[end - 1] === '\r') continue;
            const range = { start: positionAt(text, start), end: positionAt(text, end) };
            text = text.slice(0, start) + inserted + text.slice(end);
            await server.change(edited, i + 2, [{ range, text: inserted }]);
          }
          // who saves has stopped typing
          await server.connection.sendNotification('textDocument/didSave', { textDocument: { uri: edited } });
          await server.open(fresh, text);
          const found = JSON.stringify(await server.findings(fresh)).replaceAll(fresh, edited);
          expect(await server.findings(edited)).toEqual(JSON.parse(found));
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Lines end at LF, CR LF and lone CR, as in the protocol. */
function positionAt(text: string, offset: number) {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

describe('findings for a client that does not ask', () => {
  it('are pushed with their version, and nothing can be asked for', async () => {
    const server = await start({ capabilities: pushOnly });
    expect(server.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await server.open(uri, two, 7);
    expect((await server.pushed(uri, 7)).map(({ code }) => code)).toEqual(['maintainer-deprecated', 'prefer-copy']);
  });

  it('are those of the newest version only while more input is queued', async () => {
    const server = await start({ capabilities: pushOnly });
    await server.open(uri, 'FROM alpine:3.22\n', 1);
    await server.pushed(uri, 1);
    const frames = Array.from({ length: 50 }, (_, i) => {
      const content = {
        jsonrpc: '2.0',
        method: 'textDocument/didChange',
        params: {
          textDocument: { uri, version: i + 2 },
          contentChanges: [
            { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, text: 'ADD a b\n' },
          ],
        },
      };
      const body = JSON.stringify(content);
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    });
    server.process.stdin.write(frames.join(''));
    expect(await server.pushed(uri, 51)).toHaveLength(50);
    const versions = server.published.map(({ version }) => version!);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(versions.length).toBeLessThan(10);
  });

  it('go away with the document', async () => {
    const server = await start({ capabilities: pushOnly });
    await server.open(uri, two);
    await server.pushed(uri, 1);
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await server.until(() => server.published.length > 1);
    expect(server.published.at(-1)).toMatchObject({ uri, diagnostics: [] });
  });
});

describe('in the editor', () => {
  it('an empty or comment-only file has no error', async () => {
    const server = await start();
    await server.open(uri, '# nothing yet\n');
    expect(await server.findings(uri)).toEqual([]);
  });

  it('a keyword is called unknown once it is no longer being typed', async () => {
    const server = await start();
    await server.open(uri, 'FROM alpine:3.22\n');
    await server.change(uri, 2, [
      { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, text: 'EXPOZE' },
    ]);
    const unknown = async () =>
      (await server.findings(uri)).map(({ code }) => code).filter((code) => code === 'unknown-instruction');
    expect(await unknown()).toEqual([]);
    await server.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    await server.until(() => server.refreshes > 0);
    expect(await unknown()).toEqual(['unknown-instruction']);
  });
});
