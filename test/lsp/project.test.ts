import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { Location, WorkspaceEdit } from 'vscode-languageserver-protocol';
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
