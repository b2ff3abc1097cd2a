import { afterEach, expect, it } from 'vitest';
import { LanguageServer, type Options } from '../support/languageServer';

const uri = 'file:///work/Dockerfile';
const text = 'FROM alpine:3.22\nADD a b\n';
const settings = () => ({ preset: 'none', rules: { 'prefer-copy': 'warning', broken: 'warning' } });

let server: LanguageServer | undefined;
const start = async (options: Options = {}) => {
  server = await LanguageServer.start({ settings, ...options });
  return server;
};
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

it('a rule that throws costs only itself, and is logged once', async () => {
  const server = await start({ variant: 'broken' });
  await server.open(uri, text);
  expect((await server.findings(uri)).map(({ code }) => code)).toEqual(['prefer-copy']);
  await server.change(uri, 2, [{ text: `${text}ADD c d\n` }]);
  expect((await server.findings(uri)).map(({ code }) => code)).toEqual(['prefer-copy', 'prefer-copy']);
  await server.until(() => server.log.some((line) => line.includes('broken on purpose')));
  expect(server.log.filter((line) => line.includes('broken on purpose'))).toHaveLength(1);
});

it('a request that goes wrong is answered, logged once, and the next one works', async () => {
  const server = await start();
  await server.open(uri, text);
  const wrong = { textDocument: { uri }, context: { diagnostics: [] } };
  expect(await server.connection.sendRequest('textDocument/codeAction', wrong)).toEqual([]);
  expect(await server.connection.sendRequest('textDocument/codeAction', wrong)).toEqual([]);
  await server.until(() => server.log.some((line) => line.includes('textDocument/codeAction')));
  expect(server.log.filter((line) => line.includes('textDocument/codeAction'))).toHaveLength(1);
  expect(await server.findings(uri)).toHaveLength(1);
});

it('an unknown method is refused and does no harm', async () => {
  const server = await start();
  await expect(server.connection.sendRequest('slipway/nothing', {})).rejects.toMatchObject({ code: -32601 });
  await server.open(uri, text);
  expect(await server.findings(uri)).toHaveLength(1);
});

it('a request that is taken back is not answered', async () => {
  const server = await start();
  await server.open(uri, text);
  await server.findings(uri);
  const answered = new Promise<string>((done) => {
    server.process.stdout.on('data', (data: Buffer) => {
      if (data.includes('"id":"taken back"')) done(data.toString());
    });
  });
  const frame = (content: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...content });
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };
  // both arrive in one piece: the server has not begun when the second is read
  server.process.stdin.write(
    frame({ id: 'taken back', method: 'textDocument/diagnostic', params: { textDocument: { uri } } }) +
      frame({ method: '$/cancelRequest', params: { id: 'taken back' } }),
  );
  expect(await answered).toContain('"code":-32800');
  expect(await server.findings(uri)).toHaveLength(1);
});

it('changes that name places outside the text do no harm', async () => {
  const server = await start();
  await server.open(uri, text);
  const far = { line: 99, character: 99 };
  await server.change(uri, 2, [{ range: { start: far, end: far }, text: 'ADD c d\n' }]);
  await server.change(uri, 3, [
    { range: { start: { line: 2, character: 0 }, end: { line: 0, character: 0 } }, text: '' },
  ]);
  expect(await server.findings(uri)).toHaveLength(2);
});

it('the bundle of the extension serves over stdio, too, and ends with code 0', async () => {
  const own = await LanguageServer.start({ settings, entry: 'server' });
  await own.open(uri, text);
  expect(await own.findings(uri)).toHaveLength(1);
  expect(await own.stop()).toBe(0);
});

it('a client without workspace, window and text document capabilities is served', async () => {
  const server = await start({ capabilities: {} });
  expect(server.initialized.capabilities.codeActionProvider).toBeUndefined();
  await server.open(uri, text, 3);
  expect((await server.pushed(uri, 3)).length).toBeGreaterThan(0);
});
