import { describe, expect, it } from 'vitest';
import type { ProjectBuild, ProjectKind } from '../../server/src/language/project/builds';
import { placesOf } from '../../server/src/language/project/places';
import { projectBuilds } from '../../server/src/language/project/projectBuilds';
import { projectKindOf } from '../../server/src/language/project/projectFile';
import type { Text } from '../../server/src/language/project/tree';

/** A build as plain values: unknown texts are `?`. */
function told(build: ProjectBuild) {
  const text = (value: Text | undefined) => value && (value.text ?? '?');
  const names = (all: ProjectBuild['args']) => Object.fromEntries(all.map(({ name, value }) => [name, text(value)]));
  const made = {
    name: build.name,
    context: text(build.context),
    dockerfile: text(build.dockerfile),
    inline: text(build.inline),
    target: text(build.target),
    args: names(build.args),
    platforms: build.platforms.map(text),
    contexts: names(build.contexts),
  };
  const empty = (value: unknown) =>
    value === undefined || (typeof value === 'object' && Object.keys(value!).length === 0);
  return Object.fromEntries(Object.entries(made).filter(([, value]) => !empty(value)));
}
const read = (kind: ProjectKind, text: string) => projectBuilds(kind, text).map(told);

describe('Compose', () => {
  it('has short and long builds, maps and lists', () => {
    const text = `services:
  a:
    build: ./app
  b:
    image: x
  c:
    platform: linux/arm64
    build:
      context: "."
      dockerfile: 'docker/Dockerfile.c'
      target: dev
      args:
        VERSION: 3.10
        EMPTY:
      additional_contexts:
        - base=docker-image://alpine
  d:
    build:
      platforms: [linux/amd64, linux/arm64]
      args: ["A=1=2", B]
`;
    expect(read('compose', text)).toEqual([
      { name: 'a', context: './app' },
      {
        name: 'c',
        context: '.',
        dockerfile: 'docker/Dockerfile.c',
        target: 'dev',
        args: { VERSION: '3.10', EMPTY: undefined },
        platforms: ['linux/arm64'],
        contexts: { base: 'docker-image://alpine' },
      },
      { name: 'd', args: { A: '1=2', B: undefined }, platforms: ['linux/amd64', 'linux/arm64'] },
    ]);
  });

  it('follows anchors and merge keys', () => {
    const text = `x-build: &build
  context: ./x
  target: base
services:
  a: { build: *build }
  b:
    build:
      <<: *build
      target: own
`;
    expect(read('compose', text)).toEqual([
      { name: 'a', context: './x', target: 'base' },
      { name: 'b', context: './x', target: 'own' },
    ]);
  });

  it('knows of the environment what a default says', () => {
    const text = `services:
  a:
    build:
      context: \${DIR:-app}
      dockerfile: \${FILE}
      target: $$x
`;
    expect(read('compose', text)).toEqual([{ name: 'a', context: 'app', dockerfile: '?', target: '$x' }]);
  });

  it('reads what is half typed', () => {
    expect(read('compose', 'services:\n  a:\n    build:\n      context: .\n      target: de\n      arg')).toEqual([
      { name: 'a', context: '.', target: 'de' },
    ]);
    expect(read('compose', 'services:\n  a:\n    build:\n      tar')).toEqual([{ name: 'a', context: 'tar' }]);
    expect(read('compose', 'services:\n  a:\n    build:\n')).toEqual([]);
  });
});

describe('Bake', () => {
  it('has blocks with variables, lists, objects, comments and what is inherited', () => {
    const text = `variable "TAG" { default = "1.2" }
DIR = "app"
group "default" { targets = ["web"] }
/* all of them */
target "base" {
  context = "./\${DIR}" // here
  args = {
    VERSION = TAG, "OTHER" : "x\\"y"
    COUNT = 3
    WHO = upper("me")
  }
}
target "web" {
  inherits = ["base"]
  dockerfile = "Dockerfile.web"
  target = "$\${run}"
  args = { COUNT = null }
  contexts = { base = "target:base" }
  platforms = [
    "linux/amd64", # one
    "linux/arm64",
  ]
}
`;
    const args = { VERSION: '1.2', OTHER: 'x"y', COUNT: '3', WHO: '?' };
    expect(read('bake', text)).toEqual([
      { name: 'base', context: './app', args },
      {
        name: 'web',
        context: './app',
        dockerfile: 'Dockerfile.web',
        target: '${run}',
        args: { ...args, COUNT: '?' },
        contexts: { base: 'target:base' },
        platforms: ['linux/amd64', 'linux/arm64'],
      },
    ]);
  });

  it('reads expressions that it does not know past their end', () => {
    const text = `target "a" {
  tags = [for t in ["x", "}"] : "r/\${t}"]
  dockerfile = x == "]" ? "a" : "b"
  context = join("/", [
    "a", "b"
  ])
  target = "t"
}`;
    expect(read('bake', text)).toEqual([{ name: 'a', context: '?', dockerfile: '?', target: 't' }]);
  });

  it('reads heredocs with and without their indentation', () => {
    const text =
      'target "a" {\n  dockerfile-inline = <<EOT\nFROM a\n  EOT\n}\ntarget "b" {\n  dockerfile-inline = <<-EOT\n    FROM a\n\n      RUN b\n  EOT\n  target = "x"\n}\n';
    expect(read('bake', text)).toEqual([
      { name: 'a', inline: 'FROM a\n' },
      { name: 'b', inline: 'FROM a\n\n  RUN b\n', target: 'x' },
    ]);
    expect(read('bake', text.replaceAll('\n', '\r\n'))).toEqual(read('bake', text));
  });

  it('is JSON, too', () => {
    const text = '{"variable": {"T": {"default": "x"}}, "target": {"a": {"target": "${T}", "args": {"A": "1"}}}}';
    expect(read('bake', text)).toEqual([{ name: 'a', target: 'x', args: { A: '1' } }]);
  });

  it('a target that inherits itself ends', () => {
    expect(read('bake', 'target "a" { inherits = ["b"] }\ntarget "b" {\n inherits = ["a"]\n target = "x"\n}')).toEqual([
      { name: 'a', target: 'x' },
      { name: 'b', target: 'x' },
    ]);
  });
});

it.each<[ProjectKind, string]>([
  ['compose', ''],
  ['compose', 'services'],
  ['compose', 'services:\n  a: {image: b}\n'],
  ['compose', 'a: ['],
  ['bake', '# target "a" {}\n'],
  ['bake', 'x = <<EOT\ntarget "a" { target = "no" }\nEOT\n'],
  ['devcontainer', '{"image": "a"}'],
])('%s: no builds in %j', (kind, text) => expect(projectBuilds(kind, text)).toEqual([]));

describe('dev containers and tasks', () => {
  it('have today’s keys and those of old', () => {
    const text =
      '{ // mine\n "name": "n", "build": {"dockerfile": "D", "context": "..", "target": "t", "args": {"A": "${localEnv:X}"},}, }';
    expect(read('devcontainer', text)).toEqual([
      { name: 'n', dockerfile: 'D', context: '..', target: 't', args: { A: '?' } },
    ]);
    expect(read('devcontainer', '{"dockerFile": "D", "context": "."}')).toEqual([
      { name: 'devcontainer', dockerfile: 'D', context: '.' },
    ]);
    expect(read('devcontainer', '{"image": "x"}')).toEqual([]);
  });

  it('are tasks of one type', () => {
    const text = `{"tasks": [
      {"type": "shell"},
      {"type": "docker-build", "label": "b", "dockerBuild": {
        "context": "\${workspaceFolder}", "dockerfile": "\${workspaceFolder}/a/Dockerfile", "target": "t",
        "buildArgs": {"A": "1"}, "platform": "linux/amd64"}}]}`;
    expect(read('tasks', text)).toEqual([
      {
        name: 'b',
        context: './',
        dockerfile: './a/Dockerfile',
        target: 't',
        args: { A: '1' },
        platforms: ['linux/amd64'],
      },
    ]);
  });
});

describe('the place of a build', () => {
  it.each<[ProjectKind, string, string | undefined, string | undefined]>([
    ['compose', 'services: {a: {build: app}}', 'app', 'app/Dockerfile'],
    ['compose', 'services: {a: {build: {context: ./x/../y/, dockerfile: ../D}}}', 'y', 'D'],
    ['compose', 'services: {a: {build: {context: .., dockerfile: a/D}}}', '..', '../a/D'],
    ['compose', 'services: {a: {build: {context: ., dockerfile: /D}}}', '.', '/D'],
    ['compose', 'services: {a: {build: {dockerfile_inline: FROM a}}}', '.', undefined],
    ['compose', 'services: {a: {build: "https://example.com/a.git#main"}}', undefined, undefined],
    ['compose', 'services: {a: {build: "$X"}}', undefined, undefined],
    ['bake', 'target "a" { dockerfile = "D" }', '.', 'D'],
    ['devcontainer', '{"build": {"dockerfile": "D", "context": ".."}}', '..', 'D'],
    [
      'tasks',
      '{"tasks": [{"type": "docker-build", "dockerBuild": {"context": "${workspaceFolder}/a"}}]}',
      'a',
      'Dockerfile',
    ],
  ])('%s %s', (kind, text, context, dockerfile) => {
    const [build] = projectBuilds(kind, text);
    expect(placesOf(build!)).toEqual({ base: kind === 'tasks' ? 'workspace' : 'file', context, dockerfile });
  });
});

it('files are told by their names', () => {
  const kinds = [
    'a/compose.yaml',
    'docker-compose.dev.yml',
    'compose-x.yml',
    'docker-bake.hcl',
    'docker-bake.override.json',
  ];
  expect(kinds.map(projectKindOf)).toEqual(['compose', 'compose', 'compose', 'bake', 'bake']);
  expect(['.devcontainer/devcontainer.json', '.devcontainer.json'].map(projectKindOf)).toEqual([
    'devcontainer',
    'devcontainer',
  ]);
  expect(['a/.vscode/tasks.json', 'tasks.json', 'my-compose.yml', 'Dockerfile'].map(projectKindOf)).toEqual([
    'tasks',
    undefined,
    undefined,
    undefined,
  ]);
});
