import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type Hover,
  InsertTextFormat,
} from 'vscode-languageserver-protocol';
import { able, LanguageServer } from '../support/languageServer';

const capabilities = {
  ...able,
  textDocument: { ...able.textDocument, completion: { completionItem: { snippetSupport: true } } },
};
let server: LanguageServer;
beforeAll(async () => {
  server = await LanguageServer.start({ locale: 'en', capabilities });
});
afterAll(() => server.stop());

const markdown = (text: string) => ({ uri: 'file:///work/README.md', languageId: 'markdown', text });
const compose = (text: string) => ({ uri: 'file:///work/compose.yaml', languageId: 'dockercompose', text });
const bake = (text: string) => ({ uri: 'file:///work/docker-bake.hcl', languageId: 'plaintext', text });
type File = ReturnType<typeof markdown>;

/** The place behind a piece of the text. */
function behind({ text }: File, piece: string) {
  const before = text.slice(0, text.indexOf(piece) + piece.length).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}
const written = ({ text }: File, { start, end }: Diagnostic['range']) =>
  start.line === end.line ? text.split('\n')[start.line]!.slice(start.character, end.character) : undefined;

const diagnostics = (file: File) => server.connection.sendRequest<Diagnostic[]>('slipway/embeddedDiagnostics', file);
const hover = (file: File, piece: string) =>
  server.connection.sendRequest<Hover | null>('slipway/embeddedHover', { ...file, position: behind(file, piece) });
const completion = (file: File, piece: string) =>
  server.connection.sendRequest<CompletionItem[]>('slipway/embeddedCompletion', {
    ...file,
    position: behind(file, piece),
  });

const inList = markdown('# a\n\n- b\n\n  ```dockerfile\n  FROM alpine:3.22\n  RUN a && b\n  ```\n');
const inCompose = compose(
  'services:\n  a:\n    build:\n      dockerfile_inline: |\n        FROM alpine:3.22\n        ARG P=1\n\n        ADD a b $$P\n        RU\n',
);

describe('hover', () => {
  it('in a fence of a list item', async () => {
    const found = await hover(inList, 'RUN a &');
    expect(found?.contents).toMatchObject({ value: expect.stringContaining('only if') });
    expect(written(inList, found!.range!)).toBe('&&');
  });

  it('in Compose and Bake', async () => {
    const found = await hover(inCompose, 'FRO');
    expect(written(inCompose, found!.range!)).toBe('FROM');
    expect(written(inCompose, (await hover(inCompose, '$$P'))!.range!)).toBe('$$P');
    const file = bake('target "a" {\n  dockerfile-inline = <<EOT\nFROM alpine:3.22\nEXPOSE 80\nEOT\n}\n');
    expect(written(file, (await hover(file, 'EXPO'))!.range!)).toBe('EXPOSE');
  });

  it('nowhere else', async () => {
    expect(await hover(inList, '# a')).toBeNull();
    expect(await hover(inCompose, 'servic')).toBeNull();
    expect(await hover({ ...inList, languageId: 'plaintext' }, 'RUN a &')).toBeNull();
  });
});

describe('diagnostics', () => {
  it('stand on the words in indented YAML', async () => {
    const found = await diagnostics(inCompose);
    const add = found.find(({ code }) => code === 'prefer-copy');
    expect(add).toMatchObject({ source: 'slipway', message: expect.any(String) });
    expect(add!.range.start).toEqual({ line: 7, character: 8 });
    expect(found.every(({ range }) => written(inCompose, range) !== undefined)).toBe(true);
  });

  it('in Markdown only where a block looks whole', async () => {
    const text = (body: string) => markdown(`a\n\n~~~docker\n${body}\n~~~\n`);
    expect(await diagnostics(text('ADD a b'))).toEqual([]);
    expect(await diagnostics(text('FROM alpine:3.22\n...\nADD a b'))).toEqual([]);
    expect(await diagnostics(text('FROM alpine:3.22\nADD a b'))).toMatchObject([{ code: 'prefer-copy' }]);
    expect(await diagnostics(text(''))).toEqual([]);
  });
});

describe('completion', () => {
  it('replaces what was typed', async () => {
    const [first] = await completion(inCompose, ' RU');
    const { line } = behind(inCompose, ' RU');
    const range = { start: { line, character: 8 }, end: { line, character: 10 } };
    expect(first).toMatchObject({ label: 'RUN', textEdit: { range, newText: 'RUN ${1:command}' } });
  });

  it('goes where the cursor is in a blank line', async () => {
    const file = markdown('- a\n\n  ```dockerfile\n  FROM alpine:3.22\n  \n  ```\n');
    const position = { line: 4, character: 2 };
    const items = await completion(file, '3.22\n  ');
    const run = items.find(({ label }) => label === 'RUN');
    expect(run?.textEdit).toMatchObject({ range: { start: position, end: position } });
  });

  it('doubles dollars where the file reads them itself', async () => {
    const text = inCompose.text.replace('ADD a b $$P', () => 'RUN echo $$');
    const items = await completion(compose(text), 'echo $$');
    const item = items.find(({ label }) => label.includes('P'));
    const { line } = behind(inCompose, 'ADD');
    const range = { start: { line, character: 17 }, end: { line, character: 19 } };
    expect(item?.textEdit).toMatchObject({ range });
    expect(item?.textEdit?.newText).toMatch(/^\$\$\{?P\}?$/);
    expect(item?.insertTextFormat).not.toBe(InsertTextFormat.Snippet);
  });

  it('nothing beside a Dockerfile', async () => {
    expect(await completion(inList, '# a')).toEqual([]);
  });
});

describe('quick fixes', () => {
  const actions = (file: File, piece: string) => {
    const end = behind(file, piece);
    const range = { start: { ...end, character: end.character - 1 }, end };
    return server.connection.sendRequest<CodeAction[]>('slipway/embeddedActions', { ...file, range });
  };
  const fixes = (all: CodeAction[], { uri }: File) =>
    all.flatMap(({ title, kind, edit, isPreferred }) =>
      edit ? [{ title, kind, isPreferred, edits: edit.changes![uri]! }] : [],
    );

  it('are put where the words stand, and comments on lines of their own', async () => {
    const found = await actions(inCompose, 'ADD');
    const { line } = behind(inCompose, 'ADD');
    const at = { line, character: 8 };
    const [fix, ignore] = fixes(found, inCompose);
    expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true, edits: [{ newText: 'COPY' }] });
    expect(fix!.edits[0]!.range).toEqual({ start: at, end: { line, character: 11 } });
    expect(ignore!.edits).toEqual([
      { range: { start: at, end: at }, newText: expect.stringMatching(/^# .*prefer-copy\n {8}$/) },
    ]);
    expect(found[0]!.diagnostics).toMatchObject([{ code: 'prefer-copy', range: { start: at } }]);
  });

  it('say nothing of files and workspaces, and nothing beside findings', async () => {
    const found = await actions(inCompose, 'ADD');
    expect(found.filter(({ command }) => command).map(({ command }) => command!.command)).toEqual([
      'slipway.explainRule',
    ]);
    expect(found.some(({ title }) => /in this (?:file|workspace)/.test(title))).toBe(false);
    expect(await actions(inCompose, 'services')).toEqual([]);
    expect(await actions(inList, '# a')).toEqual([]);
  });

  it('are left out where a string would not hold them', async () => {
    const file = {
      ...bake('{"target": {"a": {"dockerfile-inline": "FROM alpine:3.22 as b"}}}'),
      uri: 'file:///work/docker-bake.json',
    };
    const found = await actions(file, 'as');
    expect(found.length).toBeGreaterThan(0);
    const texts = fixes(found, file).flatMap(({ edits }) => edits.map(({ newText }) => newText));
    expect(texts).toContain('AS');
    expect(texts.filter((text) => /["\n]/.test(text))).toEqual([]);
  });
});
