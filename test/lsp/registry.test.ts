// Names, tags and digests from a registry on loopback: nothing outside is ever asked.
import { afterEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  type CodeAction,
  type CompletionList,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { parseImageReference } from '../../server/src/language/syntax/imageReference';
import type { Fetch } from '../../server/src/lsp/registry/http';
import { Registry } from '../../server/src/lsp/registry/registry';
import { LanguageServer, type Options } from '../support/languageServer';
import { FakeRegistry, type RegistryOptions } from '../support/registry';

const uri = 'file:///work/Dockerfile';
const digest = `sha256:${'1a'.repeat(32)}`;

let registry: FakeRegistry;
let server: LanguageServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await registry.stop();
});

describe('a server that may ask registries', () => {
  const tags = { 'team/app': ['1.9', 'latest', '1.10', '1.10-alpine', '2.0-rc1', '1.9-alpine'], other: ['1'] };
  const start = async (options: RegistryOptions, more: Options = {}) => {
    registry = await FakeRegistry.start(options);
    server = await LanguageServer.start({ settings: () => ({ registry: { enabled: true } }), ...more });
    return server;
  };
  const proposed = async (text: string): Promise<CompletionList> => {
    await server!.open(uri, text);
    const lines = text.split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)!.length };
    const list = server!.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    await server!.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    return list;
  };
  const labels = ({ items }: CompletionList) => items.map(({ label }) => label);

  it('proposes an image’s tags, the newest first, from all pages and with a token', async () => {
    await start({ tags, tokens: true, page: 2 });
    const list = await proposed(`FROM ${registry.host}/team/app:1`);
    expect(labels(list)).toEqual(['1.10', '1.9', '1.10-alpine', '1.9-alpine', '2.0-rc1']);
    const edit = { range: { start: { line: 0, character: 5 + registry.host.length + 10 } }, newText: '1.10' };
    expect(list).toMatchObject({ isIncomplete: false, items: [{ textEdit: edit }, {}, {}, {}, {}] });
    expect(registry.requests.filter((each) => each.startsWith('GET /token'))).toHaveLength(1);
    const { length } = registry.requests;
    expect(labels(await proposed(`FROM ${registry.host}/team/app:`))).toContain('latest');
    expect(registry.requests).toHaveLength(length);
  });

  it('does so behind COPY --from and in a mount, too', async () => {
    await start({ tags });
    const from = `FROM a\nCOPY --from=${registry.host}/other:`;
    expect(labels(await proposed(from))).toEqual(['1']);
    expect(labels(await proposed(`FROM a\nRUN --mount=type=bind,from=${registry.host}/other:`))).toEqual(['1']);
  });

  it('proposes what a registry’s catalogue holds', async () => {
    await start({ tags });
    const list = await proposed(`FROM ${registry.host}/t`);
    expect(labels(list)).toEqual(expect.arrayContaining([`${registry.host}/team/app`, `${registry.host}/other`]));
    expect(list.isIncomplete).toBe(true);
  });

  it.each<[string, Options]>([
    ['without the setting', { settings: () => null }],
    ['in a folder that is not trusted', { options: { trusted: false } }],
  ])('asks nobody %s', async (_, options) => {
    await start({ tags }, options);
    expect(labels(await proposed(`FROM ${registry.host}/team/app:1`))).not.toContain('1.10');
    expect(labels(await proposed(`FROM ${registry.host}/team`))).not.toContain(`${registry.host}/team/app`);
    expect(registry.requests).toEqual([]);
  });

  it('answers with what it knows itself where a registry fails, says so once in the log, and asks it no more for now', async () => {
    await start({ tags, fails: () => ({ status: 429 }) });
    const list = await proposed(`FROM a AS base\nFROM ${registry.host}/team/app:1`);
    expect(list.isIncomplete).toBe(true);
    expect(labels(list)).not.toContain('1.10');
    await proposed(`FROM a AS base\nFROM ${registry.host}/team/app:1`);
    expect(registry.requests).toHaveLength(1);
    await server!.until(() => server!.log.some((line) => line.includes('(429)')));
  });

  it('gives a request up that the editor cancels', async () => {
    await start({ tags });
    registry.holds = true;
    await server!.open(uri, `FROM ${registry.host}/team/app:`);
    const source = new CancellationTokenSource();
    const position = { line: 0, character: 200 };
    const asked = server!.connection.sendRequest(
      'textDocument/completion',
      { textDocument: { uri }, position },
      source.token,
    );
    const failed = asked.then(
      () => false,
      () => true,
    );
    await registry.until(() => registry.requests.length === 1);
    source.cancel();
    await registry.until(() => registry.abandoned === 1);
    expect(await failed).toBe(true);
  });

  const actions = async (text: string, settings: object = {}): Promise<CodeAction[]> => {
    await start(
      { tags, digests: { 'team/app:1.9': digest } },
      { settings: () => ({ registry: { enabled: true }, ...settings }) },
    );
    await server!.open(uri, text.replaceAll('REGISTRY', registry.host));
    const at = { line: 0, character: 10 };
    const found = await server!.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [], triggerKind: 1 },
    });
    return found.filter(({ title }) => title.includes(registry.host));
  };
  const resolved = async (action: CodeAction): Promise<string | undefined> => {
    const { edit } = await server!.connection.sendRequest<CodeAction>('codeAction/resolve', action);
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    return (change?.edits as TextEdit[] | undefined)?.map(({ newText }) => newText).join();
  };

  it('pins an image to the digest of its tag, and to its newest tag', async () => {
    const [byDigest, byTag] = await actions('FROM REGISTRY/team/app:1.9\n');
    expect([byDigest!.kind, byTag!.kind]).toEqual(['refactor.rewrite', 'refactor.rewrite']);
    // nobody was asked for the menu
    expect(registry.requests).toEqual([]);
    expect(await resolved(byDigest!)).toBe(`@${digest}`);
    expect(registry.requests).toEqual(['HEAD /v2/team/app/manifests/1.9']);
    expect(await resolved(byTag!)).toBe(':1.10');
  });

  it('does so as a fix of the finding that asks for it', async () => {
    const [fix] = await actions('FROM REGISTRY/team/app:1.9\n', { rules: { 'digest-required': 'warning' } });
    expect(fix).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'digest-required' }] });
  });

  it('changes nothing where the registry does not know the image, and says so', async () => {
    const [byDigest] = await actions('FROM REGISTRY/nobody/knows:1.9\n');
    const told = new Promise<string>((done) => {
      server!.connection.onNotification('window/showMessage', ({ message }: { message: string }) => done(message));
    });
    expect(await resolved(byDigest!)).toBeUndefined();
    expect(await told).toContain('nobody/knows');
  });

  it('offers nothing for an image with a digest, or with a variable', async () => {
    expect(await actions(`FROM REGISTRY/team/app@${digest}\n`)).toEqual([]);
    await server!.stop();
    await registry.stop();
    expect(await actions('ARG V\nFROM REGISTRY/team/app:$V\n')).toEqual([]);
  });
});

describe('the registry client', () => {
  const signal = new AbortController().signal;
  const hubImage = parseImageReference('alpine') as Parameters<Registry['tags']>[0];
  /** Docker Hub's names lead to loopback. */
  const toLoopback: Fetch = (url, init) => {
    const there = new URL(url);
    there.protocol = 'http:';
    there.host = registry.host;
    return fetch(there, init);
  };
  const client = async (options: RegistryOptions, now: () => number = () => 0) => {
    registry = await FakeRegistry.start(options);
    const trouble: string[] = [];
    return { trouble, ask: new Registry(toLoopback, (...args) => trouble.push(args.join(' ')), now) };
  };

  it('finds Docker Hub’s repositories by its search', async () => {
    const found = [
      { repo_name: 'nginx', short_description: 'Official build of Nginx.', is_official: true, star_count: 2 },
      { repo_name: 'nginx/unit', short_description: null, is_official: false },
      { repo_name: 7 },
      null,
    ];
    const { ask } = await client({ found });
    expect(await ask.repositories('docker.io', 'n', signal)).toEqual([]);
    expect(registry.requests).toEqual([]);
    expect(await ask.repositories('docker.io', 'ngi nx&', signal)).toEqual([
      { name: 'nginx', description: 'Official build of Nginx.', official: true },
      { name: 'nginx/unit', description: '', official: false },
    ]);
    expect(registry.requests).toEqual(['GET /v2/search/repositories/?query=ngi%20nx%26&page_size=25']);
  });

  it('asks again once an answer is old, and shares what is under way', async () => {
    let now = 0;
    const { ask } = await client({ tags: { 'library/alpine': ['3'] } }, () => now);
    const both = await Promise.all([ask.tags(hubImage, signal), ask.tags(hubImage, signal)]);
    expect(both).toEqual([['3'], ['3']]);
    expect(registry.requests).toHaveLength(1);
    now = 16 * 60_000;
    expect(await ask.tags(hubImage, signal)).toEqual(['3']);
    expect(registry.requests).toHaveLength(2);
  });

  it('goes on for others when one of two gives up', async () => {
    const { ask } = await client({ tags: { 'library/alpine': ['3'] } });
    registry.holds = true;
    const control = new AbortController();
    const both = [ask.tags(hubImage, control.signal), ask.tags(hubImage, signal)];
    await registry.until(() => registry.requests.length === 1);
    control.abort();
    registry.release();
    expect(await Promise.all(both)).toEqual([undefined, ['3']]);
    expect(registry.requests).toHaveLength(1);
  });

  it.each<[string, RegistryOptions['fails'], string[]]>([
    ['no JSON', () => ({ status: 200, body: '<html>' }), []],
    ['a list of something else', () => ({ status: 200, body: '{"tags":{}}' }), []],
    ['no such repository', () => ({ status: 404 }), []],
    ['a refusal without a challenge', () => ({ status: 401 }), ['registry-1.docker.io 401']],
    ['an error', () => ({ status: 500 }), ['registry-1.docker.io 500']],
    ['more than anybody reads', () => ({ status: 200, body: `{"tags":["${'x'.repeat(9 * 1024 * 1024)}"]}` }), []],
  ])('takes %s for no answer', async (_, fails, expected) => {
    const { ask, trouble } = await client({ fails });
    expect(await ask.tags(hubImage, signal)).toBeUndefined();
    expect(trouble).toEqual(expected);
  });

  it('takes a null list for an empty one, and what is no name for nothing', async () => {
    const { ask } = await client({ fails: () => ({ status: 200, body: '{"tags":null}' }) });
    expect(await ask.tags(hubImage, signal)).toEqual([]);
  });

  it('does not go to a token service without encryption for a registry on the web', async () => {
    const { ask, trouble } = await client({ tags: { 'library/alpine': ['3'] }, tokens: true });
    expect(await ask.tags(hubImage, signal)).toBeUndefined();
    expect(registry.requests).toEqual(['GET /v2/library/alpine/tags/list?n=1000']);
    expect(trouble).toEqual(['registry-1.docker.io 401']);
  });
});
