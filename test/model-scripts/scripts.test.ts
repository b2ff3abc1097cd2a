import { describe, expect, it } from 'vitest';
import { type ScriptText, scriptsOf, treeOf } from '../../server/src/language/model/scripts';
import { type Instruction, readInstruction } from '../../server/src/language/syntax/instruction';

const read = (text: string, escape?: string): Instruction => readInstruction(text, escape)!;
const only = (instruction: Instruction): ScriptText => {
  const scripts = scriptsOf(instruction);
  expect(scripts).toHaveLength(1);
  return scripts[0]!;
};
/** What each word of the script's commands is, and what its span names in the instruction. */
function words(instruction: Instruction, script: ScriptText): [string | undefined, string][] {
  const found: [string | undefined, string][] = [];
  for (const { pipeline } of treeOf(script).body.entries)
    for (const command of pipeline.commands)
      for (const word of command.words) {
        const { start, end } = script.spanOf(word);
        found.push([word.literal, instruction.text.slice(start, end)]);
      }
  return found;
}
const same = (...list: string[]) => list.map((word): [string, string] => [word, word]);

describe('shell forms', () => {
  it.each([
    ['RUN a b', 'a b', ['a', 'b']],
    ['RUN --mount=type=cache,target=/x --network=none  a b  ', 'a b', ['a', 'b']],
    ['CMD a b', 'a b', ['a', 'b']],
    ['ENTRYPOINT a b', 'a b', ['a', 'b']],
    ['HEALTHCHECK --interval=5s CMD a b', 'a b', ['a', 'b']],
    ['ONBUILD RUN a b', 'a b', ['a', 'b']],
    ['onbuild  healthcheck cmd a b', 'a b', ['a', 'b']],
    ['RUN ["a", b]', '["a", b]', ['[a,', 'b]']],
  ])('%s', (text, script, expected) => {
    const instruction = read(text);
    expect(only(instruction)).toMatchObject({ kind: 'line', text: script, interpreter: undefined });
    if (!script.startsWith('[')) expect(words(instruction, only(instruction))).toEqual(same(...expected));
  });

  it.each([
    'RUN',
    'HEALTHCHECK NONE',
    'COPY a b',
    'ENV a=b',
    'SHELL ["sh", "-c"]',
    'CMD ["a", "b"]',
    'ONBUILD',
    'ONBUILD COPY a b',
  ])('%s has none', (text) => {
    expect(scriptsOf(read(text))).toEqual([]);
  });

  const continued = 'RUN a && \\\n  # why; not\n\n   b c\\\nd && \\  \n e';
  it.each([
    ['\\', continued],
    ['\\', continued.replaceAll('\n', '\r\n')],
    ['`', continued.replaceAll('\\', '`')],
  ])('are joined as the builder does: %s', (escape, text) => {
    const instruction = read(text, escape);
    const script = only(instruction);
    expect(script.text).toBe('a &&    b cd &&  e');
    const [a, b, cd, e] = words(instruction, script);
    expect([a, b, e]).toEqual(same('a', 'b', 'e'));
    expect(cd![0]).toBe('cd');
    expect(cd![1].replace(/[\\`\r\n]/g, '')).toBe('cd');
  });

  it('are derived once', () => {
    const instruction = read('RUN a');
    expect(scriptsOf(instruction)).toBe(scriptsOf(instruction));
    expect(treeOf(only(instruction))).toBe(treeOf(only(instruction)));
  });
});

describe('RUN with one heredoc', () => {
  it.each([
    ['plain', 'RUN <<EOF\na $b\n  c\nEOF', 'a $b\n  c\n'],
    ['quoted', 'RUN <<"EOF"\na $b\n  c\nEOF', 'a $b\n  c\n'],
    ['chomped', 'RUN <<-EOF\n\ta $b\n\t\t  c\n\tEOF', 'a $b\n  c\n'],
    ['with flags', 'RUN --mount=type=bind,target=/x <<EOF\na $b\n  c\nEOF', 'a $b\n  c\n'],
    ['with CR LF', 'RUN <<EOF\r\na $b\r\n  c\r\nEOF\r\n', 'a $b\n  c\n'],
    ['without its end', 'RUN <<EOF\na $b\n  c\n', 'a $b\n  c\n'],
    ['in ONBUILD', 'ONBUILD RUN <<EOF\na $b\n  c\nEOF', 'a $b\n  c\n'],
    ['with a file descriptor', 'RUN 0<<EOF\na $b\n  c\nEOF', 'a $b\n  c\n'],
  ])('%s', (_, text, expected) => {
    const instruction = read(text);
    const script = only(instruction);
    expect(script).toMatchObject({ kind: 'heredoc', text: expected, interpreter: undefined });
    expect(words(instruction, script)).toEqual([
      ['a', 'a'],
      [undefined, '$b'],
      ['c', 'c'],
    ]);
  });

  it('keeps backslashes and comments, which are the shell’s here', () => {
    const instruction = read('RUN <<EOF\na \\\n  b # c\n# d\n\ne\nEOF');
    expect(only(instruction).text).toBe('a \\\n  b # c\n# d\n\ne\n');
    expect(words(instruction, only(instruction))).toEqual(same('a', 'b', 'e'));
  });

  it('may be empty', () => {
    expect(only(read('RUN <<EOF\nEOF')).text).toBe('');
  });

  it('tells its interpreter by a #! line', () => {
    expect(only(read('RUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF')).interpreter).toMatchObject({
      dialect: 'other',
      program: 'python3',
    });
    expect(only(read('RUN <<EOF\n#!/bin/bash -e\na\nEOF')).interpreter).toMatchObject({
      dialect: 'bash',
      letters: 'e',
    });
    // tabs in front: the builder finds no #! and hands the text to the shell
    expect(only(read('RUN <<-EOF\n\t#!/bin/bash\n\ta\n\tEOF')).interpreter).toBeUndefined();
  });
});

describe('RUN with a line and heredocs', () => {
  it('is put together as the builder does', () => {
    const text = 'RUN cat <<A >x && \\\n  cat <<-"B" \\\n  >y\nfirst $a\nA\n\tsecond\n\tB';
    const instruction = read(text);
    const script = only(instruction);
    expect(script).toMatchObject({
      kind: 'line-with-heredocs',
      text: 'cat <<A >x &&   cat <<-"B"   >y\nfirst $a\nA\n\tsecond\n\tB'.replace('\tB', 'B'),
    });
    const { body } = treeOf(script);
    const redirects = body.entries.flatMap(({ pipeline }) => pipeline.commands.flatMap((command) => command.redirects));
    const at = (node: { at: { start: number; end: number } }) => {
      const { start, end } = script.spanOf(node);
      return text.slice(start, end);
    };
    expect(redirects.map(at)).toEqual(['<<A', '>x', '<<-"B"', '>y']);
    expect(redirects.flatMap((redirect) => (redirect.body ? [at(redirect.body)] : []))).toEqual([
      'first $a\n',
      '\tsecond\n',
    ]);
    expect(redirects[0]!.body!.expansions.map(at)).toEqual(['$a']);
    expect(words(instruction, script)).toEqual(same('cat', 'cat'));
    expect(treeOf(script).errors).toEqual([]);
  });

  it('runs what takes the heredoc as its input', () => {
    const instruction = read('RUN python3 <<EOF\nprint(1)\nEOF');
    expect(only(instruction)).toMatchObject({ kind: 'line-with-heredocs', interpreter: undefined });
    expect(words(instruction, only(instruction))).toEqual(same('python3'));
  });
});

describe('a shell in an exec form', () => {
  it.each([
    ['RUN ["sh", "-c", "a b"]', 'sh', ''],
    ['RUN ["/bin/bash", "-ec", "a b"]', 'bash', 'e'],
    ['RUN ["/bin/bash", "-o", "pipefail", "-c", "a b", "$0"]', 'bash', ''],
    ['RUN ["/bin/bash", "-euxo", "pipefail", "-c", "a b"]', 'bash', 'eux'],
    ['RUN ["/bin/bash", "-eco", "pipefail", "a b"]', 'bash', 'e'],
    ['CMD ["tini", "--", "sh", "-c", "a b"]', 'sh', ''],
    ['ENTRYPOINT ["sh", "-c", "a b"]', 'sh', ''],
    ['HEALTHCHECK CMD ["sh", "-c", "a b"]', 'sh', ''],
    ['ONBUILD RUN ["sh", "-c", "a b"]', 'sh', ''],
  ])('%s', (text, dialect, letters) => {
    const instruction = read(text);
    const script = only(instruction);
    expect(script).toMatchObject({ kind: 'argument', text: 'a b', interpreter: { dialect, letters } });
    expect(words(instruction, script)).toEqual(same('a', 'b'));
  });

  it.each([
    'RUN ["sh", "a.sh"]',
    'RUN ["sh", "a.sh", "-c", "b"]',
    'RUN ["sh", "-c"]',
    'RUN ["pwsh", "-c", "a"]',
    'RUN ["a", "-c", "b"]',
    'RUN []',
  ])('%s hands no script to a shell', (text) => {
    expect(scriptsOf(read(text))).toEqual([]);
  });

  it('finds its way through JSON’s escapes', () => {
    const text = 'RUN ["sh", "-c", "\\u0061\\u0062c \\"q r\\" \\\\\\"s\\n\\tt\\/u 한\\ud83d\\ude00"]';
    const instruction = read(text);
    const script = only(instruction);
    expect(script.text).toBe('abc "q r" \\"s\n\tt/u 한😀');
    expect(words(instruction, script)).toEqual([
      ['abc', '\\u0061\\u0062c'],
      ['q r', '\\"q r\\"'],
      ['"s', '\\\\\\"s'],
      ['t/u', 't\\/u'],
      ['한😀', '한\\ud83d\\ude00'],
    ]);
    const written = script.written('"x"\ty');
    expect(JSON.parse(`"${written}"`)).toBe('"x"\ty');
  });

  it('finds its way through continued lines in it', () => {
    const text = 'RUN ["sh", \\\n # why\n "-c", "a\\\n b \\"c\\""]';
    const instruction = read(text);
    expect(words(instruction, only(instruction))).toEqual([
      ['a', 'a'],
      ['b', 'b'],
      ['c', '\\"c\\"'],
    ]);
  });
});

describe('a heredoc that is being typed', () => {
  it.each([
    'RUN <<EOF',
    'RUN cat <<EOF',
    'RUN cat <<EOF\n',
    'RUN cat <<A <<B\nA',
    'RUN cat <<A <<B\nA\n',
    'RUN cat <<-EOF\n\t',
  ])('%j has spans in the instruction', (text) => {
    const instruction = read(text);
    const script = only(instruction);
    for (let start = 0; start <= script.text.length; start++) {
      for (let end = start; end <= script.text.length; end++) {
        const span = script.spanAt(start, end);
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(instruction.text.length);
      }
    }
  });
});
