import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CompletionList, DocumentLink, Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { en } from '../../server/src/language/knowledge/reference/en';
import { contextFolderOf } from '../../server/src/lsp/context';
import type { BuildsResult, DescribedBuild } from '../../server/src/lsp/protocol';
import { LanguageServer } from '../support/languageServer';
import { News } from '../support/news';

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
    ['../b', 'memfs:/o/r', 'memfs:/o/b'],
    ['/b', 'memfs:/o/r', 'memfs:/b'],
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

describe('the folder that the project’s files name', () => {
  let root: string;
  let server: LanguageServer;
  let uri: string;
  const write = (name: string, text = '') => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
    return pathToFileURL(join(root, name)).href;
  };
  const changed = (...uris: string[]) =>
    server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: uris.map((each) => ({ uri: each, type: 2 })),
    });
  const request = <R>(method: string, more = {}): Promise<R> =>
    server.connection.sendRequest<R>(method, { textDocument: { uri }, ...more });
  const named = async () => (await request<BuildsResult>('slipway/builds')).current.context;
  const proposed = async () => {
    const list = await request<CompletionList>('textDocument/completion', { position: { line: 2, character: 5 } });
    return list.items.map(({ label }) => label).filter((label) => !label.startsWith('--'));
  };

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'slipway-context-'));
    for (const name of ['app/app.py', 'app/secret.env', 'app/docker/other.py']) write(name);
    write('app/.dockerignore', '*.env\n');
    uri = pathToFileURL(join(root, 'app/docker/Dockerfile')).href;
    server = await LanguageServer.start({ folder: pathToFileURL(root).href, settings: () => ({}) });
  });
  afterEach(async () => {
    await server.stop();
    rmSync(root, { recursive: true });
  });

  const compose = (context: string, dockerfile: string) =>
    `services:\n  web:\n    build: {context: ${context}, dockerfile: ${dockerfile}}\n`;

  it('is where paths, links, hovers and the ignore file are looked for, and what a build is told', async () => {
    const file = write('compose.yaml', compose('app', 'docker/Dockerfile'));
    await server.open(uri, 'FROM a\nCOPY app.py secret.env /x/\nCOPY ');
    expect((await proposed()).sort()).toEqual(['.dockerignore', 'app.py', 'docker/']);
    expect(await named()).toBe(pathToFileURL(join(root, 'app')).href);
    expect((await server.findings(uri)).map(({ code }) => code)).toContain('ignored-copy-source');
    const links = await request<DocumentLink[]>('textDocument/documentLink');
    expect(links.map(({ target }) => target)).toContain(pathToFileURL(join(root, 'app/app.py')).href);
    const hover = await request<Hover>('textDocument/hover', { position: { line: 1, character: 7 } });
    expect((hover.contents as MarkupContent).value).toContain(en.copy.matches(1, '0 B'));
    // the file no longer says so
    write('compose.yaml', compose('other', 'docker/Dockerfile'));
    await changed(file);
    expect(await proposed()).toEqual(['other.py']);
    expect(await named()).toBe(pathToFileURL(join(root, 'app/docker')).href);
    expect((await server.findings(uri)).map(({ code }) => code)).not.toContain('ignored-copy-source');
  });

  it('is taken from tasks before Compose, and never from outside of the workspace', async () => {
    const composed = write('compose.yaml', compose('app', 'docker/Dockerfile'));
    const task = (context: string) =>
      JSON.stringify({
        tasks: [
          {
            type: 'docker-build',
            dockerBuild: { context, dockerfile: '${workspaceFolder}/app/docker/Dockerfile' },
          },
        ],
      });
    const tasks = write('.vscode/tasks.json', task('${workspaceFolder}'));
    await server.open(uri, 'FROM a\n');
    expect(await named()).toBe(pathToFileURL(root).href);
    write('.vscode/tasks.json', task('${workspaceFolder}/../..'));
    await changed(tasks, composed);
    expect(await named()).toBe(pathToFileURL(join(root, 'app')).href);
  });

  const choose = (build: DescribedBuild | undefined, last?: DescribedBuild) =>
    server.connection.sendNotification('slipway/rememberedBuilds', {
      [uri]: { ...(build && { choice: build }), ...(last && { last }) },
    });
  const url = (name: string) => pathToFileURL(join(root, name)).href;

  it('may be chosen for one file among all that are known, and goes with what the chosen build says', async () => {
    const file = write(
      'compose.yaml',
      'services:\n  web:\n    build: {context: ., dockerfile: app/docker/Dockerfile}\n  job:\n    platform: linux/arm64\n' +
        '    build: {context: app, dockerfile: docker/Dockerfile, target: t, args: {A: 1, B: $B}}\n',
    );
    await server.open(uri, 'FROM a\nCOPY app.py /x/\nCOPY ');
    const { current, builds, chosen } = await request<BuildsResult>('slipway/builds');
    const web: DescribedBuild = { source: 'compose', context: pathToFileURL(root).href, file, name: 'web' };
    const job: DescribedBuild = {
      ...web,
      context: url('app'),
      name: 'job',
      target: 't',
      args: { A: '1' },
      platform: 'linux/arm64',
    };
    expect(current).toEqual(web);
    expect(chosen).toBe(false);
    expect(builds).toEqual([current, job, { source: 'own', context: url('app/docker') }]);
    const refreshes = server.refreshes;
    await choose(job);
    await server.until(() => server.refreshes > refreshes);
    expect((await proposed()).sort()).toEqual(['.dockerignore', 'app.py', 'docker/']);
    expect(await request<BuildsResult>('slipway/builds')).toMatchObject({ current: job, chosen: true });
    // the file says something else of it now
    write('compose.yaml', compose('app/docker', 'Dockerfile').replace('web', 'job'));
    await changed(file);
    expect(await named()).toBe(url('app/docker'));
    // nor does it say anything any more
    write('compose.yaml', compose('app', 'docker/Dockerfile'));
    await changed(file);
    expect(await request<BuildsResult>('slipway/builds')).toMatchObject({ current: { name: 'web' }, chosen: false });
  });

  it('is the one of the last build where no file names any, and any that the user picked', async () => {
    await server.open(uri, 'FROM a\n');
    expect(await named()).toBe(url('app/docker'));
    const last: DescribedBuild = { source: 'last', context: url('app'), target: 't' };
    await choose(undefined, last);
    expect(await request<BuildsResult>('slipway/builds')).toEqual({
      current: last,
      chosen: false,
      builds: [last, { source: 'own', context: url('app/docker') }],
    });
    const picked: DescribedBuild = { source: 'chosen', context: url('other') };
    await choose(picked, last);
    expect(await request<BuildsResult>('slipway/builds')).toMatchObject({ current: picked, chosen: true });
    await choose({ source: 'own', context: url('app/docker') }, last);
    expect(await named()).toBe(url('app/docker'));
  });
});

it('is looked for behind the first findings, and once for all files of a folder', async () => {
  const asked: string[] = [];
  const files: Record<string, string> = {
    'vfs://w/a/compose.yaml': 'services:\n  web:\n    build: {context: ., dockerfile: docker/Dockerfile}\n',
    'vfs://w/a/.dockerignore': '*.env\n',
  };
  const news = new News();
  const server = await LanguageServer.start({ folder: 'vfs://w/a', options: { clientFiles: true } });
  try {
    server.connection.onRequest('slipway/readFile', ({ uri }: { uri: string }) => files[uri] ?? null);
    server.connection.onRequest('slipway/readFolder', ({ uri }: { uri: string }) => {
      asked.push(uri);
      news.told();
      return uri === 'vfs://w/a' ? [{ name: 'compose.yaml', kind: 'file' }] : null;
    });
    const changes: string[] = [];
    server.connection.onNotification('slipway/buildChanged', ({ uri }: { uri: string }) => {
      changes.push(uri);
      news.told();
    });
    const uri = 'vfs://w/a/docker/Dockerfile';
    await server.open(uri, 'FROM a\nCOPY secret.env /x/\n');
    const codes = async () => (await server.findings(uri)).map(({ code }) => code);
    expect(await codes()).not.toContain('ignored-copy-source');
    expect(asked).toEqual([]);
    await news.until(() => changes.includes(uri));
    await server.until(() => server.refreshes > 0);
    expect(await codes()).toContain('ignored-copy-source');
    const count = asked.length;
    expect(count).toBeGreaterThan(0);
    const other = 'vfs://w/a/docker/other.dockerfile';
    await server.open(other, 'FROM a\n');
    await server.findings(other);
    const textDocument = { uri: other };
    const { builds } = await server.connection.sendRequest<BuildsResult>('slipway/builds', { textDocument });
    expect(builds).toEqual([{ source: 'own', context: 'vfs://w/a/docker' }]);
    expect(asked.length).toBe(count);
  } finally {
    await server.stop();
  }
});
