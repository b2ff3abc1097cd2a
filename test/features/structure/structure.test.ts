import { describe, expect, it } from 'vitest';
import { documentLink } from '../../../server/src/language/features/documentLink';
import { type DocumentSymbol, documentSymbol } from '../../../server/src/language/features/documentSymbol';
import { foldingRange } from '../../../server/src/language/features/foldingRange';
import { linkedEditingRange } from '../../../server/src/language/features/linkedEditingRange';
import { selectionRange } from '../../../server/src/language/features/selectionRange';
import { workspaceSymbol } from '../../../server/src/language/features/workspaceSymbol';
import { Dockerfile } from '../../../server/src/language/model/dockerfile';
import { nowhere } from '../../../server/src/language/model/surroundings';
import { testFeature } from '../../support/testFeature';

const outline = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
  symbols.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${name}${detail ? ` | ${detail}` : ''}`,
    ...outline(children, depth + 1),
  ]);

describe('outline', () => {
  testFeature(
    'stages hold their instructions',
    (file) => outline(documentSymbol(file)),
    '‸ARG V=1\nFROM alpine:$V AS base\nENV A=1\nENV B=2 C="x y"\nRUN --network=none apk add \\\n    # why\n    curl\nFROM base\nCOPY --from=base a \\\n  b\nRUN <<EOF\nset -e\nmake all\nEOF\nLABEL k=v\nFOO\n',
    (found) =>
      expect(found).toEqual([
        'ARG V | 1',
        'base | #0 alpine:$V',
        '  ENV A | 1',
        '  ENV B | 2',
        '  ENV C | x y',
        '  RUN apk add curl | --network=none',
        'base | #1',
        '  COPY a b | --from=base',
        '  RUN make all',
        '  LABEL k | v',
        '  FOO',
      ]),
  );
  testFeature(
    'long arguments are cut',
    (file) => documentSymbol(file).map(({ name }) => name.length),
    `‸RUN ${'x'.repeat(1000)}\n`,
    (found) => expect(found).toEqual([72]),
  );
  it('moves with what is typed above, and keeps what stands where it stood', () => {
    const file = Dockerfile.parse('FROM a\n  ENV A=1 \\\n    B=2\nRUN x\nRUN x\n');
    const before = documentSymbol(file);
    const same = file.edit({ at: { start: 5, end: 6 }, text: 'base' });
    expect(documentSymbol(same)).toEqual(documentSymbol(Dockerfile.parse(same.text)));
    expect(documentSymbol(same)[0]!.children[0]).toBe(before[0]!.children[0]);
    for (const [at, text] of [
      [0, '\n\n'],
      [7, '\t'],
      [7, 'USER b\n'],
    ] as const) {
      const after = same.edit({ at: { start: at, end: at }, text });
      expect(documentSymbol(after)).toEqual(documentSymbol(Dockerfile.parse(after.text)));
    }
  });
});

testFeature(
  'symbols of the workspace by letters in order',
  (file) => workspaceSymbol(file, 'bse').map(({ kind, name, container }) => [kind, name, container]),
  '‸ARG BASE=a\nFROM $BASE AS base\nENV BUILD_SIZE=1 OTHER=2\nARG x\n',
  (found) =>
    expect(found).toEqual([
      ['stage', 'base', '$BASE'],
      ['variable', 'BASE', undefined],
      ['variable', 'BUILD_SIZE', 'base'],
    ]),
);

const folds = (file: Dockerfile) =>
  foldingRange(file).map(({ kind, startLine, endLine }) => `${kind} ${startLine + 1}-${endLine + 1}`);

describe('folds', () => {
  testFeature(
    'stages, instructions, heredocs, comments',
    folds,
    '‸# one\n# two\nFROM a\nRUN a \\\n  # c\n  # d\n  b\nRUN <<A <<B cat\nx\nA\ny\nB\n\n# lonely\nFROM b\nUSER c\n',
    (found) =>
      expect(found).toEqual([
        'comment 1-2',
        'stage 3-12',
        'instruction 4-7',
        'comment 5-6',
        'instruction 8-12',
        'heredoc 10-12',
        'stage 15-16',
      ]),
  );
  testFeature(
    'regions, also one in another; what lies across a stage is left out',
    folds,
    '‸#region a\nFROM a\nUSER b\n# region b\nUSER c\n# endregion\n#endregion\n\n# regional\n# x\nFROM b\nUSER c\n# region c\nUSER e\nFROM d\nUSER f\n# endregion\n',
    (found) => expect(found).toEqual(['region 1-7', 'stage 2-5', 'comment 9-10', 'stage 11-14', 'stage 15-16']),
  );
  testFeature('nothing', folds, '‸FROM a', (found) => expect(found).toEqual([]));
});

const selections = (file: Dockerfile, offset: number) =>
  selectionRange(file, offset).map(({ start, end }) => file.text.slice(start, end).replaceAll('\r', ''));

describe('selections', () => {
  testFeature('in a shell', selections, 'FROM a\nRUN cd /x && echo "hi $NA‸ME" | cat; b\n', (found) =>
    expect(found).toEqual([
      'NAME',
      '$NAME',
      '"hi $NAME"',
      'echo "hi $NAME"',
      'echo "hi $NAME" | cat',
      'cd /x && echo "hi $NAME" | cat',
      'cd /x && echo "hi $NAME" | cat; b',
      'RUN cd /x && echo "hi $NAME" | cat; b',
      'FROM a\nRUN cd /x && echo "hi $NAME" | cat; b',
      'FROM a\nRUN cd /x && echo "hi $NAME" | cat; b\n',
    ]),
  );
  testFeature('in a flag', selections, 'RUN --mount=type=cache,target=/ro‸ot/x true', (found) =>
    expect(found).toEqual([
      'root',
      '/root/x',
      'type=cache,target=/root/x',
      '--mount=type=cache,target=/root/x',
      'RUN --mount=type=cache,target=/root/x true',
    ]),
  );
  testFeature('in an exec form', selections, 'CMD ["a", "b c‸d"]', (found) =>
    expect(found).toEqual(['cd', 'b cd', '"b cd"', '["a", "b cd"]', 'CMD ["a", "b cd"]']),
  );
  testFeature('in a heredoc', selections, 'RUN <<E\necho o‸ne\ntwo\nE\n', (found) =>
    expect(found).toEqual([
      'one',
      'echo one',
      'echo one\ntwo\n',
      'echo one\ntwo\nE',
      '<<E\necho one\ntwo\nE',
      'RUN <<E\necho one\ntwo\nE',
      'RUN <<E\necho one\ntwo\nE\n',
    ]),
  );
});

const links = (context?: Parameters<typeof documentLink>[1]['context']) => (file: Dockerfile) =>
  documentLink(file, context ? { ...nowhere, context } : nowhere).map(({ at, target }) => [
    file.text.slice(at.start, at.end),
    'url' in target ? target.url : `./${target.path}`,
  ]);

describe('links', () => {
  testFeature(
    'images',
    links(),
    '‸# syntax=docker/dockerfile:1\nARG V=3\nFROM alpine:$V AS a\nFROM ghcr.io/o/i:$NONE\nFROM a\nFROM localhost:5000/x\nCOPY --from=quay.io/a/b:1 x y\nRUN --mount=from=ghcr.io/o/i,target=/x true\n',
    (found) =>
      expect(found).toEqual([
        ['docker/dockerfile:1', 'https://hub.docker.com/r/docker/dockerfile'],
        ['alpine:$V', 'https://hub.docker.com/_/alpine'],
        ['quay.io/a/b:1', 'https://quay.io/repository/a/b'],
        ['ghcr.io/o/i', 'https://ghcr.io/o/i'],
      ]),
  );
  testFeature(
    'addresses, with variables',
    links(),
    '‸FROM scratch\nARG V=1.2\nADD https://e.com/${V}/x.tgz /x\nRUN curl -fL "https://e.com/$V.zip" && wget https://e.com/$OTHER; wget http://e.com/a?b=c#d\n',
    (found) =>
      expect(found).toEqual([
        ['https://e.com/${V}/x.tgz', 'https://e.com/1.2/x.tgz'],
        ['https://e.com/$V.zip', 'https://e.com/1.2.zip'],
        ['http://e.com/a?b=c#d', 'http://e.com/a?b=c#d'],
      ]),
  );
  const known = {
    paths: ['src/', 'src/a.c', 'LICENSE', 'x.log'],
    complete: true,
    ignore: '*.log',
    ignorePath: '.dockerignore',
  };
  const sources =
    '‸FROM scratch\nCOPY ./src/a.c LICENSE src x.log no.txt *.md /d/\nCOPY --from=scratch src/a.c /x\nADD https://e.com/x.git /y\n';
  testFeature('files of the context', links(known), sources, (found) =>
    expect(found.slice(0, 2)).toEqual([
      ['./src/a.c', './src/a.c'],
      ['LICENSE', './LICENSE'],
    ]),
  );
  testFeature('nothing else of it', links(known), sources, (found) => expect(found).toHaveLength(3));
  testFeature(
    'names of files where nothing is listed',
    links({ ...known, paths: [], complete: false }),
    sources,
    (found) => expect(found.map(([text]) => text)).toEqual(['./src/a.c', 'no.txt', 'https://e.com/x.git']),
  );
});

const linked = (file: Dockerfile, offset: number) =>
  linkedEditingRange(file, offset)?.map(
    ({ start, end }) => `${file.source.lineAt(start) + 1} ${file.text.slice(start, end)}`,
  );

describe('linked editing', () => {
  testFeature('of a stage', linked, 'FROM a AS x\nFROM x‸\nCOPY --from=x a b\nCOPY --from=0 a b\n', (found) =>
    expect(found).toEqual(['1 x', '2 x', '3 x']),
  );
  testFeature('not where cases differ', linked, 'FROM a AS X\nFROM x‸\n', (found) => expect(found).toBeUndefined());
  testFeature('not of one place, nor of variables', linked, 'FROM a AS x‸\nENV A=1\nRUN $A\n', (found) =>
    expect(found).toBeUndefined(),
  );
});
