import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embeddedDockerfiles } from '../../server/src/language/project/embedded';
import { embeddedEdits } from '../../server/src/language/project/embeddedEdits';
import {
  type EmbeddingKind,
  embeddingKindOf,
  looksWhole,
  writtenIn,
} from '../../server/src/language/project/embedding';
import { offsetIn, placeOf, spanIn } from '../../server/src/language/project/tree';
import { applyEdits } from '../../server/src/language/text/edit';

const read = (kind: EmbeddingKind, text: string) => embeddedDockerfiles(kind, text).map((each) => each.text);

describe('fenced blocks', () => {
  it.each([
    ['```dockerfile\nFROM a\n```\n', ['FROM a\n']],
    ['```Dockerfile title="x"\nFROM a\n\nRUN b\n```\ntext', ['FROM a\n\nRUN b\n']],
    ['~~~docker {1,3}\nFROM a\n```\n~~~~', ['FROM a\n```\n']],
    ['````containerfile\n```\n````', ['```\n']],
    ['- a\n\n  ```dockerfile\n  FROM a\n    RUN b\n x\n  ```\n', ['FROM a\n  RUN b\nx\n']],
    ['1. ```dockerfile\n   FROM a\n   ```\n', ['FROM a\n']],
    ['```dockerfile\r\nFROM a\r\nRUN b\r\n```\r\n', ['FROM a\nRUN b\n']],
    ['```dockerfile\nFROM a', ['FROM a\n']],
    ['```dockerfile\n```', ['']],
    ['```dockerfile', ['']],
    ['```dockerfile\nFROM a\n```\n```docker\nFROM b\n```', ['FROM a\n', 'FROM b\n']],
  ])('%j', (text, blocks) => expect(read('markdown', text)).toEqual(blocks));

  it.each([
    '```sh\nFROM a\n```',
    '```docker-compose\na\n```',
    '```dockerignore\na\n```',
    '````markdown\n```dockerfile\nFROM a\n```\n````',
    'a ```dockerfile\nFROM a\n```',
    '```dockerfile `a` ```\nFROM a',
    '``dockerfile\nFROM a\n``',
  ])('none in %j', (text) => expect(read('markdown', text)).toEqual([]));

  it('long lines and many fences take linear time', () => {
    expect(read('markdown', `${'- '.repeat(200_000)}\`\`\``)).toEqual([]);
    expect(read('markdown', '```dockerfile\n```\n'.repeat(20_000))).toHaveLength(20_000);
  });
});

const hosts: readonly (readonly [EmbeddingKind, string])[] = [
  ['markdown', '# a\n\n* b\n\n  ```dockerfile\n  FROM a\n\n  RUN b\n  ```\n\n~~~docker\nFROM b\n~~~\n'],
  [
    'compose',
    'services:\n  a:\n    build:\n      dockerfile_inline: |\n        FROM a\n\n        RUN echo $$X ${Y:-z}\n',
  ],
  ['bake', 'target "a" {\n  dockerfile-inline = <<-EOT\n    FROM a\n      RUN b $${X}\n  EOT\n}\n'],
];

/** Every unit stands where it is said to stand, and is found there again. */
function check(kind: EmbeddingKind, host: string) {
  for (const each of embeddedDockerfiles(kind, host)) {
    const { text, pieces, at } = each;
    expect(at.start).toBeLessThanOrEqual(at.end);
    expect(at.end).toBeLessThanOrEqual(host.length);
    for (let offset = 0; offset < text!.length; offset++) {
      const place = placeOf(pieces!, offset);
      const found = offsetIn(each, place, host);
      // all that was put in for a variable stands at one place, which is that of its first unit
      const piece = pieces!.findLast((one) => one.at <= offset);
      if (piece?.fixed) expect(found).toBe(piece.at);
      else if (host[place] === text![offset]) expect(found).toBe(offset);
      const span = spanIn(pieces!, { start: offset, end: offset + 1 });
      expect(span.start).toBe(place);
      expect(span.end).toBeGreaterThan(span.start);
    }
    for (let place = 0; place <= host.length; place++) {
      const offset = offsetIn(each, place, host);
      if (offset !== undefined) expect(offset).toBeLessThanOrEqual(text!.length);
    }
  }
}

describe('places', () => {
  it.each(hosts)('%s: each unit is found where it stands', (kind, host) => {
    expect(read(kind, host).length).toBeGreaterThan(0);
    check(kind, host);
  });

  it('indentation and what was replaced are no places of the text; a blank line is its start', () => {
    const [, host] = hosts[1]!;
    const [block] = embeddedDockerfiles('compose', host);
    const at = (text: string, plus = 0) => offsetIn(block!, host.indexOf(text) + plus, host);
    expect(block!.text).toBe('FROM a\n\nRUN echo $X z\n');
    expect(at('FROM a')).toBe(0);
    expect(at('FROM a', -1)).toBeUndefined();
    expect(at('RUN', -2)).toBeUndefined();
    expect(at('services')).toBeUndefined();
    expect(at('$$X')).toBe(17);
    expect(at('$$X', 1)).toBeUndefined();
    expect(at('X')).toBe(18);
    const blank = '```dockerfile\nFROM a\n\n```';
    const spaced = '- a\n  ```dockerfile\n  FROM a\n    \n  ```';
    expect(offsetIn(embeddedDockerfiles('markdown', blank)[0]!, blank.indexOf('\n\n') + 1, blank)).toBe(7);
    expect(offsetIn(embeddedDockerfiles('markdown', spaced)[0]!, spaced.indexOf('\n    \n') + 3, spaced)).toBe(7);
  });

  it('a default that holds a dollar itself', () => {
    const host = hosts[1]![1].replace('Y:-z', () => 'Y:-z$');
    expect(read('compose', host)).toEqual(['FROM a\n\nRUN echo $X z$\n']);
    check('compose', host);
  });

  it.each(hosts)('%s: whatever is put in or left out, places hold', (kind, host) => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('```', '~~~docker\n', '\r\n', '\t', '$', '  ', '\n- ', '|'));
    fc.assert(
      fc.property(piece, fc.nat(host.length), fc.nat(20), (put, at, cut) =>
        check(kind, host.slice(0, at) + put + host.slice(at + cut)),
      ),
      { numRuns: 300 },
    );
  });
});

it('a build that two share is there once, and what does not stand as it reads not at all', () => {
  const shared = 'x: &x {dockerfile_inline: FROM a}\nservices: {a: {build: *x}, b: {build: *x}}\n';
  expect(read('compose', shared)).toEqual(['FROM a']);
  expect(read('compose', 'services: {a: {build: {dockerfile_inline: "FROM a\\nRUN b"}}}')).toEqual([]);
  expect(read('compose', 'services: {a: {build: {dockerfile_inline: "FROM $X"}}}')).toEqual([]);
});

it('files are told by language and name, and dollars written as each reads them', () => {
  expect(embeddingKindOf('file:///a/b.md', 'markdown')).toBe('markdown');
  expect(embeddingKindOf('file:///a/compose.yaml', 'dockercompose')).toBe('compose');
  expect(embeddingKindOf('file:///a/b.yaml', 'yaml')).toBeUndefined();
  expect(writtenIn('compose', '$A ${B}')).toBe('$$A $${B}');
  expect(writtenIn('bake', '$A ${B}')).toBe('$A $${B}');
  expect(writtenIn('markdown', '$A ${B}')).toBe('$A ${B}');
});

it('pieces in Markdown are not whole', () => {
  expect(looksWhole('markdown', 'RUN a\n')).toBe(false);
  expect(looksWhole('markdown', 'FROM a\n# …\n')).toBe(true);
  expect(looksWhole('markdown', 'FROM a\n...\nRUN b\n')).toBe(false);
  expect(looksWhole('compose', 'RUN a\n')).toBe(true);
});

describe('edits', () => {
  /** The file with `old` replaced in its first Dockerfile; undefined where that cannot be said there. */
  function edited(kind: EmbeddingKind, source: string, old: string, replacement: string) {
    const [dockerfile] = embeddedDockerfiles(kind, source);
    const start = dockerfile!.text!.indexOf(old);
    if (start < 0) throw new Error(`no ${old}`);
    const edits = embeddedEdits(kind, source, dockerfile!, [
      { at: { start, end: start + old.length }, text: replacement },
    ]);
    return edits && applyEdits(source, edits);
  }
  const compose = (body: string) => `services:\n  a:\n    build:\n      dockerfile_inline: ${body}\n    x: 1\n`;

  it.each<[EmbeddingKind, string, string, string, string]>([
    ['markdown', '- a\n\n  ```dockerfile\n  FROM a\n  ADD b c\n  ```\n', 'ADD', 'COPY', 'COPY b c'],
    ['markdown', '- a\n\n  ```dockerfile\n  FROM a\n  RUN b\n  ```\n', 'RUN', '# x\nRUN', '\n  # x\n  RUN b\n'],
    ['markdown', '```docker\r\nFROM a\r\nADD b c\r\n```\r\n', 'ADD', 'COPY', 'COPY b c\r\n```'],
    ['compose', compose('|\n        FROM a\n        RUN b\n'), 'RUN', 'RUN $X', '        RUN $$X b\n'],
    ['compose', compose('|\n        FROM a\n        RUN b $$X\n'), '$X', 'Y', 'RUN b Y\n'],
    ['compose', compose('|\n        FROM a\n        RUN b c\n'), ' c', ' \\\n  c', 'RUN b \\\n          c\n'],
    ['bake', 'target "a" {\n  dockerfile-inline = <<-EOT\n    FROM a\n    RUN b\n  EOT\n}\n', 'b', '${X}', 'RUN $${X}'],
    ['bake', '{"target": {"a": {"dockerfile-inline": "FROM a"}}}', 'a', 'b', '"FROM b"'],
  ])('%s %j: %j becomes %j', (kind, source, old, replacement, expected) => {
    expect(edited(kind, source, old, replacement)).toContain(expected);
  });

  it.each<[string, EmbeddingKind, string, string, string]>([
    ['a quote in a string', 'bake', '{"target": {"a": {"dockerfile-inline": "FROM a"}}}', 'a', '"b"'],
    ['a line break in a string', 'bake', '{"target": {"a": {"dockerfile-inline": "FROM a"}}}', 'a', 'a\nRUN b'],
    ['a comment in a plain scalar', 'compose', compose('FROM a'), 'a', 'a # b'],
    ['a fence', 'markdown', '```dockerfile\nFROM a\n```\n', 'a', 'a\n```'],
    [
      'blanks that would become indentation',
      'compose',
      compose('|\n        FROM a\n        RUN b\n'),
      'FROM',
      '  FROM',
    ],
    [
      'a line that leaves its indentation behind',
      'markdown',
      '- ```docker\n  FROM a\n  RUN b\n  ```\n',
      'FROM a\n',
      '',
    ],
  ])('leaves out %s', (_what, kind, source, old, replacement) => {
    expect(edited(kind, source, old, replacement)).toBeUndefined();
  });

  it('are read again: whatever comes back is exact', () => {
    const sources: [EmbeddingKind, string][] = [
      ['markdown', '- a\n\n  ```dockerfile\n  FROM a\n\n   RUN b \\\n  c\n  ```\n\n~~~docker\nFROM d\n~~~\n'],
      ['compose', compose('|\n        FROM a\n\n        RUN echo $$X\n          b\n')],
      ['bake', 'target "a" {\n  dockerfile-inline = <<-EOT\n    FROM a\n\n      RUN $${X} b\n  EOT\n}\n'],
    ];
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '$', '{', '`', '"', ':', '#', '\\') });
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.nat(), fc.nat(), text, ([kind, source], from, length, put) => {
        const [dockerfile, ...others] = embeddedDockerfiles(kind, source);
        const start = from % (dockerfile!.text!.length + 1);
        const end = Math.min(start + (length % 6), dockerfile!.text!.length);
        const edit = { at: { start, end }, text: put };
        const edits = embeddedEdits(kind, source, dockerfile!, [edit]);
        if (!edits) return;
        const after = embeddedDockerfiles(kind, applyEdits(source, edits)).map((each) => each.text);
        expect(after).toEqual([applyEdits(dockerfile!.text!, [edit]), ...others.map((each) => each.text)]);
      }),
      { numRuns: 1000 },
    );
  });
});
