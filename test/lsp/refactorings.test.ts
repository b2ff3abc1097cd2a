import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, CodeActionContext, CodeLens, Range, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { able, LanguageServer, type Options } from '../support/languageServer';

const uri = 'file:///work/Dockerfile';
const text = 'FROM node:22\nRUN a\nRUN b\nADD c d\nADD e f\n';
const settings = () => ({ preset: 'none', rules: { 'prefer-copy': 'warning' } }) as const;

let server: LanguageServer;
const start = async (options: Options = {}) => {
  server = await LanguageServer.start({ settings, ...options });
  await server.open(uri, text);
};
afterEach(() => server.stop());

const at = (line: number, character = 0, toLine = line, toCharacter = character): Range => ({
  start: { line, character },
  end: { line: toLine, character: toCharacter },
});
const actions = (range: Range, context: Partial<CodeActionContext> = {}) =>
  server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], ...context },
  });
const resolved = (action: CodeAction | undefined) =>
  server.connection.sendRequest<CodeAction>('codeAction/resolve', action);

function result({ edit }: CodeAction, version = 1, of = text): string {
  const [change] = edit!.documentChanges ?? [];
  expect(change).toMatchObject({ textDocument: { uri, version } });
  return TextDocument.applyEdits(
    TextDocument.create(uri, 'dockerfile', version, of),
    (change as { edits: TextEdit[] }).edits,
  );
}

describe('refactorings', () => {
  it('are in the menu of their kinds, and get their edit when chosen', async () => {
    await start();
    const list = await actions(at(1), { only: ['refactor'] });
    expect(list.map(({ kind }) => kind)).toEqual(list.map(() => 'refactor.rewrite'));
    const merge = list.find(({ title }) => title === 'Merge with the RUN below');
    expect(merge!.edit).toBeUndefined();
    expect(result(await resolved(merge))).toBe('FROM node:22\nRUN a \\\n    && b\nADD c d\nADD e f\n');
    expect(await actions(at(1), { only: ['refactor.inline'] })).toEqual([]);
    const [extract] = await actions(at(0, 10), { only: ['refactor.extract'] });
    expect(extract).toMatchObject({ kind: 'refactor.extract', title: 'Extract 22 to ARG NODE_VERSION' });
  });

  it('of a selection', async () => {
    await start();
    const list = await actions(at(1, 0, 2, 5), { only: ['refactor.rewrite'] });
    expect(list.map(({ title }) => title)).toContain('Merge 2 RUN instructions into one');
  });

  it('are offered beside quick fixes, but not by themselves at every cursor', async () => {
    await start();
    const titles = async (range: Range, triggerKind?: 1 | 2) =>
      (await actions(range, triggerKind ? { triggerKind } : {})).map(({ title }) => title);
    expect(await titles(at(3))).toEqual(expect.arrayContaining(['Replace ADD by COPY', 'Convert ADD to COPY']));
    expect(await titles(at(1), 1)).toContain('Merge with the RUN below');
    expect(await titles(at(1), 2)).toEqual([]);
    expect(await titles(at(1, 0, 2, 5), 2)).toContain('Merge 2 RUN instructions into one');
  });

  it('speak Korean', async () => {
    await start({ settings: () => ({ ...settings(), language: 'ko' }) });
    expect((await actions(at(1))).map(({ title }) => title)).toContain('아래 RUN과 합치기');
  });

  it('come whole to a client that cannot ask for the edit later', async () => {
    const { textDocument } = able;
    const codeAction = { codeActionLiteralSupport: textDocument!.codeAction!.codeActionLiteralSupport! };
    await start({ capabilities: { textDocument: { ...textDocument, codeAction } }, options: { settings: settings() } });
    const merge = (await actions(at(1))).find(({ title }) => title.startsWith('Merge'));
    expect(merge!.edit!.changes![uri]).toHaveLength(1);
  });

  it('change nothing in a document that is another one by now', async () => {
    await start();
    const merge = (await actions(at(1))).find(({ title }) => title.startsWith('Merge'));
    await server.change(uri, 2, [{ range: at(0), text: '# new\n' }]);
    expect((await resolved(merge)).edit).toBeUndefined();
  });
});

describe('the lens over a document', () => {
  const lenses = () => server.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });

  it('says how many problems can be fixed at once, until a setting turns it off', async () => {
    let codeLens: object = {};
    await start({ options: { clientFiles: true }, settings: () => ({ ...settings(), codeLens }) });
    expect(await lenses()).toEqual([
      {
        range: at(0),
        command: {
          title: '$(wrench) Fix all 2 problems that have a safe fix',
          command: 'slipway.fixAll',
          arguments: [{ uri }],
        },
      },
    ]);
    for (const off of [{ fixAll: false }, { enabled: false }]) {
      codeLens = off;
      await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      expect(await lenses()).toEqual([]);
    }
  });

  it('is not there where nothing can be fixed', async () => {
    await start({ options: { clientFiles: true } });
    await server.change(uri, 2, [{ text: 'FROM a\n' }]);
    expect(await lenses()).toEqual([]);
  });
});
