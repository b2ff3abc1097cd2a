import { describe, expect, it } from 'vitest';
import {
  type Dialect,
  defaultInterpreter,
  dialectOf,
  hasErrexit,
  hasPipefail,
  interpreterOf,
  interpreterOfShebang,
  isPosix,
} from '../../server/src/language/shell/dialect';

describe('the dialect of shell forms', () => {
  it.each<[string[] | undefined, boolean, Dialect]>([
    [['/bin/bash', '-c'], false, 'bash'],
    [['/bin/sh', '-c'], false, 'sh'],
    [['/usr/bin/zsh', '-lc'], false, 'zsh'],
    [['/busybox/ash', '-c'], false, 'ash'],
    [['pwsh', '-Command'], false, 'powershell'],
    [['powershell', '-Command', '$ErrorActionPreference = 1;'], true, 'powershell'],
    [['C:\\Windows\\System32\\cmd.exe', '/S', '/C'], true, 'cmd'],
    [['C:\\msys64\\usr\\bin\\bash.exe', '-c'], true, 'bash'],
    [['/usr/bin/python3', '-c'], false, 'other'],
    [undefined, false, 'sh'],
    [undefined, true, 'cmd'],
    [[], false, 'sh'],
    [['toString'], false, 'other'],
  ])('of SHELL %j is told by the program, else by the system', (shell, windows, dialect) => {
    expect(dialectOf(shell, windows)).toBe(dialect);
  });

  it.each<[string | undefined, string | undefined, Dialect]>([
    ['alpine', '3.20', 'ash'],
    ['busybox', undefined, 'ash'],
    ['node', '22-alpine', 'ash'],
    ['node', '22-alpine3.20', 'ash'],
    ['php', 'alpine', 'ash'],
    ['registry.example.com/base/alpine', '1', 'ash'],
    ['node', '22-alpinelike', 'sh'],
    ['debian', 'bookworm', 'sh'],
    ['ubuntu', '24.04', 'sh'],
    ['mcr.microsoft.com/powershell', 'lts', 'sh'],
    [undefined, undefined, 'sh'],
  ])('without SHELL on %s:%s is told by the image', (name, tag, dialect) => {
    expect(dialectOf(undefined, false, { name, tag })).toBe(dialect);
  });

  it('leaves the image aside where there is a SHELL', () => {
    expect(defaultInterpreter(['/bin/bash', '-c'], false, { name: 'alpine', tag: undefined }).dialect).toBe('bash');
  });

  it('is POSIX or not', () => {
    const all: Dialect[] = ['sh', 'bash', 'ash', 'dash', 'ksh', 'zsh', 'powershell', 'cmd', 'other'];
    expect(all.filter((dialect) => !isPosix(dialect))).toEqual(['powershell', 'cmd', 'other']);
  });
});

describe('options', () => {
  it.each<[string[], string, string[], boolean, boolean]>([
    [['/bin/bash', '-o', 'pipefail', '-c'], '', ['pipefail'], true, false],
    [['/bin/bash', '-eo', 'pipefail', '-c'], 'e', ['pipefail'], true, true],
    [['/bin/bash', '-euxo', 'pipefail', '-c'], 'eux', ['pipefail'], true, true],
    [['/bin/bash', '-o', 'errexit', '-o', 'nounset', '-c'], '', ['errexit', 'nounset'], false, true],
    [['/bin/bash', '-ec'], 'e', [], false, true],
    [['/bin/sh', '-c'], '', [], false, false],
    [['/bin/bash', '-o'], '', [], false, false],
    [['pwsh', '-Command', '-e'], '', [], false, false],
  ])('of %j', (argv, letters, options, pipefail, errexit) => {
    const interpreter = interpreterOf(argv);
    expect(interpreter).toMatchObject({ letters, options });
    expect([hasPipefail(interpreter), hasErrexit(interpreter)]).toEqual([pipefail, errexit]);
  });
});

describe('a #! line', () => {
  it.each<[string, Dialect, string, string]>([
    ['#!/bin/sh\nx', 'sh', 'sh', ''],
    ['#!/bin/bash -eux\nx', 'bash', 'bash', 'eux'],
    ['#! /usr/bin/env bash\r\nx', 'bash', 'bash', ''],
    ['#!/usr/bin/env -S bash -e\nx', 'bash', 'bash', 'e'],
    ['#!/usr/bin/env A=b python3\nx', 'other', 'python3', ''],
    ['#!/usr/bin/perl', 'other', 'perl', ''],
    ['#!/usr/bin/env pwsh\nx', 'powershell', 'pwsh', ''],
    ['#!', 'other', '', ''],
  ])('%j', (text, dialect, program, letters) => {
    expect(interpreterOfShebang(text)).toMatchObject({ dialect, program, letters });
  });

  it('is none elsewhere', () => {
    expect(interpreterOfShebang('# !/bin/sh')).toBeUndefined();
    expect(interpreterOfShebang('\n#!/bin/sh')).toBeUndefined();
  });
});
