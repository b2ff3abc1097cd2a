import fc from 'fast-check';
import { corpus } from './shared';

/** Dockerfiles of our own that hold one of everything that is hard to read. */
export const ownFiles: readonly string[] = [
  '# syntax=docker/dockerfile:1\n# escape=`\nFROM mcr.microsoft.com/windows/nanoserver AS base\nRUN dir `\n  c:\\\nCOPY a b\\\n',
  'ARG V=3.19\nFROM alpine:${V:-3.18} AS build\n\n# why\nRUN apk add --no-cache \\\n    # a comment inside\n    curl \\\n\n    git && \\\n    echo "$HOME"\n',
  'FROM a\nRUN <<EOF\necho one\n\tEOF\nEOF\nCOPY <<-\'A\' <<B /dest/\n\thello\n\tA\nx\nB\nONBUILD RUN <<X cat\nbody\nX\nCMD ["sh", "-c", "echo \\u0041"]\n',
  '\ufeffFROM a\r\nRUN echo \\\r\n  # c\r\n  b\r\nENV A=1 \\\r\n    B="x y" C=z\\ w\r\nENV old value here\r\n',
  'FROM a\nRUN a\rb\nLABEL "k 1"=\'v\' k2="${A:+${B:-"c"}}" k3=$D\nEXPOSE 80/tcp 90-92\nHEALTHCHECK --interval=5s CMD curl -f http://localhost/ || exit 1\n',
  'from x as y\ncopy --from=y --chown=1:2 ["a b", "c"] /d/\nADD --checksum=sha256:abc https://e.com/a.tgz /\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN --mount=type=cache,target=/root/.cache,sharing=locked pip install x\n',
  'FRO\n\\\n\\\nRUN \\',
  'RUN cat <<UNTERMINATED\nbody\n',
  '',
];

/** Any text at all: pieces that mean something to a Dockerfile, in any order. */
export const wildText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'FROM |RUN |COPY |ENV |ARG |ONBUILD |LABEL |CMD |HEALTHCHECK |--from=|--mount=type=cache|<<EOF|<<-"X"|EOF|X|\n|\r\n|\r|\\|\\\n|`|#|# escape=`\n|# escape=\\\n|"|\'|$|${|}|:-|[|]|["a"]|=| |\t|a|1|/|\ufeff|é|😀|&&|;'.split(
          '|',
        ),
        '|',
      ),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

/** A real or made file to start from. */
export const someFile: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...ownFiles),
  wildText,
  ...(corpus.length > 0
    ? [fc.integer({ min: 0, max: corpus.length - 1 }).map((i) => corpus[i]!.text.slice(0, 6000))]
    : []),
);

/** An edit as fractions of whatever text it meets. */
export const someEdit = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.constant(1), fc.integer({ min: 0, max: 200 })),
  text: fc.oneof(
    fc.constant(''),
    fc.constantFrom('\n', '\\\n', ' ', 'x', '#', '\r\n', '<<EOF', 'EOF\n', 'RUN '),
    wildText,
  ),
});

/** The edit that those fractions make of a text. */
export function placeEdit(text: string, edit: { from: number; length: number; text: string }) {
  const start = Math.floor(edit.from * text.length);
  return { at: { start, end: Math.min(start + edit.length, text.length) }, text: edit.text };
}
