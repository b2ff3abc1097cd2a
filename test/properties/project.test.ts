import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectBuild, ProjectKind } from '../../server/src/language/project/builds';
import { projectBuilds } from '../../server/src/language/project/projectBuilds';
import { placeOf, type Text } from '../../server/src/language/project/tree';

const files: readonly (readonly [ProjectKind, string])[] = [
  [
    'compose',
    `x: &x {context: ., target: "a\\tb"}
services:
  a:
    build:
      <<: *x
      args: [A=1, "B=$$2", 'C']
      dockerfile_inline: |
        FROM a
\x20\x20
        RUN echo $$X \${Y:-z} $\${W}
          b
  b: {build: {dockerfile_inline: "FROM a", args: {A: 1, B: }}}
  c: {build: *x}
`,
  ],
  [
    'bake',
    `variable "V" { default = "v" }
target "a" {
  args = { A = V, B = "x-\${V}-\${f("}")}" }
  dockerfile-inline = <<-EOT
    FROM a\${V}

      RUN $\${X} %%{Y}
    EOT
  platforms = ["a", "b"] # c
  target = "t\\"" /* d */
}
target "b" {
  inherits = ["a"]
}
`,
  ],
  ['bake', '{"target": {"a": {"args": {"A": "1"}, "target": "t\\u0041", "platforms": ["x"]}}}'],
  ['devcontainer', '{"name": "n", /* c */ "build": {"dockerfile": "D", "args": {"A": "${localEnv:B}", "C": 1}, },}'],
  ['tasks', '{"tasks": [{"type": "docker-build", "dockerBuild": {"buildArgs": {"A": "b"}, "target": "t"}}]}'],
];

const textsOf = (build: ProjectBuild): readonly (Text | undefined)[] => [
  build.context,
  build.dockerfile,
  build.inline,
  build.target,
  ...build.platforms,
  ...[...build.args, ...build.contexts].map(({ value }) => value),
];

/** Every span lies in the file, and what has pieces reads as it stands there, but for what was put in. */
function check(kind: ProjectKind, text: string) {
  for (const build of projectBuilds(kind, text)) {
    for (const value of textsOf(build)) {
      if (!value) continue;
      expect(value.at.start).toBeGreaterThanOrEqual(0);
      expect(value.at.end).toBeGreaterThanOrEqual(value.at.start);
      expect(value.at.end).toBeLessThanOrEqual(text.length);
      if (value.text === undefined || !value.pieces) continue;
      let fixed = 0;
      value.pieces.forEach((piece, index) => {
        const end = value.pieces![index + 1]?.at ?? value.text!.length;
        expect(piece.at).toBeLessThanOrEqual(Math.max(end, piece.at));
        if (piece.fixed) fixed += end - piece.at;
        for (let at = piece.at; at < end && !piece.fixed; at++) {
          const place = placeOf(value.pieces!, at);
          // a line break may be CR LF, and a blank line may have blanks
          if (value.text![at] === '\n') expect(text.slice(place)).toMatch(/^[ \t]*(?:\r?\n|\r?$)/);
          else expect(text[place]).toBe(value.text![at]);
        }
      });
      expect(fixed).toBeLessThanOrEqual(value.text.length);
    }
    for (const { name, at } of [...build.args, ...build.contexts]) {
      expect(at.end).toBeLessThanOrEqual(text.length);
      if (text.slice(at.start, at.end) !== name) expect(text.slice(at.start, at.end)).toMatch(/["'\\\n]/);
    }
  }
}

describe('project files', () => {
  it.each(files)('%s: cut at any place, spans slice to what they name', (kind, text) => {
    for (const whole of [text, text.replaceAll('\n', '\r\n')]) {
      for (let end = 0; end <= whole.length; end++) check(kind, whole.slice(0, end));
    }
  });

  it.each(files)('%s: whatever is put in or left out, reading never throws', (kind, text) => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('"', '{', '}', '[', ']', '<<A\n', '${', '\n', '  ', '&x ', '*x', '|', '/*'),
    );
    fc.assert(
      fc.property(piece, fc.nat(text.length), fc.nat(20), (put, at, cut) => {
        check(kind, text.slice(0, at) + put + text.slice(at + cut));
      }),
      { numRuns: 300 },
    );
  });

  it.each<[ProjectKind, string]>([
    ['compose', '['.repeat(50_000)],
    ['compose', `services: {a: {build: ${'{args: '.repeat(20_000)}`],
    ['bake', 'a = '.padEnd(50_000, '[')],
    ['bake', 'a {'.repeat(50_000)],
    ['bake', `target "a" { target = ${'"${'.repeat(20_000)}`],
    ['bake', `a = x ${'<<A '.repeat(20_000)}`],
    ['devcontainer', '{"a":'.repeat(50_000)],
    ['tasks', '['.repeat(50_000)],
  ])('%s: nested deeper than a stack goes, it answers', (kind, text) => {
    expect(projectBuilds(kind, text)).toEqual(expect.any(Array));
  });
});
