import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { ExplainResult, FolderEntry } from '../../server/src/lsp/protocol';
import { bundle } from '../support/bundles';
import { able } from '../support/languageServer';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** The worker's bundle in a place that has what a web worker has and nothing of Node. */
async function startWorker(answer: (method: string, params: { uri: string }) => unknown) {
  const answers = new Map<number, (result: unknown) => void>();
  const worker = {
    onmessage: undefined as ((event: { data: object }) => void) | undefined,
    addEventListener() {},
    postMessage({ id, method, params, result }: Message) {
      if (id === undefined) return;
      if (method === undefined) answers.get(id)?.(result);
      else send({ id, result: answer(method, params as { uri: string }) });
    },
  };
  // messages arrive in turns of their own, as between threads
  const send = (message: Message) => setTimeout(() => worker.onmessage!({ data: { jsonrpc: '2.0', ...message } }), 0);
  const globals = { self: worker, setTimeout, clearTimeout, TextEncoder, TextDecoder, URL, queueMicrotask };
  runInContext(readFileSync(await bundle('worker'), 'utf8'), createContext(globals));
  let last = 0;
  return {
    notify: (method: string, params: object) => void send({ method, params }),
    request: <R>(method: string, params: object): Promise<R> =>
      new Promise((done) => {
        answers.set(++last, done as (result: unknown) => void);
        send({ id: last, method, params });
      }),
  };
}

it('the server works in a web worker: findings, configuration and pages come through the client', async () => {
  const files: Record<string, string> = {
    'vscode-vfs://host/repo/.slipway.json': '{ "preset": "none", "rules": { "prefer-copy": "error" } }',
    'https://host/ext/docs/ko/rules/prefer-copy.md': '# 쪽',
  };
  const folders: Record<string, FolderEntry[]> = {
    'vscode-vfs://host/repo/app/src/': [{ name: 'main.py', kind: 'file' }],
  };
  const worker = await startWorker((method, { uri }) => {
    if (method === 'slipway/readFolder') return folders[uri] ?? null;
    return method === 'slipway/readFile' ? (files[uri] ?? null) : null;
  });
  const uri = 'vscode-vfs://host/repo/app/Dockerfile';
  await worker.request('initialize', {
    processId: null,
    rootUri: null,
    capabilities: able,
    initializationOptions: { clientFiles: true, pages: 'https://host/ext/docs' },
  });
  worker.notify('initialized', {});
  worker.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'dockerfile', version: 1, text: 'FROM alpine:3.22\nADD a b\n' },
  });
  expect(await worker.request('textDocument/diagnostic', { textDocument: { uri } })).toMatchObject({
    items: [{ code: 'prefer-copy', severity: 1 }],
  });
  worker.notify('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: 'FROM alpine:3.22\nCOPY src/' }],
  });
  const proposals = { textDocument: { uri }, position: { line: 1, character: 9 } };
  expect(await worker.request('textDocument/completion', proposals)).toMatchObject({
    items: [{ label: 'src/main.py' }],
  });
  const explain = (locale: string) => worker.request<ExplainResult>('slipway/explain', { rule: 'prefer-copy', locale });
  expect((await explain('ko')).markdown).toBe('# 쪽');
  // a page that nobody has: what is known of the rule itself
  expect((await explain('en')).markdown).toMatch(/^# prefer-copy\n\n\S/);
});
