import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DefinitionLink, Hover, Location, MarkupContent, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { LanguageServer } from '../support/languageServer';

it('a rename of a stage or an argument reaches the files that build it, and no others', async () => {
  const root = mkdtempSync(join(tmpdir(), 'slipway-project-'));
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
    return pathToFileURL(join(root, name)).href;
  };
  const compose = write(
    'compose.yaml',
    'services:\n  app:\n    build:\n      context: app\n      target: Build\n      args: [VERSION=1]\n',
  );
  const bake = write('docker-bake.hcl', 'target "app" {\n  context = "app"\n  target = "build"\n}\n');
  const devcontainer = write(
    'app/.devcontainer/devcontainer.json',
    '{"build": {"dockerfile": "../Dockerfile", "target": "build"}}',
  );
  const tasks = write(
    '.vscode/tasks.json',
    '{"tasks": [{"type": "docker-build", "dockerBuild": {"dockerfile": "${workspaceFolder}/app/Dockerfile", "target": "build"}}]}',
  );
  write('app/compose.yaml', 'services:\n  other:\n    build: {context: ., dockerfile: other, target: build}\n');
  const uri = pathToFileURL(join(root, 'app/Dockerfile')).href;
  const server = await LanguageServer.start({ folder: pathToFileURL(root).href });
  try {
    await server.open(uri, 'ARG VERSION=2\nFROM a:$VERSION AS build\nFROM b\nCOPY --from=build /x /y\n');
    const rename = async (line: number, character: number, newName: string) => {
      const params = { textDocument: { uri }, position: { line, character }, newName };
      const edit = await server.connection.sendRequest<WorkspaceEdit>('textDocument/rename', params);
      return edit.documentChanges?.map((each) =>
        'edits' in each
          ? [each.textDocument.uri, each.edits.map((one) => ('range' in one ? one.range.start : one))]
          : each,
      );
    };
    const others = [
      [compose, [{ line: 4, character: 14 }]],
      [bake, [{ line: 2, character: 12 }]],
      [devcontainer, [{ line: 0, character: 53 }]],
      [tasks, [{ line: 0, character: 114 }]],
    ];
    const stage = await rename(1, 22, 'tools');
    expect(stage?.[0]).toEqual([
      uri,
      [
        { line: 1, character: 19 },
        { line: 3, character: 12 },
      ],
    ]);
    expect(stage?.slice(1).sort()).toEqual(others.sort());
    expect((await rename(0, 5, 'RELEASE'))?.slice(1)).toEqual([[compose, [{ line: 5, character: 13 }]]]);
    const params = {
      textDocument: { uri },
      position: { line: 1, character: 22 },
      context: { includeDeclaration: true },
    };
    const found = await server.connection.sendRequest<Location[]>('textDocument/references', params);
    expect(found.map((each) => each.uri).sort()).toEqual([uri, uri, compose, bake, devcontainer, tasks].sort());
  } finally {
    await server.stop();
    rmSync(root, { recursive: true });
  }
});

describe('from a file that describes builds', () => {
  let root: string;
  let server: LanguageServer;
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
    return pathToFileURL(join(root, name)).href;
  };
  const url = (name: string) => pathToFileURL(join(root, name)).href;
  const dockerfile = 'ARG VERSION=2\nFROM a:$VERSION AS build\nRUN x\nFROM b\nCOPY --from=build /x /y\n';

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'slipway-places-'));
    write('w/app/Dockerfile', dockerfile);
    write('outside/Dockerfile', dockerfile);
    server = await LanguageServer.start({ folder: url('w') });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(root, { recursive: true });
  });

  const compose =
    'services:\n  web:\n    build:\n      context: ./app\n      dockerfile: Dockerfile\n      target: Build # c\n' +
    '      args:\n        VERSION: "1"\n        OTHER: x\n  bad:\n    build: {context: app, target: none}\n' +
    '  far:\n    build: {context: ../outside, target: far}\n';
  /** Asks at the end of the first `piece` of a text. */
  async function ask<R>(method: string, name: string, text: string, piece: string): Promise<R> {
    const before = text.slice(0, text.indexOf(piece) + piece.length).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)!.length };
    const params = { uri: url(name), languageId: 'yaml', text, position };
    return server.connection.sendRequest<R>(method, params);
  }
  const definition = async (name: string, text: string, piece: string) => {
    const links = await ask<DefinitionLink[]>('slipway/projectDefinition', name, text, piece);
    return links.map(({ targetUri, targetSelectionRange: { start } }) => [targetUri, start.line, start.character]);
  };

  it.each<[string, number, number]>([
    ['target: Bu', 1, 19],
    ['VERS', 0, 4],
    ['dockerfile: Docker', 0, 0],
    ['context: ./a', 0, 0],
  ])('%s is defined in the Dockerfile', async (piece, line, character) => {
    expect(await definition('w/compose.yaml', compose, piece)).toEqual([[url('w/app/Dockerfile'), line, character]]);
  });

  it('the span that it goes from is the name', async () => {
    const [link] = await ask<DefinitionLink[]>('slipway/projectDefinition', 'w/compose.yaml', compose, 'target: Bu');
    expect(link?.originSelectionRange).toEqual({ start: { line: 5, character: 14 }, end: { line: 5, character: 19 } });
  });

  it('nothing is defined that is not there, nor outside of the workspace', async () => {
    for (const piece of ['target: no', 'OTH', 'services', 'target: fa', '../out']) {
      expect(await definition('w/compose.yaml', compose, piece)).toEqual([]);
    }
  });

  it('in Bake, devcontainer.json and tasks.json, too', async () => {
    const bake =
      'target "base" {\n  args = { VERSION = "1" }\n}\ntarget "a" {\n  inherits = ["base"]\n  context = "app"\n  target = "build"\n}\n';
    expect(await definition('w/docker-bake.hcl', bake, 'target = "bui')).toEqual([[url('w/app/Dockerfile'), 1, 19]]);
    expect(await definition('w/docker-bake.hcl', bake, 'VERS')).toEqual([[url('w/app/Dockerfile'), 0, 4]]);
    const container = '{"build": {"dockerfile": "../app/Dockerfile", "target": "build"}}';
    expect(await definition('w/.devcontainer/devcontainer.json', container, '"bui')).toEqual([]);
    expect(await definition('w/.devcontainer/devcontainer.json', container, '"target": "bui')).toEqual([
      [url('w/app/Dockerfile'), 1, 19],
    ]);
    const tasks =
      '{"tasks": [{"type": "docker-build", "dockerBuild": {"dockerfile": "${workspaceFolder}/app/Dockerfile", "target": "build"}}]}';
    expect(await definition('w/.vscode/tasks.json', tasks, '"target": "bui')).toEqual([
      [url('w/app/Dockerfile'), 1, 19],
    ]);
  });

  it('hovers tell of the stage and the argument, and of a stage that is missing', async () => {
    const said = async (piece: string) => {
      const hover = await ask<Hover | null>('slipway/projectHover', 'w/compose.yaml', compose, piece);
      return hover && (hover.contents as MarkupContent).value;
    };
    expect(await said('target: Bu')).toMatch(/`build`, number 0.*`a:\$VERSION`/s);
    expect(await said('VERS')).toMatch(/`2`.*Used in line 2/s);
    expect(await said('target: no')).toMatch(/no stage `none`.*`build`/);
    expect(await said('OTH')).toContain('`ARG OTHER`');
    expect(await said('dockerfile: Docker')).toBeNull();
    expect(await said('target: fa')).toBeNull();
  });

  it('references are those in the Dockerfile and in all files', async () => {
    const file = write('w/compose.yaml', compose);
    const found = await ask<Location[]>('slipway/projectReferences', 'w/compose.yaml', compose, 'target: Bu');
    expect(found.map(({ uri, range }) => [uri, range.start.line])).toEqual([
      [url('w/app/Dockerfile'), 1],
      [url('w/app/Dockerfile'), 4],
      [file, 5],
    ]);
  });

  it('an open Dockerfile counts as it is in the editor', async () => {
    const uri = url('w/app/Dockerfile');
    await server.open(uri, `# c\n${dockerfile}`);
    expect(await definition('w/compose.yaml', compose, 'target: Bu')).toEqual([[uri, 2, 19]]);
  });
});
