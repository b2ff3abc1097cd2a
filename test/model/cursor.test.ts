import { describe, expect, it } from 'vitest';
import { type Cursor, cursorAt } from '../../server/src/language/model/cursor';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { testAnywhere } from '../support/anywhere';
import { atCursor } from '../support/cursors';
import { corpus, stress } from '../support/shared';

const at = (marked: string): { cursor: Cursor; text: string } => {
  const { file, offset } = atCursor(marked);
  const cursor = cursorAt(file, offset);
  return { cursor, text: file.text.slice(cursor.at.start, cursor.at.end) };
};

/** What a cursor says beside its kind, in few words. */
function detail(cursor: Cursor): string {
  switch (cursor.kind) {
    case 'directive':
    case 'flag':
    case 'mount':
    case 'image':
    case 'definition':
    case 'label':
    case 'user':
    case 'heredoc':
      return cursor.part;
    case 'path':
      return cursor.role;
    case 'keyword':
      return cursor.keyword;
    case 'clause':
      return cursor.clause;
    case 'variable':
      return cursor.use.name;
    case 'stage-use':
    case 'stage-name':
      return String(cursor.stage.index);
    case 'shell-word':
      return `${cursor.command.name} ${cursor.command.words.indexOf(cursor.word)}`;
    case 'shell-operator':
    case 'shell-keyword':
      return cursor.text;
    case 'shell-variable':
    case 'shell-assignment':
      return cursor.name;
    case 'json-string':
      return String(cursor.index);
    default:
      return '';
  }
}

const cases: readonly [marked: string, kind: Cursor['kind'], text: string, detail: string][] = [
  ['# ‸escape=`\nFROM a', 'directive', 'escape', 'name'],
  ['# syntax=docker/‸dockerfile:1\nFROM a', 'directive', 'docker/dockerfile:1', 'value'],
  ['FROM a\n# a ‸b\nRUN x', 'comment', '# a b', ''],
  ['FROM a\nRUN x \\\n  # a ‸b\n  y', 'comment', '# a b', ''],
  ['‸', 'blank', '', ''],
  ['FROM a\n\n‸\nRUN x', 'blank', '', ''],
  ['FROM a\nRUN x ‸\\\n  y', 'blank', ' ', ''],
  ['F‸ROM a', 'keyword', 'FROM', 'FROM'],
  ['FROM‸', 'keyword', 'FROM', 'FROM'],
  ['FROM a\nonbuild r‸un x', 'keyword', 'run', 'RUN'],
  ['FROM a\nONBU‸ILD RUN x', 'keyword', 'ONBUILD', 'ONBUILD'],
  ['FROM --plat‸form=linux/amd64 a', 'flag', '--platform', 'name'],
  ['FROM --platform=linux/‸amd64 a', 'flag', 'linux/amd64', 'value'],
  ['FROM a\nCOPY --‸link x y', 'flag', '--link', 'name'],
  ['FROM a\nRUN --mount=type=cache,tar‸get=/x y', 'mount', 'target', 'key'],
  ['FROM a\nRUN --mount=type=ca‸che,target=/x y', 'mount', 'cache', 'value'],
  ['FROM a\nONBUILD RUN --mount=type=ca‸che,target=/x y', 'mount', 'cache', 'value'],
  ['FROM gh‸cr.io/a/b:1@sha256:0', 'image', 'ghcr.io', 'registry'],
  ['FROM ghcr.io/‸a/b:1', 'image', 'a/b', 'repository'],
  ['FROM ghcr.io/a/b:‸1.2', 'image', '1.2', 'tag'],
  ['FROM ghcr.io/a/b‸:1.2', 'image', ':1.2', 'tag'],
  ['FROM localhost:5000/b‸', 'image', 'b', 'repository'],
  ['FROM b@sha‸256:0', 'image', 'sha256:0', 'digest'],
  ['ARG V=1\nFROM no‸de:$V-slim', 'image', 'node', 'repository'],
  ['ARG V=1\nFROM node:$V-sl‸im', 'image', '$V-slim', 'tag'],
  ['ARG V=1\nFROM node:$‸V-slim', 'variable', '$V', 'V'],
  ['FROM a‸ AS b', 'image', 'a', 'repository'],
  ['FROM a ‸AS b', 'clause', 'AS', 'AS'],
  ['FROM a AS ‸b', 'stage-name', 'b', '0'],
  ['FROM x AS b\nFROM ‸b', 'stage-use', 'b', '0'],
  ['FROM x AS b\nFROM y\nCOPY --from=‸b /a /b', 'stage-use', 'b', '0'],
  ['FROM x AS b\nFROM y\nCOPY --from=‸0 /a /b', 'stage-use', '0', '0'],
  ['FROM x AS b\nFROM y\nRUN --mount=from=‸b,target=/x y', 'stage-use', 'b', '0'],
  ['FROM y\nCOPY --from=nginx:‸1.27 /a /b', 'image', '1.27', 'tag'],
  ['FROM y\nRUN --mount=from=ngi‸nx,target=/x y', 'image', 'nginx', 'repository'],
  ['FROM a\nENV B=${A:-${‸C}}', 'variable', '${C}', 'C'],
  ['FROM a\nENV B=${A:‸-${C}}', 'variable', '${A:-${C}}', 'A'],
  ['FROM a\nCOPY <<E /x\n$‸A\nE', 'variable', '$A', 'A'],
  ['FROM a\nENV ‸B=1 C=2', 'definition', 'B', 'name'],
  ['FROM a\nENV B=1 C=‸2', 'definition', '2', 'value'],
  ['FROM a\nENV B some ‸text', 'definition', 'some text', 'value'],
  ['ARG ‸B', 'definition', 'B', 'name'],
  ['FROM a\nLABEL a.‸b=c', 'label', 'a.b', 'key'],
  ['FROM a\nLABEL a.b="‸c d"', 'label', '"c d"', 'value'],
  ['FROM a\nEXPOSE 1 80‸00/tcp', 'port', '8000/tcp', ''],
  ['FROM a\nCOPY ‸a b /c/', 'path', 'a', 'source'],
  ['FROM a\nCOPY a b /‸c/', 'path', '/c/', 'destination'],
  ['FROM a\nADD ["a", "/‸c/"]', 'path', '"/c/"', 'destination'],
  ['FROM a\nWORKDIR /‸c', 'path', '/c', 'workdir'],
  ['FROM a\nVOLUME /a /‸c', 'path', '/c', 'volume'],
  ['FROM a\nUSER ‸u:g', 'user', 'u', 'user'],
  ['FROM a\nUSER u:‸g', 'user', 'g', 'group'],
  ['FROM a\nSTOPSIGNAL SIG‸TERM', 'signal', 'SIGTERM', ''],
  ['FROM a\nHEALTHCHECK --interval=‸1s CMD true', 'flag', '1s', 'value'],
  ['FROM a\nHEALTHCHECK --interval=1s C‸MD true', 'clause', 'CMD', 'CMD'],
  ['FROM a\nHEALTHCHECK N‸ONE', 'clause', 'NONE', 'NONE'],
  ['FROM a\nHEALTHCHECK CMD curl ‸-f x', 'shell-word', '-f', 'curl 1'],
  ['FROM a\nCMD ["nginx", "‸-g"]', 'json-string', '"-g"', '1'],
  ['FROM a\nSHELL ["/bin/‸bash", "-c"]', 'json-string', '"/bin/bash"', '0'],
  ['FROM a\nCMD ["sh", "-c", "a &‸& b"]', 'shell-operator', '&&', '&&'],
  ['FROM a\nRUN <<‸EOF\nx\nEOF', 'heredoc', '<<EOF', 'mark'],
  ['FROM a\nCOPY <<EOF /x\nab‸c\nEOF', 'heredoc', 'abc\n', 'body'],
  ['FROM a\nRUN <<EOF\nx\nEO‸F\nRUN y', 'heredoc', 'EOF', 'terminator'],
  ['FROM a\nRUN <<EOF\nx &‸& y\nEOF', 'shell-operator', '&&', '&&'],
  ['FROM a\nRUN cat <<EOF > /y\nx $‸A\nEOF', 'shell-variable', '$A', 'A'],
  ['FROM a\nRUN apt-get ‸update', 'shell-word', 'update', 'apt-get 1'],
  ['FROM a\nRUN su‸do apt-get update', 'shell-word', 'sudo', 'apt-get -1'],
  ['FROM a\nRUN a \\\n  # c\n  && ‸b c', 'shell-word', 'b', 'b 0'],
  ['FROM a\nRUN a &‸& b', 'shell-operator', '&&', '&&'],
  ['FROM a\nRUN a; ‸b', 'shell-word', 'b', 'b 0'],
  ['FROM a\nRUN a‸; b', 'shell-operator', ';', ';'],
  ['FROM a\nRUN a |‸ b', 'shell-operator', '|', '|'],
  ['FROM a\nRUN a ‸|| b', 'shell-operator', '||', '||'],
  ['FROM a\nRUN a ‸&', 'shell-operator', '&', '&'],
  ['FROM a\nRUN ‸! a', 'shell-operator', '!', '!'],
  ['FROM a\nRUN a 2‸>&1', 'shell-operator', '2>&1', '>&'],
  ['FROM a\nRUN a ‸>> b', 'shell-operator', '>>', '>>'],
  ['FROM a\nRUN a > /‸b', 'shell-target', '/b', ''],
  ['FROM a\nRUN ‸(a; b)', 'shell-operator', '(', '()'],
  ['FROM a\nRUN { a; ‸}', 'shell-operator', '}', '{}'],
  ['FROM a\nRUN echo $‸(id)', 'shell-operator', '$(', '$()'],
  ['FROM a\nRUN echo "$(i‸d -u)"', 'shell-word', 'id', 'id 0'],
  ['FROM a\nRUN echo "${A‸:-x}"', 'shell-variable', '${A:-x}', 'A'],
  ['FROM a\nRUN ‸A=1 b', 'shell-assignment', 'A', 'A'],
  ['FROM a\nRUN if a; th‸en b; fi', 'shell-keyword', 'then', 'then'],
  ['# escape=`\nFROM mcr.microsoft.com/windows/nanoserver\nRUN dir ‸c:', 'script', 'dir c:', ''],
  ['FROM a\nMAINTAINER ‸me', 'argument', 'me', ''],
  ['FROM a\nFOO ‸bar', 'argument', 'bar', ''],
];

describe('cursor', () => {
  it.each(cases)('%j: %s %j', (marked, kind, text, said) => {
    const { cursor, text: slice } = at(marked);
    expect({ kind: cursor.kind, text: slice, detail: detail(cursor) }).toEqual({ kind, text, detail: said });
  });

  it.each(cases)('%j: the same with CRLF', (marked, kind, text) => {
    const { cursor, text: slice } = at(marked.replaceAll('\n', '\r\n'));
    expect(cursor.kind).toBe(kind);
    expect(slice.replaceAll('\r\n', '\n')).toBe(text);
  });

  it('is behind ONBUILD at the inner instruction', () => {
    const { cursor } = at('FROM a\nONBUILD COPY ‸x /y');
    expect(cursor.kind).toBe('path');
    if (cursor.kind !== 'path') return;
    expect(cursor.site.deferred).toBe(true);
    expect(cursor.site.instruction.keyword).toBe('COPY');
    expect(cursor.site.placed.instruction.keyword).toBe('ONBUILD');
  });
});

/** Checks what is promised of any cursor at an offset. */
function check(file: Dockerfile, offset: number): void {
  const cursor = cursorAt(file, offset);
  const { start, end } = cursor.at;
  if (!(0 <= start && start <= offset && offset <= end && end <= file.text.length)) {
    throw new Error(
      `${cursor.kind} at ${start}-${end} does not hold ${offset}: ${JSON.stringify(file.text.slice(Math.max(0, offset - 60), offset + 60))}`,
    );
  }
}

describe('any offset of any file has a cursor, whose span holds it', () => {
  testAnywhere(check, 1000);

  it.skipIf(corpus.length === 0)('real files', () => {
    for (const [i, { text }] of corpus.entries()) {
      const file = Dockerfile.parse(text);
      // about fifty places a file, another set in each
      const step = Math.max(1, Math.floor(text.length / 50));
      for (let offset = i % step; offset <= text.length; offset += step) check(file, offset);
    }
  });

  it.skipIf(stress.length === 0)('the strangest real files, everywhere', () => {
    for (const { text } of stress) {
      const file = Dockerfile.parse(text);
      const step = Math.max(1, Math.floor(text.length / 4000));
      for (let offset = 0; offset <= text.length; offset += step) check(file, offset);
    }
  });

  it('offsets outside of the text count as its nearest end', () => {
    const file = Dockerfile.parse('FROM a');
    expect(cursorAt(file, -5).kind).toBe('keyword');
    expect(cursorAt(file, 99).kind).toBe('image');
  });
});
