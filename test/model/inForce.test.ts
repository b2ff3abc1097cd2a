import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { type InForce, inForceAt } from '../../server/src/language/model/inForce';
import { joinWorkdir } from '../../server/src/language/model/paths';

/** What is in force before the last instruction. */
const atEnd = (...lines: string[]): InForce => inForceAt(Dockerfile.parse([...lines, 'RUN end'].join('\n'))).at(-1)!;

describe('in force', () => {
  it('is nothing before the first FROM', () => {
    expect(inForceAt(Dockerfile.parse('ARG A\nFROM a')).map(({ inStage }) => inStage)).toEqual([false, false]);
  });

  it('are shell, user and folder from behind their instruction on', () => {
    const file = Dockerfile.parse('FROM a:1\nUSER u\nWORKDIR /w\nSHELL ["bash", "-c"]\nRUN x');
    expect(inForceAt(file).map(({ user, workdir, shell }) => [user, workdir, shell?.join(' ')])).toEqual([
      [undefined, undefined, undefined],
      [undefined, '', undefined],
      ['u', '', undefined],
      ['u', '/w', undefined],
      ['u', '/w', 'bash -c'],
    ]);
    expect(inForceAt(file)[4]).toMatchObject({ base: 'a', baseTag: '1', workdirSet: true, windows: false });
  });

  it('has the shell that a comment of hadolint names, as one object in every version', () => {
    const text = '# hadolint shell=pwsh\nFROM a:1\nRUN x\n# hadolint shell = bash # c\nRUN y\nRUN z';
    const before = inForceAt(Dockerfile.parse(text));
    expect(before.map(({ shellPragma }) => shellPragma)).toEqual([undefined, 'pwsh', 'bash', 'bash']);
    const file = Dockerfile.parse(text);
    const states = inForceAt(file);
    const after = inForceAt(file.edit({ at: { start: text.length, end: text.length }, text: 'z' }));
    expect(after[2]).toBe(states[2]);
    expect(after[3]).toBe(states[3]);
  });

  it('goes over to stages built upon it, and to no other', () => {
    const lines = ['FROM ubuntu AS p', 'USER u', 'WORKDIR /w'];
    expect(atEnd(...lines, 'FROM p')).toMatchObject({ user: 'u', workdir: '/w', base: 'ubuntu' });
    expect(atEnd(...lines, 'FROM scratch')).toMatchObject({ user: undefined, workdir: '/', base: 'scratch' });
  });

  it('takes a parent’s triggers into account', () => {
    const end = atEnd('FROM a AS p', 'ENV D=/d', 'ONBUILD WORKDIR $D/x', 'ONBUILD USER u', 'FROM p');
    expect(end).toMatchObject({ user: 'u', workdir: '/d/x', workdirSet: true });
  });

  it('resolves variables', () => {
    expect(
      atEnd('ARG H=/opt', 'FROM a', 'ARG H', 'ENV U=me', 'USER $U', 'WORKDIR ${H}/app', 'WORKDIR "sub"'),
    ).toMatchObject({
      user: 'me',
      workdir: '/opt/app/sub',
    });
    expect(atEnd('FROM a', 'WORKDIR $HOME/app').workdir).toBeUndefined();
    expect(atEnd('FROM a', 'WORKDIR /srv/$X').workdir).toBe('/srv/$X');
  });

  it.each([
    ['FROM mcr.microsoft.com/windows/nanoserver:ltsc2022', true],
    ['FROM mcr.microsoft.com/dotnet/sdk:8.0-nanoserver-ltsc2022', true],
    ['FROM mcr.microsoft.com/dotnet/framework/aspnet:4.8', true],
    ['FROM golang:1.22-windowsservercore', true],
    ['FROM --platform=windows/amd64 tool', true],
    ['# escape=`\nFROM $BASE', true],
    ['# escape=`\nFROM alpine', false],
    ['FROM --platform=linux/amd64 windows-tools', false],
    ['FROM mcr.microsoft.com/dotnet/sdk:8.0', false],
    ['FROM ubuntu', false],
  ])('guesses Windows: %s', (from, windows) => expect(atEnd(from).windows).toBe(windows));

  it('is the same object as long as nothing that made it changes', () => {
    const file = Dockerfile.parse(
      'ARG V=1\nFROM a:$V AS p\nENV D=/d\nWORKDIR $D\nRUN x\nUSER u\nRUN y\nFROM p\nRUN z\n',
    );
    const before = inForceAt(file);
    const insert = (what: string, text: string) =>
      inForceAt(file.edit({ at: { start: file.text.indexOf(what), end: file.text.indexOf(what) }, text }));
    const same = (after: readonly InForce[], shift = 0) =>
      before.map((state, i) => state === after[i + (i > 4 ? shift : 0)]);
    // another instruction, and a new one that changes nothing in force
    expect(same(insert('x\n', 'more')).every(Boolean)).toBe(true);
    expect(same(insert('USER', 'RUN new\n'), 1).every(Boolean)).toBe(true);
    // a value that goes into the folder: all behind it, nothing before
    expect(same(insert('/d\n', '/e'))).toEqual([true, true, true, true, false, false, false, true, false]);
    // and back again
    const there = file.edit({ at: { start: file.text.indexOf('/d'), end: file.text.indexOf('/d') }, text: '/e' });
    const back = there.edit({ at: { start: there.text.indexOf('/e'), end: there.text.indexOf('/e') + 2 }, text: '' });
    expect(back.text).toBe(file.text);
    expect(same(inForceAt(back)).every(Boolean)).toBe(true);
  });

  it('is the same object behind an instruction that repeats what holds', () => {
    const list = inForceAt(Dockerfile.parse('FROM a\nUSER u\nUSER u\nWORKDIR /w\nWORKDIR .\nRUN x'));
    expect(list[3]).toBe(list[2]);
    expect(list[5]).toBe(list[4]);
  });
});

describe('folders', () => {
  it.each([
    ['/', 'a', false, '/a'],
    ['/a', '../b//./c/', false, '/b/c'],
    ['/a', '../../..', false, '/'],
    ['', 'app', false, 'app'],
    ['app', '../../x', false, '../x'],
    [undefined, 'app', false, undefined],
    [undefined, '/app', false, '/app'],
    ['/a', '$X', false, undefined],
    ['', 'app', true, 'app'],
    ['C:\\', 'a/b', true, 'C:\\a\\b'],
    ['C:\\a', 'c:\\x\\..\\y', true, 'C:\\y'],
    ['C:\\a', '/b', true, 'C:\\b'],
    [undefined, 'b', true, undefined],
  ])('%s, then %s', (before, value, windows, after) => expect(joinWorkdir(before, value, windows)).toBe(after));
});
