import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homepage, rules } from '../../server/src/language';
import { handlers } from '../../server/src/lsp/handlers';
import type { DescribeResult, ExplainResult, RuleSummary } from '../../server/src/lsp/protocol';
import { LanguageServer } from '../support/languageServer';

let server: LanguageServer;
beforeAll(async () => {
  server = await LanguageServer.start();
});
afterAll(() => server.stop());

it('the pages’ address is made from the homepage of package.json', () => {
  expect(homepage).toBe(JSON.parse(readFileSync('package.json', 'utf8')).homepage);
});

describe('explain', () => {
  const explain = (rule: string, locale = 'en') =>
    server.connection.sendRequest<ExplainResult | null>('slipway/explain', { rule, locale });

  it('gives the bundled page by id or alias, in both languages', async () => {
    const page = await explain('prefer-copy');
    expect(page).toMatchObject({ title: 'prefer-copy', url: `${homepage}/blob/main/docs/rules/prefer-copy.md` });
    expect(page!.markdown).toBe(readFileSync('docs/rules/prefer-copy.md', 'utf8'));
    expect(await explain('dl3020')).toEqual(page);
    expect((await explain('prefer-copy', 'ko'))!.markdown).toBe(readFileSync('docs/ko/rules/prefer-copy.md', 'utf8'));
  });

  it('gives the page on refusals for the code of one', async () => {
    for (const name of ['unknown-instruction', 'builder-error']) {
      const page = await explain(name, 'ko');
      expect(page!.url).toBe(`${homepage}/blob/main/docs/problems.md`);
      expect(page!.markdown).toBe(readFileSync('docs/ko/problems.md', 'utf8'));
    }
  });

  it('has nothing on what nobody knows, nor on a path', async () => {
    expect(await explain('no-such-rule')).toBeNull();
    expect(await explain('../../package.json')).toBeNull();
  });
});

it('lists every rule', async () => {
  const list = await server.connection.sendRequest<RuleSummary[]>('slipway/rules', { locale: 'ko' });
  expect(list.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  expect(list.every(({ title }) => /[가-힣]/.test(title))).toBe(true);
});

it('answers all that it declares, and says so where it knows nothing of a request', async () => {
  const answeredBy: Record<string, string> = {
    callHierarchyProvider: 'textDocument/prepareCallHierarchy',
    codeActionProvider: 'textDocument/codeAction',
    completionProvider: 'textDocument/completion',
    definitionProvider: 'textDocument/definition',
    documentFormattingProvider: 'textDocument/formatting',
    documentHighlightProvider: 'textDocument/documentHighlight',
    documentLinkProvider: 'textDocument/documentLink',
    documentOnTypeFormattingProvider: 'textDocument/onTypeFormatting',
    documentRangeFormattingProvider: 'textDocument/rangeFormatting',
    documentSymbolProvider: 'textDocument/documentSymbol',
    executeCommandProvider: 'workspace/executeCommand',
    foldingRangeProvider: 'textDocument/foldingRange',
    hoverProvider: 'textDocument/hover',
    inlayHintProvider: 'textDocument/inlayHint',
    linkedEditingRangeProvider: 'textDocument/linkedEditingRange',
    referencesProvider: 'textDocument/references',
    renameProvider: 'textDocument/rename',
    selectionRangeProvider: 'textDocument/selectionRange',
    semanticTokensProvider: 'textDocument/semanticTokens/full',
    signatureHelpProvider: 'textDocument/signatureHelp',
    workspaceSymbolProvider: 'workspace/symbol',
  };
  const declared = Object.keys(server.initialized.capabilities).filter((name) => name.endsWith('Provider'));
  // its handler is not loaded late
  for (const name of declared.filter((each) => each !== 'diagnosticProvider')) {
    expect([name, handlers.has(answeredBy[name]!)]).toEqual([name, true]);
  }
  expect(declared.length).toBeGreaterThan(15);
  await expect(server.connection.sendRequest('textDocument/moniker', {})).rejects.toMatchObject({ code: -32601 });
});

describe('describe', () => {
  const describeText = async (text: string): Promise<DescribeResult> => {
    const uri = `file:///work/${encodeURIComponent(text).slice(0, 40)}/Dockerfile`;
    await server.open(uri, text);
    return server.connection.sendRequest('slipway/describe', { textDocument: { uri } });
  };

  it('tells stages, arguments, ports, volumes, environment and commands', async () => {
    const text = [
      'ARG TAG=3.22',
      'ARG TOKEN',
      'FROM alpine:$TAG AS base',
      'ENV PORT=8000 NAME="a b"',
      'FROM base',
      'ARG TAG',
      'ARG MODE=fast',
      'EXPOSE $PORT 9000-9002/udp $UNKNOWN 99999',
      'VOLUME /data "/var/log" relative',
      'ENTRYPOINT ["/run"]',
      'CMD for i in 1; do echo $i $HOME $LEVEL ${DEBUG:-0}; done',
    ].join('\n');
    const { stages, args, ports, volumes, env, commands, lint } = await describeText(text);
    expect(stages).toMatchObject([
      { index: 0, name: 'base', base: 'alpine:$TAG', range: { start: { line: 2, character: 0 } } },
      { index: 1, base: 'base', parent: 0 },
    ]);
    expect(args).toEqual([
      { name: 'TAG', default: '3.22' },
      { name: 'TOKEN' },
      { name: 'TAG', default: '3.22', stage: 1 },
      { name: 'MODE', default: 'fast', stage: 1 },
    ]);
    expect(ports).toEqual([
      { port: 8000, protocol: 'tcp', text: '$PORT', stage: 1 },
      ...[9000, 9001, 9002].map((port) => ({ port, protocol: 'udp', text: '9000-9002/udp', stage: 1 })),
    ]);
    expect(volumes.map(({ path }) => path)).toContain('/data');
    expect(volumes.map(({ path }) => path)).not.toContain('relative');
    expect(env).toEqual([
      { name: 'PORT', value: '8000', stage: 0 },
      { name: 'NAME', value: 'a b', stage: 0 },
      { name: 'LEVEL', stage: 1 },
      { name: 'DEBUG', stage: 1 },
    ]);
    expect(commands).toMatchObject([
      { keyword: 'ENTRYPOINT', stage: 1, range: { start: { line: 9 } } },
      { keyword: 'CMD', stage: 1, range: { start: { line: 10 } } },
    ]);
    expect(lint).toEqual({ preset: 'recommended' });
  });

  it('is null for a document that is not open', async () => {
    expect(await server.connection.sendRequest('slipway/describe', { textDocument: { uri: 'file:///no' } })).toBeNull();
  });
});
