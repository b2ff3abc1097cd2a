import { describe, expect, it } from 'vitest';
import type { Command } from '../../server/src/language/model/command';
import { commandsIn, execCommand, mainCommand } from '../../server/src/language/model/commands';
import { type Instruction, readInstruction } from '../../server/src/language/syntax/instruction';
import type { Span } from '../../server/src/language/text/span';

const read = (text: string, escape?: string): Instruction => readInstruction(text, escape)!;
const slice = (instruction: Instruction, span: Span | undefined) =>
  span && instruction.text.slice(span.start, span.end);
const run = (script: string): readonly Command[] => commandsIn(read(`RUN ${script}`), 'sh');
const names = (script: string) => run(script).map(({ name }) => name);
const one = (script: string): Command => {
  const commands = run(script);
  expect(commands).toHaveLength(1);
  return commands[0]!;
};

describe('commands', () => {
  it.each([
    ['a && b || c; d & e | f', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['a "$(b $(c))" `d` <(e) >$(f)', ['c', 'b', 'd', 'e', 'f', 'a']],
    ['X=$(a) Y=(b $(c)) d', ['a', 'c', 'd']],
    ['X=$(a)', ['a', undefined]],
    ['if a; then b; elif c; then d; else e; fi', ['a', 'b', 'c', 'd', 'e']],
    ['for x in $(a); do b; done', ['a', 'b']],
    ['while a; do b; done', ['a', 'b']],
    ['case $(a) in x) b;; esac', ['a', 'b']],
    ['(a; { b; })', ['a', 'b']],
    ['f() { a; }; f', ['a', 'f']],
    ['[[ -n $(a) ]] && b', ['a', 'b']],
    ['make -j$(($(nproc) + 1))', ['nproc', 'make']],
    ['a ${x:-$(b)}', ['b', 'a']],
    ['$a b', [undefined]],
    ['"a" b', ['a']],
    ['/usr/bin/a b', ['a']],
    ['>x', [undefined]],
  ])('of %s come in the order in which they run', (script, expected) => {
    expect(names(script)).toEqual(expected);
  });

  it('know how they are joined', () => {
    const instruction = read('RUN a && ! b | c \\\n  || d; e &');
    const commands = commandsIn(instruction, 'sh');
    const shown = commands.map(({ name, before, after, negated, background }) => [
      name,
      before?.text,
      after?.text,
      negated,
      background,
    ]);
    expect(shown).toEqual([
      ['a', undefined, '&&', false, false],
      ['b', '&&', '|', true, false],
      ['c', '|', '||', true, false],
      ['d', '||', ';', false, false],
      ['e', ';', '&', false, true],
    ]);
    for (const { before, after } of commands) {
      if (before) expect(slice(instruction, before.at)).toBe(before.text);
      if (after) expect(slice(instruction, after.at)).toBe(after.text);
    }
  });

  it('know what they are in', () => {
    const commands = run(
      'a; if b; then c; (d); fi; f() { for x in y; do e $(g); done; }; while h; do i; done; case x in y) j;; esac',
    );
    expect(Object.fromEntries(commands.map(({ name, within }) => [name, within.join(' ')]))).toEqual({
      a: '',
      b: 'condition',
      c: 'branch',
      d: 'branch subshell',
      g: 'function group loop substitution',
      e: 'function group loop',
      h: 'condition',
      i: 'loop',
      j: 'branch',
    });
  });

  it('have spans in the instruction, over continued lines, comments and quotes', () => {
    const text = 'RUN A="b c" sudo -u me /opt/cu"rl" \\\n  # why\n\n  -f "$x" >/dev/null \\\n  2>&1 && ls';
    for (const variant of [text, text.replaceAll('\n', '\r\n')]) {
      const instruction = read(variant);
      const [curl, ls] = commandsIn(instruction, 'sh');
      expect(curl!.name).toBe('curl');
      expect(slice(instruction, curl!.nameAt)).toBe('/opt/cu"rl"');
      expect(curl!.words.map(({ at }) => slice(instruction, at))).toEqual(['/opt/cu"rl"', '-f', '"$x"']);
      expect(curl!.words.map((word) => word.text)).toEqual(['/opt/curl', '-f', undefined]);
      expect(curl!.args.map(({ raw }) => raw)).toEqual(['-f', '"$x"']);
      expect(
        curl!.assignments.map(({ at, nameAt, value }) => [
          slice(instruction, at),
          slice(instruction, nameAt),
          value?.text,
        ]),
      ).toEqual([['A="b c"', 'A', 'b c']]);
      expect(
        curl!.redirects.map(({ at, operator, descriptor, target }) => [
          slice(instruction, at),
          operator,
          descriptor,
          target?.text,
        ]),
      ).toEqual([
        ['>/dev/null', '>', undefined, '/dev/null'],
        ['2>&1', '>&', '2', '1'],
      ]);
      expect(slice(instruction, curl!.at)).toBe(variant.slice(4, variant.indexOf(' && ')));
      expect(slice(instruction, ls!.at)).toBe('ls');
    }
  });

  it('have spans in heredocs, in JSON and behind ONBUILD', () => {
    for (const text of [
      'RUN <<EOF\n\nx\r\n  name arg\nEOF',
      'RUN ["sh", "-c", "x;\\u0020name arg"]',
      'ONBUILD RUN x && name arg',
    ]) {
      const instruction = read(text);
      const command = commandsIn(instruction, 'sh').at(-1)!;
      expect(command.name).toBe('name');
      expect(slice(instruction, command.at)).toBe('name arg');
      expect(slice(instruction, command.nameAt)).toBe('name');
    }
  });

  it('are not looked for in scripts that are not shell', () => {
    expect(commandsIn(read('RUN a; b'), 'powershell')).toEqual([]);
    expect(commandsIn(read('RUN a & b'), 'cmd')).toEqual([]);
    expect(commandsIn(read('RUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF'), 'sh')).toEqual([]);
    expect(commandsIn(read('RUN <<EOF\n#!/bin/sh\na\nEOF'), 'powershell').map(({ name }) => name)).toEqual(['a']);
    expect(commandsIn(read('RUN ["bash", "-c", "a"]'), 'cmd').map(({ name }) => name)).toEqual(['bash', 'a']);
  });
});

describe('what runs another command', () => {
  it.each([
    ['sudo a b', ['sudo'], 'a'],
    ['sudo -u me -E A=b a', ['sudo'], 'a'],
    ['sudo --user=me -- a', ['sudo'], 'a'],
    ['env A=b C="d e" a', ['env'], 'a'],
    ['env -i -u X a', ['env'], 'a'],
    ['exec /usr/bin/a', ['exec'], 'a'],
    ['nohup nice -n 5 a', ['nohup', 'nice'], 'a'],
    ['timeout -k 5 10s a', ['timeout'], 'a'],
    ['/usr/bin/time -f %e a', ['time'], 'a'],
    ['xargs -n 1 -0 a', ['xargs'], 'a'],
    ['gosu me a', ['gosu'], 'a'],
    ['chroot --userspec=me /mnt a', ['chroot'], 'a'],
    ['command a', ['command'], 'a'],
    ['command -v a', [], 'command'],
    ['sudo -l', [], 'sudo'],
    ['sudo', [], 'sudo'],
    ['env', [], 'env'],
    ['env A=b', [], 'env'],
    ['exec', [], 'exec'],
    ['timeout 5', [], 'timeout'],
    ['sudo $a', ['sudo'], undefined],
    ['sudo -u "$u" a', ['sudo'], 'a'],
    ['constructor a', [], 'constructor'],
  ])('is taken off: %s', (script, wrappers, name) => {
    const command = one(script);
    expect(command.wrappers.map((wrapper) => wrapper.name)).toEqual(wrappers);
    expect(command.name).toBe(name);
  });

  it('keeps its words', () => {
    const instruction = read('RUN sudo -u me a b');
    const [command] = commandsIn(instruction, 'sh');
    const sudo = command!.wrapper('sudo')!;
    expect(slice(instruction, sudo.nameAt)).toBe('sudo');
    expect(sudo.words.map(({ text }) => text)).toEqual(['sudo', '-u', 'me']);
    expect(command!.wrapper('env')).toBeUndefined();
  });
});

describe('arguments', () => {
  it.each([
    ['a -y', ['-y', '--yes'], true],
    ['a -qy', ['-y'], true],
    ['a --yes', ['-y', '--yes'], true],
    ['a --yes=1', ['--yes'], true],
    ['a --yes=$x', ['--yes'], true],
    ['a --yesno', ['--yes'], false],
    ['a --y', ['-y'], false],
    ['a -- -y', ['-y'], false],
    ['a y', ['-y'], false],
    ['a -qq', ['-qq'], true],
    ['a -yqq', ['-qq'], true],
    ['a -q', ['-qq'], false],
    ['a -$x', ['-y'], false],
    ['a "-y"', ['-y'], true],
    ['a -ldflags=x', ['-ldflags'], true],
    ['a - -y', ['-y'], true],
    ['-y', ['-y'], false],
  ])('%s has %j: %s', (script, flags, expected) => {
    expect(one(script).has(...flags)).toBe(expected);
  });

  it('name the word that gives a flag', () => {
    expect(one('a b -xy').flag('-y')?.text).toBe('-xy');
    expect(one('a -x - --z b -- -w').flags.map(({ text }) => text)).toEqual(['-x', '--z']);
  });

  it.each([
    ['a -o x', 'x', 'x'],
    ['a -ox', 'x', 'x'],
    ['a -o=x', 'x', 'x'],
    ['a --out x', 'x', 'x'],
    ['a --out=x', 'x', 'x'],
    ['a --out="x y"', 'x y', '--out="x y"'],
    ['a --out=$x', undefined, '$x'],
    ['a --out "$x"', undefined, '"$x"'],
    ['a -vo x', 'x', 'x'],
  ])('%s gives the value', (script, text, named) => {
    const instruction = read(`RUN ${script}`);
    const value = commandsIn(instruction, 'sh')[0]!.value('-o', '--out');
    expect([value?.text, slice(instruction, value?.at)]).toEqual([text, named]);
  });

  it('give no value that is not there', () => {
    expect(one('a -x --output=y -- -o z').value('-o', '--out')).toBeUndefined();
    expect(one('a -o').value('-o')).toBeUndefined();
    expect(
      one('a -o 1 -x -o2')
        .values('-o')
        .map(({ text }) => text),
    ).toEqual(['1', '2']);
  });

  it('part positional ones from flags and their values', () => {
    const texts = (script: string) =>
      one(script)
        .positional(['-o', '--out'])
        .map(({ raw }) => raw);
    expect(texts('a b -x c -o d e --out f --out=g h')).toEqual(['b', 'c', 'e', 'h']);
    expect(texts('a -xo b c - "$d" -- -e')).toEqual(['c', '-', '"$d"', '-e']);
  });
});

describe('an exec form', () => {
  it('is a command whose words stand without their quotes', () => {
    const instruction = read('CMD ["/usr/bin/node", "--max=1", \\\n  "a \\"b\\"", ""]');
    const command = execCommand(instruction)!;
    expect(command.name).toBe('node');
    expect(command.words.map(({ text }) => text)).toEqual(['/usr/bin/node', '--max=1', 'a "b"', '']);
    expect(command.words.map(({ at }) => slice(instruction, at))).toEqual([
      '/usr/bin/node',
      '--max=1',
      'a \\"b\\"',
      '',
    ]);
    expect(slice(instruction, command.nameAt)).toBe('/usr/bin/node');
    expect(slice(instruction, command.value('--max')?.at)).toBe('1');
    expect(command.script).toBeUndefined();
  });

  it('is found in RUN, ENTRYPOINT and HEALTHCHECK, not in SHELL or COPY', () => {
    expect(execCommand(read('RUN ["sudo", "a"]'))).toMatchObject({ name: 'a', wrappers: [{ name: 'sudo' }] });
    expect(execCommand(read('ENTRYPOINT ["a"]'))?.name).toBe('a');
    expect(execCommand(read('HEALTHCHECK CMD ["a"]'))?.name).toBe('a');
    for (const text of ['SHELL ["a"]', 'COPY ["a", "b"]', 'CMD a', 'CMD []', 'VOLUME ["a"]'])
      expect(execCommand(read(text))).toBeUndefined();
  });

  it.each([
    ['CMD ["node", "a.js"]', 'node'],
    ['CMD node a.js', 'node'],
    ['CMD exec node a.js', 'node'],
    ['CMD a && b', 'b'],
    ['CMD if a; then b; fi; c', 'c'],
    ['CMD a | b', 'a'],
    ['HEALTHCHECK CMD curl -f x || exit 1', 'curl'],
    ['CMD X=1', undefined],
    ['CMD ["sh", "-c", "a"]', 'sh'],
    ['HEALTHCHECK NONE', undefined],
  ])('or a shell form: %s starts %s', (text, name) => {
    expect(mainCommand(read(text), 'sh')?.name).toBe(name);
  });

  it('is what starts, also under PowerShell; a shell form is not read there', () => {
    expect(mainCommand(read('CMD ["a"]'), 'powershell')?.name).toBe('a');
    expect(mainCommand(read('CMD a'), 'powershell')).toBeUndefined();
  });
});
