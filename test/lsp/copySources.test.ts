import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LanguageServer, type Options } from '../support/languageServer';

let root: string;
let server: LanguageServer | undefined;
const uriOf = (name: string) => pathToFileURL(join(root, name)).href;
const write = (name: string, text = '') => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
  return uriOf(name);
};
const rules = { preset: 'none', rules: { 'missing-copy-source': 'error', 'ignored-copy-source': 'warning' } };
const start = async (settings: object = {}, more: Options = {}) => {
  server = await LanguageServer.start({
    folder: pathToFileURL(root).href,
    settings: () => ({ ...rules, ...settings }),
    ...more,
  });
  return server;
};
const found = async (running: LanguageServer, uri: string) =>
  (await running.findings(uri)).map(({ code, severity, range }) => [code, severity, range.start.line]);

/** What is found once there are so many findings: looked for again each time that the server has news. */
async function told(running: LanguageServer, uri: string, count: number) {
  for (;;) {
    const seen = running.refreshes;
    const now = await found(running, uri);
    if (now.length === count) return now;
    await running.until(() => running.refreshes > seen);
  }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'slipway-sources-'));
  write('package.json');
  write('docker/Dockerfile');
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  rmSync(root, { recursive: true });
});

const text = 'FROM a\nCOPY pakage.json /\nCOPY server.js package.json /\n';

it('tells what is missing from the context that a setting names, behind the other findings', async () => {
  const running = await start({ build: { context: '.' } });
  const uri = uriOf('docker/Dockerfile');
  await running.open(uri, text);
  expect(await found(running, uri)).toEqual([]);
  expect(await told(running, uri, 2)).toEqual([
    ['missing-copy-source', 1, 1],
    ['missing-copy-source', 1, 2],
  ]);
  // what is typed elsewhere changes nothing of it
  await running.change(uri, 2, [
    { range: { start: { line: 0, character: 6 }, end: { line: 0, character: 6 } }, text: 'b' },
  ]);
  expect(await found(running, uri)).toHaveLength(2);
});

it('has what is missing watched, and takes back what was said once it is there', async () => {
  const running = await start({ build: { context: '.' } });
  const uri = uriOf('docker/Dockerfile');
  await running.open(uri, text);
  await told(running, uri, 2);
  const watches = () => running.registered.filter((each) => each === 'workspace/didChangeWatchedFiles').length;
  await running.until(() => watches() === 2);
  const changes = [{ uri: write('server.js'), type: 1 }];
  await running.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  expect(await told(running, uri, 1)).toEqual([['missing-copy-source', 1, 1]]);
});

it('looks into the contexts of all builds that files describe', async () => {
  write(
    'compose.yaml',
    [
      'services:',
      '  one:',
      '    build: {context: ., dockerfile: docker/Dockerfile}',
      '  two:',
      '    build: {context: two, dockerfile: ../docker/Dockerfile}',
      '',
    ].join('\n'),
  );
  write('two/server.js');
  const running = await start();
  const uri = uriOf('docker/Dockerfile');
  await running.open(uri, text);
  expect(await told(running, uri, 1)).toEqual([['missing-copy-source', 1, 1]]);
});

it('is no more than a hint about a likely slip where nobody names the context', async () => {
  const running = await start();
  const uri = uriOf('docker/Dockerfile');
  await running.open(uri, text);
  expect(await told(running, uri, 1)).toEqual([['missing-copy-source', 4, 1]]);
});
