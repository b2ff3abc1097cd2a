import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import {
  invalidDefaultArgsInFrom,
  type KnownBase,
  undefinedArgsInFrom,
  undefinedUses,
} from '../../server/src/language/model/undefined';

const names = (...list: string[]) => ({ has: (name: string) => list.includes(name), complete: true });
const known: KnownBase = (repository, tag) => {
  if (repository === 'debian') return names();
  if (repository === 'half') return { ...names('H'), complete: false };
  return repository === 'node' && tag !== 'odd' ? names('NODE_VERSION') : undefined;
};

const undefinedIn = (...lines: string[]) => {
  const file = Dockerfile.parse(lines.join('\n'));
  return undefinedUses(file, known).map(({ at, name, index, certain }) => {
    expect(file.text.slice(at.start, at.end)).toContain(name);
    return [index, name, certain];
  });
};

describe('undefined variables', () => {
  it('are those that neither the file nor the base defines', () => {
    expect(undefinedIn('FROM debian', 'ENV A=1', 'LABEL a=$A b=$B c=$PATH')).toEqual([[2, 'B', true]]);
    expect(undefinedIn('FROM node:20', 'LABEL a=$NODE_VERSION b=$B')).toEqual([[1, 'B', true]]);
    expect(undefinedIn('FROM scratch', 'LABEL b=$B')).toEqual([[1, 'B', true]]);
  });

  it('are not certain where the base is not known or may be another', () => {
    expect(undefinedIn('FROM other', 'LABEL b=$B')).toEqual([[1, 'B', false]]);
    expect(undefinedIn('FROM half', 'LABEL b=$B h=$H')).toEqual([[1, 'B', false]]);
    expect(undefinedIn('FROM node:odd', 'LABEL b=$B')).toEqual([[1, 'B', false]]);
    expect(undefinedIn('ARG BASE=debian', 'FROM $BASE', 'LABEL b=$B')).toEqual([[2, 'B', false]]);
    expect(undefinedIn('FROM other AS o', 'FROM o', 'LABEL b=$B')).toEqual([[2, 'B', false]]);
  });

  it('are also those in an operand that is not taken', () => {
    expect(undefinedIn('FROM debian', 'ENV A=1', 'LABEL a=${A:-$B} c=${C:-x}')).toEqual([
      [2, 'B', true],
      [2, 'C', true],
    ]);
  });

  it('are none that are declared, with or without a value, or in front of them in one ARG', () => {
    expect(undefinedIn('ARG G', 'FROM debian', 'ARG G N A=1 B=$A', 'LABEL a=$G$N$B')).toEqual([]);
    expect(undefinedIn('ARG G=1', 'FROM debian', 'LABEL a=$G')).toEqual([[2, 'G', true]]);
    expect(undefinedIn('FROM debian', 'ENV A=1 B=$A')).toEqual([[1, 'A', true]]);
  });

  it('are not reported in EXPOSE, nor in a trigger', () => {
    expect(undefinedIn('FROM debian', 'EXPOSE $P', 'ONBUILD ENV A=$B')).toEqual([]);
  });

  it('give the names to choose from', () => {
    const file = Dockerfile.parse('FROM debian\nENV PATH=$PAHT FOO=1\nLABEL a=$FO');
    const choices = undefinedUses(file, known).map(({ scope }) => [...scope.values()].map(({ name }) => name).sort());
    expect(choices).toEqual([['PATH'], ['FOO', 'PATH']]);
  });
});

describe('FROM', () => {
  const check = (...lines: string[]) => {
    const file = Dockerfile.parse(lines.join('\n'));
    return [
      undefinedArgsInFrom(file).map(({ stage, name }) => `${stage.index} ${name}`),
      invalidDefaultArgsInFrom(file).map(({ stage, error, variable }) => [stage.index, error.error, variable]),
    ];
  };

  it('names arguments that are declared before the first FROM, or set by the builder', () => {
    expect(check('ARG A=a', 'ARG N', 'FROM --platform=$TARGETPLATFORM $A', 'ARG B=b', 'FROM x$B-$N')).toEqual([
      ['1 B'],
      [[1, 'invalid-format', true]],
    ]);
    expect(check('ARG MY_ARCH=amd64', 'FROM --platform=linux/${MYARCH} busybox')).toEqual([['0 MYARCH'], []]);
  });

  it('is a valid reference with the default values', () => {
    expect(check('ARG IMAGE', 'FROM $IMAGE')).toEqual([[], [[0, 'invalid-format', true]]]);
    expect(check('ARG S=box:', 'FROM busy$S')).toEqual([[], [[0, 'invalid-format', true]]]);
    expect(check('ARG V=', 'FROM busybox:stable$V')).toEqual([[], []]);
    expect(check('FROM App')).toEqual([[], [[0, 'uppercase', false]]]);
  });

  it('is not looked at behind what cannot be expanded', () => {
    expect(check('FROM ${A:x}', 'FROM App')[1]).toEqual([]);
    expect(check('ARG A=${B:x}', 'FROM App')[1]).toEqual([]);
  });
});
