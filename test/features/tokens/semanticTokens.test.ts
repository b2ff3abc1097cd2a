import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { semanticTokens } from '../../../server/src/language/features/semanticTokens';
import { tokenSize } from '../../../server/src/language/features/tokens/flatten';
import { tokenModifiers, tokenTypes } from '../../../server/src/language/features/tokens/types';
import { Dockerfile } from '../../../server/src/language/model/dockerfile';
import type { Span } from '../../../server/src/language/text/span';
import { ownFiles, placeEdit, someEdit, someFile } from '../../support/dockerfiles';
import { corpus, stress } from '../../support/shared';
import { testFeature } from '../../support/testFeature';

interface Read {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

function read(file: Dockerfile, within?: Span): Read[] {
  const flat = semanticTokens(file, within);
  const tokens: Read[] = [];
  for (let i = 0; i < flat.length; i += tokenSize) {
    const modifiers = tokenModifiers.filter((_, bit) => flat[i + 3]! & (1 << bit));
    const type = [tokenTypes[flat[i + 2]!], ...modifiers].join('.');
    tokens.push({ start: flat[i]!, end: flat[i]! + flat[i + 1]!, type });
  }
  return tokens;
}

const painted = (file: Dockerfile) =>
  read(file).map(({ start, end, type }) => `${type} ${file.text.slice(start, end)}`);

const paints = (what: string, text: string, ...tokens: readonly string[]) =>
  testFeature(what, painted, `‸${text}`, (found) => expect(found).toEqual(tokens));

describe('tokens', () => {
  paints(
    'of FROM: images, tags, digests, stages',
    'ARG V=1\nFROM --platform=$BUILDPLATFORM ghcr.io/o/i:$V@sha256:ab AS base\nFROM base\nFROM alpine:3.19 as x\n',
    ...['keyword ARG', 'variable.declaration V', 'keyword FROM', 'parameter --platform', 'variable $BUILDPLATFORM'],
    ...['namespace ghcr.io', 'type o/i', 'variable $V', 'macro sha256:ab', 'keyword AS', 'class.declaration base'],
    ...[
      'keyword FROM',
      'class base',
      'keyword FROM',
      'type alpine',
      'enumMember 3.19',
      'keyword as',
      'class.declaration x',
    ],
  );
  paints(
    'of COPY and mounts: stage or image',
    'FROM a AS b\nFROM c\nCOPY --from=b --chown=1 x y\nRUN --mount=type=bind,from=nginx:1 true\nONBUILD COPY --from=b x y\n',
    ...['keyword FROM', 'type a', 'keyword AS', 'class.declaration b', 'keyword FROM', 'type c'],
    ...['keyword COPY', 'parameter --from', 'class b', 'parameter --chown', 'string 1'],
    ...[
      'keyword RUN',
      'parameter --mount',
      'property type',
      'string bind',
      'property from',
      'type nginx',
      'enumMember 1',
    ],
    ...['function true', 'keyword ONBUILD', 'keyword COPY', 'parameter --from', 'class b'],
  );
  paints(
    'of values: quotes, modifiers, ports, labels',
    'ENV A="x $B y" C=${D:-e}\nEXPOSE 80/tcp $P\nLABEL k=\'v\'\nCMD ["a", "b"]\nHEALTHCHECK CMD x -f\nSTOPSIGNAL SIGINT\n',
    ...['keyword ENV', 'variable.declaration A', 'string "x ', 'variable $B', 'string  y"', 'variable.declaration C'],
    ...['variable ${D', 'operator :-', 'string e', 'variable }'],
    ...['keyword EXPOSE', 'number 80', 'operator /', 'enumMember tcp', 'variable $P'],
    ...['keyword LABEL', 'property.declaration k', "string 'v'", 'keyword CMD', 'string "a"', 'string "b"'],
    ...['keyword HEALTHCHECK', 'keyword CMD', 'function x', 'parameter -f', 'keyword STOPSIGNAL', 'enumMember SIGINT'],
  );
  paints(
    'of comments and directives, also between lines',
    '# syntax=docker/dockerfile:1\n# c\nRUN a \\\n  # d\n  b\n# e\n',
    ...['comment # ', 'keyword syntax', 'comment =', 'string docker/dockerfile:1', 'comment # c'],
    ...['keyword RUN', 'function a', 'comment # d', 'comment # e'],
  );
  paints(
    'of the shell: commands, flags, operators, words, substitutions',
    'RUN A=1 sudo apt-get install -y --opt=x "q $V" > /f 2>&1 && ! b | c; for i in 1; do echo $(d \'e\'); done # end\n',
    ...[
      'keyword RUN',
      'variable.declaration A',
      'function sudo',
      'function apt-get',
      'parameter -y',
      'parameter --opt',
    ],
    ...[
      'string "q ',
      'variable $V',
      'string "',
      'operator >',
      'operator 2>&',
      'operator &&',
      'operator !',
      'function b',
    ],
    ...['operator |', 'function c', 'operator ;', 'keyword for', 'variable.declaration i', 'keyword in'],
    ...[
      'keyword do',
      'function echo',
      'operator $(',
      'function d',
      "string 'e'",
      'operator )',
      'operator ;',
      'keyword done',
    ],
    'comment # end',
  );
  paints(
    'of heredocs: shell only',
    'RUN <<-E bash\n\techo $X\n\tE\nRUN <<P\n#!/usr/bin/env python\nprint(1)\nP\nRUN <<E\nls -l\nE\nCOPY <<F /x\ny $Z\nF\n',
    ...['keyword RUN', 'operator <<-', 'label E', 'function bash', 'string \techo ', 'variable $X', 'label E'],
    ...['keyword RUN', 'operator <<', 'label P', 'label P'],
    ...['keyword RUN', 'operator <<', 'label E', 'function ls', 'parameter -l', 'label E'],
    ...['keyword COPY', 'operator <<', 'label F', 'variable $Z', 'label F'],
  );
  paints(
    'not of PowerShell',
    'FROM a\nSHELL ["pwsh", "-c"]\nRUN Write-Host "x"\n',
    ...['keyword FROM', 'type a', 'keyword SHELL', 'string "pwsh"', 'string "-c"', 'keyword RUN'],
  );
  paints(
    'of strings over lines',
    'RUN echo "a \\\n b"\n',
    'keyword RUN',
    'function echo',
    'string "a \\',
    'string  b"',
  );

  it('of a part of a file are the same', () => {
    for (const text of ownFiles) {
      const file = Dockerfile.parse(text);
      const all = read(file);
      for (const { start, end } of file.instructions) {
        const part = read(file, { start, end });
        expect(all).toEqual(expect.arrayContaining(part));
        const inside = all.filter((each) => start <= each.start && each.end <= end);
        expect(part).toEqual(expect.arrayContaining(inside));
      }
    }
  });
});

function check(file: Dockerfile): void {
  let last = 0;
  for (const { start, end, type } of read(file)) {
    const text = file.text.slice(start, end);
    if (start < last || end <= start || end > file.text.length || /[\r\n]/.test(text)) {
      throw new Error(`${type} at ${start}-${end} of ${JSON.stringify(file.text.slice(0, 400))}`);
    }
    last = end;
  }
}

describe('of any file they lie side by side on their lines', () => {
  it.each(ownFiles)('own file %#', (text) => check(Dockerfile.parse(text)));

  it('made files, and those after an edit are those of a fresh file', () => {
    fc.assert(
      fc.property(someFile, someEdit, (text, given) => {
        const file = Dockerfile.parse(text);
        check(file);
        const edited = file.edit(placeEdit(text, given));
        expect(read(edited)).toEqual(read(Dockerfile.parse(edited.text)));
      }),
      { numRuns: 500 },
    );
  });

  it.skipIf(corpus.length === 0)(
    'real files',
    () => {
      for (const { text } of [...stress, ...corpus]) check(Dockerfile.parse(text));
    },
    120_000,
  );
});
