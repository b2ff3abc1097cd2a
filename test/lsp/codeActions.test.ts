import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, CodeActionContext, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { able, LanguageServer, type Options } from '../support/languageServer';

const uri = 'file:///work/Dockerfile';
const rules = { 'maintainer-deprecated': 'warning', 'prefer-copy': 'warning', 'from-as-casing': 'warning' } as const;
const settings = () => ({ preset: 'none', rules }) as const;
/** As our own client starts the server. */
const ours: Options = { options: { clientFiles: true } };

let server: LanguageServer;
const start = async (options: Options = {}) => {
  server = await LanguageServer.start({ settings, ...options });
};
afterEach(() => server.stop());

async function actions(range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
  const diagnostics = (await server.findings(uri)).filter(({ range: { start } }) => start.line === range.start.line);
  return server.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics, ...context },
  });
}

const at = (line: number, character = 0): Range => ({ start: { line, character }, end: { line, character } });

/** The action of that title, resolved where it has no edit yet. */
async function choose(list: readonly CodeAction[], title: RegExp): Promise<CodeAction> {
  const action = list.find((each) => title.test(each.title));
  if (!action) throw new Error(`no ${title} among ${list.map((each) => each.title).join(' | ')}`);
  return action.edit || action.command ? action : server.connection.sendRequest('codeAction/resolve', action);
}

function editsOf(edit: WorkspaceEdit | undefined): TextEdit[] {
  const [change] = edit?.documentChanges ?? [];
  return change && 'edits' in change ? (change.edits as TextEdit[]) : (edit?.changes?.[uri] ?? []);
}

/** Opens a text, chooses an action on a line, and gives the text that its edit leads to. */
async function applying(text: string, line: number, title: RegExp, character = 0): Promise<string> {
  await server.open(uri, text);
  const { edit } = await choose(await actions(at(line, character)), title);
  return TextDocument.applyEdits(TextDocument.create(uri, 'dockerfile', 1, text), editsOf(edit));
}

const text = 'FROM alpine:3.22 as a\nADD a b\nADD c d\n';

describe('fixes', () => {
  it('of one finding: preferred where it is the only safe one, with its diagnostic, for the version at hand', async () => {
    await start();
    expect(await applying(text, 1, /^Replace ADD by COPY/)).toBe('FROM alpine:3.22 as a\nCOPY a b\nADD c d\n');
    const [fix] = await actions(at(1));
    expect(fix).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'prefer-copy' }],
      edit: { documentChanges: [{ textDocument: { uri, version: 1 } }] },
    });
  });

  it('of one rule in the whole file', async () => {
    await start();
    expect(await applying(text, 2, /^Fix all problems of prefer-copy/)).toBe(
      'FROM alpine:3.22 as a\nCOPY a b\nCOPY c d\n',
    );
  });

  it('are not offered for a whole rule where there is one finding of it', async () => {
    await start();
    await server.open(uri, text);
    expect((await actions(at(0, 17))).map(({ title }) => title)).not.toContainEqual(
      expect.stringMatching(/^Fix all problems of/),
    );
  });

  it('of all rules', async () => {
    await start();
    expect(await applying(text, 1, /safe fix$/)).toBe('FROM alpine:3.22 AS a\nCOPY a b\nCOPY c d\n');
  });

  it('of all rules, as a source action where it is asked for by kind', async () => {
    await start();
    await server.open(uri, text);
    for (const only of [['source.fixAll'], ['source'], ['source.fixAll.slipway']]) {
      const list = await actions(at(0), { only });
      expect(list.map(({ kind }) => kind)).toEqual(['source.fixAll.slipway']);
    }
    expect(await actions(at(0), { only: ['source.organizeImports'] })).toEqual([]);
    expect((await actions(at(1), { only: ['quickfix'] })).map(({ kind }) => kind)).not.toContain(
      'source.fixAll.slipway',
    );
  });

  it('come whole to a client that cannot ask for the edit later, and unversioned to one without versions', async () => {
    const { textDocument } = able;
    const codeAction = { codeActionLiteralSupport: textDocument!.codeAction!.codeActionLiteralSupport! };
    await start({ capabilities: { textDocument: { ...textDocument, codeAction } }, options: { settings: settings() } });
    await server.open(uri, text);
    const all = (await actions(at(1))).find(({ title }) => title.endsWith('safe fix'));
    expect(editsOf(all?.edit)).toHaveLength(3);
    expect(Object.keys(all!.edit!.changes!)).toEqual([uri]);
  });

  it('are worked out on the newest version', async () => {
    await start();
    await server.open(uri, text);
    const all = (await actions(at(1))).find(({ title }) => title.endsWith('safe fix'))!;
    await server.change(uri, 2, [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# new\n' },
    ]);
    const { edit } = await server.connection.sendRequest<CodeAction>('codeAction/resolve', all);
    const now = `# new\n${text}`;
    const applied = TextDocument.applyEdits(TextDocument.create(uri, 'dockerfile', 2, now), editsOf(edit));
    expect(applied).toBe('# new\nFROM alpine:3.22 AS a\nCOPY a b\nCOPY c d\n');
    expect(edit).toMatchObject({ documentChanges: [{ textDocument: { version: 2 } }] });
  });
});

describe('silencing', () => {
  const silent = async (changed: string) => {
    await server.change(uri, 99, [{ text: changed }]);
    return (await server.findings(uri)).map(({ code, range: { start } }) => `${code}:${start.line}`);
  };

  it('puts a comment above the instruction, with its indentation and line break', async () => {
    await start();
    const changed = await applying(
      'FROM a\r\n  ADD a b\r\nADD c d\r\n',
      1,
      /^Ignore prefer-copy for this instruction/,
      2,
    );
    expect(changed).toBe('FROM a\r\n  # slipway ignore=prefer-copy\r\n  ADD a b\r\nADD c d\r\n');
    expect(await silent(changed)).toEqual(['prefer-copy:3']);
  });

  it('adds to a comment that is there, in front of its reason', async () => {
    await start();
    const before = 'FROM a\n# slipway ignore=no-sudo, maintainer-deprecated as agreed # 2026\n# note\nADD a b\n';
    const changed = await applying(before, 3, /for this instruction/);
    expect(changed).toBe(
      'FROM a\n# slipway ignore=no-sudo, maintainer-deprecated,prefer-copy as agreed # 2026\n# note\nADD a b\n',
    );
    expect(await silent(changed)).toEqual([]);
  });

  it('for the file goes behind the directives, and adds to what is there', async () => {
    await start();
    const ignored = await applying(
      '# syntax=docker/dockerfile:1\n# escape=`\nFROM a as b\nADD a b\n',
      3,
      /^Ignore prefer-copy in this file/,
    );
    expect(ignored).toBe(
      '# syntax=docker/dockerfile:1\n# escape=`\n# slipway global ignore=prefer-copy\nFROM a as b\nADD a b\n',
    );
    expect(await silent(ignored)).toEqual(['from-as-casing:3']);
    const { edit } = await choose(await actions(at(3, 7)), /^Ignore from-as-casing in this file/);
    const both = TextDocument.applyEdits(TextDocument.create(uri, 'dockerfile', 99, ignored), editsOf(edit));
    expect(both).toContain('# slipway global ignore=prefer-copy,from-as-casing\n');
    expect(await silent(both)).toEqual([]);
  });

  it('is not offered for what the builder refuses', async () => {
    await start();
    await server.open(uri, 'FROM a\nEXPOZE 1\n');
    const titles = (await actions(at(1))).map(({ title }) => title);
    expect(titles).toContainEqual(expect.stringContaining('EXPOSE'));
    expect(titles).not.toContainEqual(expect.stringContaining('Ignore'));
  });
});

describe('commands', () => {
  it('of our own client explain a rule and turn it off in the workspace', async () => {
    await start(ours);
    await server.open(uri, text);
    const commands = (await actions(at(1))).flatMap(({ command }) => (command ? [command] : []));
    expect(commands).toMatchObject([
      { command: 'slipway.disableRuleInWorkspace', arguments: [{ rule: 'prefer-copy', uri }] },
      { command: 'slipway.explainRule', arguments: [{ rule: 'prefer-copy' }] },
    ]);
    expect(server.initialized.capabilities.executeCommandProvider).toBeUndefined();
  });

  it('of another client: the server itself opens the page', async () => {
    await start();
    await server.open(uri, text);
    const commands = (await actions(at(1))).flatMap(({ command }) => (command ? [command] : []));
    expect(commands.map(({ command }) => command)).toEqual(['slipway.explainRule']);
    await server.connection.sendRequest('workspace/executeCommand', {
      command: commands[0]!.command,
      arguments: commands[0]!.arguments,
    });
    expect(server.shown).toEqual([expect.stringMatching(/^https:.*\/docs\/rules\/prefer-copy\.md$/)]);
  });

  it('are called in the language of the client', async () => {
    await start({ ...ours, locale: 'ko' });
    await server.open(uri, text);
    const titles = (await actions(at(1))).map(({ title }) => title);
    expect(titles).toContain('prefer-copy 설명 보기');
    expect(titles).toContain('이 명령에서 prefer-copy 무시하기');
  });
});

it.each<[boolean, string, string[]]>([
  [true, 'COPY . .', ['slipway.newDockerignore file:///tmp/slipway-nowhere']],
  [true, 'COPY src .', []],
  [false, 'COPY . .', []],
])('our own client (%s) is offered a .dockerignore for %s: %j', async (clientFiles, line, expected) => {
  await start({ options: { clientFiles } });
  const document = 'file:///tmp/slipway-nowhere/Dockerfile';
  await server.open(document, `FROM a\n${line}\n`);
  const at = { line: 1, character: 2 };
  const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: document },
    range: { start: at, end: at },
    context: { diagnostics: [], only: ['refactor'], triggerKind: 1 },
  });
  const commands = actions.flatMap(({ command }) =>
    command ? [`${command.command} ${command.arguments?.join()}`] : [],
  );
  expect(commands).toEqual(expected);
});
