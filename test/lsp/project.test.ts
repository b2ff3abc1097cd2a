import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Location, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { dockerfileOf, type ProjectBuild } from '../../server/src/lsp/project/build';
import { composeBuilds } from '../../server/src/lsp/project/compose';
import { bakeHclBuilds } from '../../server/src/lsp/project/hcl';
import { bakeJsonBuilds, devcontainerBuilds } from '../../server/src/lsp/project/json';
import { LanguageServer } from '../support/languageServer';

const folder = 'file:///w';

/** What matters of a build: what it reads, and the names in it, checked against the text. */
function told(text: string, builds: readonly ProjectBuild[]) {
  return builds.map((build) => {
    for (const place of [build.target, ...build.args]) {
      if (place) expect(text.slice(place.start, place.end)).toBe(place.text);
    }
    return [dockerfileOf(build, folder), build.target?.text, build.args.map((each) => each.text)];
  });
}

describe('Compose', () => {
  it.each<[string, string, unknown[]]>([
    ['a path', 'services:\n  a:\n    build: ./app\n', ['file:///w/app/Dockerfile', undefined, []]],
    [
      'a map',
      'services:\n  a:\n    build:\n      context: .\n      dockerfile: docker/x.Dockerfile\n      target: "prod"\n      args:\n        A: 1\n        "B": x\n',
      ['file:///w/docker/x.Dockerfile', 'prod', ['A', 'B']],
    ],
    [
      'a list of arguments',
      'services: {a: {build: {args: [A=1, "B"]}}}\n',
      ['file:///w/Dockerfile', undefined, ['A', 'B']],
    ],
    ['a repository', 'services:\n  a:\n    build: https://github.com/a/b.git\n', [undefined, undefined, []]],
    ['a variable', 'services:\n  a:\n    build: ${DIR}\n', [undefined, undefined, []]],
  ])('%s', (_, text, expected) => {
    expect(told(text, composeBuilds(text))).toEqual([expected]);
  });

  it.each([
    '',
    'services',
    'services:\n  a: {image: b}\n',
    'a: [',
    'services:\n  a:\n    build: {dockerfile_inline: FROM a}\n',
  ])('nothing in %j', (text) => expect(composeBuilds(text)).toEqual([]));
});

describe('Bake', () => {
  it('in HCL: attributes, inheritance, what is no plain string', () => {
    const text = `# of all
variable "TAG" { default = "1" }
group "default" { targets = ["app"] }
target "_common" {
  context = "./src" // here
  args = { NODE = "24", "TZ" = "UTC" }
}
target "app" {
  inherits = ["_common"]
  dockerfile = "app.Dockerfile"
  target = "prod"
  tags = ["x:\${TAG}"]
}
target "other" { context = "\${DIR}" }
target "inline" {
  dockerfile-inline = <<EOT
FROM a
target "not" { target = "no" }
EOT
}
target "last" { target = lower("X") }
`;
    expect(told(text, bakeHclBuilds(text))).toEqual([
      ['file:///w/src/Dockerfile', undefined, ['NODE', 'TZ']],
      ['file:///w/src/app.Dockerfile', 'prod', []],
      [undefined, undefined, []],
      ['file:///w/Dockerfile', undefined, []],
    ]);
  });

  it('in JSON', () => {
    const text =
      '{"target": {"app": {"dockerfile": "x", "target": "prod", "args": {"A": "1"}}, "b": {"dockerfile-inline": ""}}}';
    expect(told(text, bakeJsonBuilds(text))).toEqual([['file:///w/x', 'prod', ['A']]]);
  });
});

describe('devcontainer.json', () => {
  it.each<[string, unknown[]]>([
    [
      '{"build": {"dockerfile": "Dockerfile", "context": "..", "target": "dev", "args": {"V": "1"}}}',
      ['file:///w/Dockerfile', 'dev', ['V']],
    ],
    ['{\n  // the old way\n  "dockerFile": "../Dockerfile",\n}', ['file:///Dockerfile', undefined, []]],
  ])('%s', (text, expected) => {
    expect(told(text, devcontainerBuilds(text))).toEqual([expected]);
  });

  it('without a build has none', () => expect(devcontainerBuilds('{"image": "a"}')).toEqual([]));
});

it('every reader answers to any text', () => {
  const unit = fc.constantFrom(
    ...'{}[]":=,\n #$/*<ab',
    'target "a" {',
    'services:\n  a:\n    build:\n',
    '<<E\n',
    '${',
    '"args":',
    '- ',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      for (const read of [composeBuilds, bakeHclBuilds, bakeJsonBuilds, devcontainerBuilds]) told(text, read(text));
    }),
    { numRuns: 2000 },
  );
});

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
    expect(found.map((each) => each.uri).sort()).toEqual([uri, uri, compose, bake, devcontainer].sort());
  } finally {
    await server.stop();
    rmSync(root, { recursive: true });
  }
});
