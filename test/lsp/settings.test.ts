import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DescribeResult } from '../../server/src/lsp/protocol';
import { LanguageServer, type Options, pushOnly } from '../support/languageServer';

const text = 'FROM alpine:3.22\nADD a b\n';
let folder: string;
let uri: string;
let server: LanguageServer;
let settings: unknown;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'slipway-settings-')));
  mkdirSync(join(folder, 'sub'));
  uri = pathToFileURL(join(folder, 'sub', 'Dockerfile')).href;
  settings = { preset: 'none', rules: { DL3020: 'info' } };
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function start(options: Options = {}): Promise<void> {
  server = await LanguageServer.start({ settings: () => settings, folder: pathToFileURL(folder).href, ...options });
  await server.open(uri, text);
}
const severities = async () => (await server.findings(uri)).map(({ code, severity }) => `${code}:${severity}`);
const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
/** What a client sends when a file changed that the server asked to be told of. */
const fileChanged = (name: string) =>
  server.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: pathToFileURL(join(folder, name)).href, type: 2 }],
  });

describe('of the editor', () => {
  it('hold by id or alias, and a change brings a refresh', async () => {
    await start();
    expect(await severities()).toEqual(['prefer-copy:3']);
    settings = { preset: 'none', rules: { 'prefer-copy': 'error' } };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await server.until(() => server.refreshes === 1);
    expect(await severities()).toEqual(['prefer-copy:1']);
  });

  it('are pushed again to a client that does not ask', async () => {
    await start({ capabilities: pushOnly });
    expect(await server.pushed(uri, 1)).toMatchObject([{ severity: 3 }]);
    settings = { preset: 'none' };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await server.until(() => server.published.at(-1)?.diagnostics.length === 0);
  });

  it('come with the notification where the client cannot be asked', async () => {
    await start({ capabilities: { textDocument: { diagnostic: {} } }, options: { settings: { preset: 'none' } } });
    expect(await severities()).toEqual([]);
    await server.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { slipway: { preset: 'none', rules: { 'prefer-copy': 'hint' } } },
    });
    expect(await severities()).toEqual(['prefer-copy:4']);
  });

  it('that are wrong are told once, and the rest holds', async () => {
    settings = {
      preset: 'loud',
      rules: { 'prefer-copy': 'error', 'no-such-rule': 'error', 'from-as-casing': 'shout' },
    };
    await start();
    expect(await severities()).toContain('prefer-copy:1');
    await server.until(() => server.log.some((line) => line.includes('no-such-rule')));
    const [line] = server.log;
    for (const part of ['preset must be one of', 'from-as-casing']) expect(line).toContain(part);
    expect(server.log).toHaveLength(1);
  });
});

describe('of files', () => {
  it('are found upwards, stand above the editor, and a change brings a refresh', async () => {
    write('.slipway.json', '{ "rules": { "prefer-copy": "error" } }');
    await start();
    expect(await severities()).toEqual(['prefer-copy:1']);
    await server.until(() => server.registered.includes('workspace/didChangeWatchedFiles'));
    write('.slipway.json', '{ "rules": { "prefer-copy": "off" } }');
    await fileChanged('.slipway.json');
    await server.until(() => server.refreshes === 1);
    expect(await severities()).toEqual([]);
  });

  it('that say what of the context is left out are read, and a change brings a refresh', async () => {
    settings = { preset: 'none', rules: { CopyIgnoredFile: 'warning' } };
    write('sub/.dockerignore', 'x\na\n');
    await start();
    await server.change(uri, 2, [{ text: 'FROM scratch\nCOPY a b' }]);
    expect(await severities()).toEqual(['ignored-copy-source:2']);
    await server.until(() => server.registered.includes('workspace/didChangeWatchedFiles'));
    write('sub/.dockerignore', 'x\n');
    await fileChanged('sub/.dockerignore');
    await server.until(() => server.refreshes === 1);
    expect(await severities()).toEqual([]);
  });

  it('that are broken are told, and the rest holds', async () => {
    write('.slipway.json', '{ "rules": ');
    await start();
    expect(await severities()).toEqual(['prefer-copy:3']);
    await server.until(() =>
      server.log.some((line) => line.includes('.slipway.json') && line.includes('not valid JSON')),
    );
  });

  it('of hadolint hold below the editor', async () => {
    write('.hadolint.yaml', 'ignored: [DL4000, DL9999]\noverride:\n  error:\n    - DL3020\n');
    settings = { preset: 'recommended' };
    await start();
    await server.change(uri, 2, [{ text: `${text}MAINTAINER me\n` }]);
    expect((await severities()).filter((each) => /prefer-copy|maintainer/.test(each))).toEqual(['prefer-copy:1']);
    settings = { preset: 'recommended', rules: { 'prefer-copy': 'info' } };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await severities()).toContain('prefer-copy:3');
    expect(server.log).toEqual([]);
  });

  it('are asked of our own client where the server cannot read them', async () => {
    await start({ options: { clientFiles: true } });
    const asked: string[] = [];
    server.connection.onRequest('slipway/readFile', ({ uri: file }: { uri: string }) => {
      asked.push(file);
      return file === 'memfs:///a/.slipway.json' ? '{ "rules": { "prefer-copy": "error" } }' : null;
    });
    await server.open('memfs:///a/b/Dockerfile', text);
    expect(await server.findings('memfs:///a/b/Dockerfile')).toMatchObject([{ severity: 1 }]);
    expect(asked).toContain('memfs:///a/b/.slipway.json');
  });

  it('are told to the client with the preset', async () => {
    write('.slipway.json', '{ "preset": "none" }');
    await start();
    const { lint } = await server.connection.sendRequest<DescribeResult>('slipway/describe', { textDocument: { uri } });
    expect(lint).toEqual({ preset: 'none', configuration: pathToFileURL(join(folder, '.slipway.json')).href });
  });
});

describe('of language', () => {
  const korean = /[가-힣]/;
  const message = async () => (await server.findings(uri))[0]!.message;

  it('follow the client', async () => {
    await start({ locale: 'ko' });
    expect(await message()).toMatch(korean);
  });

  it('follow what our own client says of its user interface', async () => {
    await start({ locale: 'en', options: { locale: 'ko-KR' } });
    expect(await message()).toMatch(korean);
  });

  it('are overruled by the setting', async () => {
    settings = { ...(settings as object), language: 'en' };
    await start({ locale: 'ko' });
    expect(await message()).not.toMatch(korean);
    settings = { ...(settings as object), language: 'ko' };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await message()).toMatch(korean);
  });
});
