import { describe, expect, it } from 'vitest';
import { type ConfigLayer, resolveConfig } from '../../server/src/language/lint/config';
import { createLinter } from '../../server/src/language/lint/lint';
import { rules } from '../../server/src/language/lint/rules';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { nowhere } from '../../server/src/language/model/surroundings';

/** The ids under which hadolint would report what is found, with the lines. */
function found(text: string, ...layers: ConfigLayer[]): string[] {
  const linter = createLinter(resolveConfig(rules, [{ preset: 'all' }, ...layers]));
  return linter.lint(Dockerfile.parse(text), { ...nowhere, today: '2026-11-24' }).flatMap(({ aliases, at }) => {
    const line = text.slice(0, at.start).split('\n').length;
    return aliases.filter((alias) => alias.startsWith('DL')).map((alias) => `${alias}:${line}`);
  });
}
const only = (text: string, id: string, ...layers: ConfigLayer[]) =>
  found(text, ...layers).filter((each) => each.startsWith(id));

describe('comments of hadolint', () => {
  it('silence a rule for a stage', () => {
    const stage = 'FROM a:1\nRUN sudo a\nCOPY b c\nRUN sudo d\n';
    expect(only(`# hadolint stage ignore=DL3004\n${stage}${stage}`, 'DL3004')).toEqual(['DL3004:7', 'DL3004:9']);
    expect(only(`FROM a:1\nRUN sudo a\n# hadolint stage ignore=DL3004\nRUN x\n${stage}`, 'DL3004')).toEqual([
      'DL3004:6',
      'DL3004:8',
    ]);
    expect(only(`${stage}${stage}# slipway stage ignore=no-sudo`, 'DL3004')).toEqual(['DL3004:2', 'DL3004:4']);
    expect(only('# hadolint stage ignore=DL3004\nRUN sudo a', 'DL3004')).toEqual(['DL3004:2']);
  });

  it.each([
    ['crazy,DL3004', ['DL3004:3']],
    ['DL3003, DL3004', []],
    ['no-sudo # reason', []],
    ['SC2086,DL3004 ', []],
  ])('with %s', (names, expected) => {
    expect(only(`FROM a:1\n# hadolint ignore=${names}\nRUN sudo a`, 'DL3004')).toEqual(expected);
  });

  it.each([
    ['DL3038', []],
    ['package-assume-yes', []],
    ['DL3014', ['DL3038:3']],
  ])('of a rule that stands for several ids, %s silences its own', (name, expected) => {
    expect(only(`FROM fedora:43\n# hadolint ignore=${name}\nRUN dnf install a`, 'DL3038')).toEqual(expected);
  });

  it('can be made void, and ours cannot', () => {
    const layer: ConfigLayer = { hadolintComments: false };
    expect(only('FROM a:1\n# hadolint ignore=DL3004\nRUN sudo a', 'DL3004', layer)).toEqual(['DL3004:3']);
    expect(only('# hadolint global ignore=DL3004\nFROM a:1\nRUN sudo a', 'DL3004', layer)).toEqual(['DL3004:3']);
    expect(only('FROM a:1\n# slipway ignore=DL3004\nRUN sudo a', 'DL3004', layer)).toEqual([]);
  });

  it('name the shell of what follows', () => {
    const run = 'RUN sudo a\n';
    expect(only(`FROM a:1\n${run}# hadolint shell=pwsh\n${run}COPY a b\n${run}`, 'DL3004')).toEqual(['DL3004:2']);
    expect(only(`# hadolint shell=powershell # why\nFROM a:1\n${run}FROM b:1\n${run}`, 'DL3004')).toEqual([]);
    expect(only(`FROM a:1\n${run}# hadolint shell=cmd\nFROM b:1\n${run}FROM c:1\n${run}`, 'DL3004')).toEqual([
      'DL3004:2',
      'DL3004:7',
    ]);
    expect(only(`# hadolint shell=pwsh\nFROM a:1\nSHELL ["bash", "-c"]\n${run}`, 'DL3004')).toEqual(['DL3004:4']);
    expect(only(`SHELL ["pwsh"]\n# hadolint shell=bash\n${run}`, 'DL3004')).toEqual(['DL3004:3']);
    expect(only(`# hadolint shell=pwsh\n${run}`, 'DL3004')).toEqual([]);
  });
});

describe('levels by an id that is one of several of a rule', () => {
  const text = 'FROM fedora:43\nRUN dnf install a\nRUN zypper install b\nRUN apt-get install c\n';
  const assumed = (...layers: ConfigLayer[]) => found(text, ...layers).filter((each) => /^DL30(?:14|34|38)/.test(each));

  it.each<[string, ConfigLayer[], string[]]>([
    ['nothing set', [], ['DL3038:2', 'DL3034:3', 'DL3014:4']],
    ['one off', [{ rules: { DL3034: 'off' } }], ['DL3038:2', 'DL3014:4']],
    ['two off, in any case', [{ rules: { dl3034: 'off', DL3038: 'off' } }], ['DL3014:4']],
    ['all off but one', [{ rules: { 'package-assume-yes': 'off', DL3034: 'info' } }], ['DL3034:3']],
    [
      'a stronger place names the rule',
      [{ rules: { DL3034: 'off' } }, { rules: { 'package-assume-yes': 'error' } }],
      ['DL3038:2', 'DL3034:3', 'DL3014:4'],
    ],
  ])('%s', (_name, layers, expected) => {
    expect(assumed(...layers)).toEqual(expected);
  });

  it('an id that is the rule’s only one of its tool stands for the rule', () => {
    const both = 'FROM a:1\nRUN sudo b\n';
    expect(only(both, 'DL3004', { rules: { DL3004: 'off' } })).toEqual([]);
    const config = resolveConfig(rules, [{ rules: { DL3004: 'off' } }]);
    expect(config.active.some(({ rule }) => rule.id === 'no-sudo')).toBe(false);
  });

  it('is the level of those findings alone', () => {
    const linter = createLinter(
      resolveConfig(rules, [{ preset: 'none' }, { rules: { DL3038: 'error', DL3014: 'hint' } }]),
    );
    const levels = linter.lint(Dockerfile.parse(text), nowhere).map(({ aliases, level }) => [aliases[0], level]);
    expect(levels).toEqual([
      ['DL3038', 'error'],
      ['DL3014', 'hint'],
    ]);
  });
});

describe('what the builder refuses', () => {
  it.each([
    ['FROM a:1\nEXPOSE 65536', 'DL3011:2'],
    ['FROM a:1 AS x\nCOPY --from=x a /b', 'DL3023:2'],
    ['FROM a:1\nCOPY --from=y a /b\nFROM b:1 AS y', 'DL3022:2'],
    ['FROM a:1\nCOPY --from=7 a /b', 'DL3022:2'],
    ['FROM a:1\nONBUILD FROM b:1', 'DL3043:2'],
    ['FROM a:1\nONBUILD ONBUILD RUN a', 'DL3043:2'],
    ['LABEL a=b\nFROM a:1', 'DL3061:1'],
    ['RUN a', 'DL3061:1'],
    ['# c\nARG A\nRUN a', 'DL3061:3'],
    ['FROM BASE', 'DL3006:1'],
    ['FROM --platform=x86 a:1', 'DL3029:1'],
  ])('%j stands for %s', (text, expected) => {
    expect(found(text)).toContain(expected);
    const [id] = expected.split(':');
    expect(only(`# hadolint global ignore=${id}\n${text}`, id!)).toEqual([]);
  });

  it('stands for nothing where hadolint says nothing', () => {
    expect(only('FROM a:1\nEXPOSE abc', 'DL3011')).toEqual([]);
    expect(only('FROM a:1\nRUN --mount=from=0 a', 'DL3022')).toEqual([]);
  });
});

describe('options of a layer', () => {
  it('leave the level to others', () => {
    const layer: ConfigLayer = { options: { 'trusted-registry': { registries: ['ghcr.io'] } } };
    expect(only('FROM a:1', 'DL3026', layer)).toEqual(['DL3026:1']);
    expect(only('FROM a:1', 'DL3026', { ...layer, rules: { DL3026: 'off' } })).toEqual([]);
    expect(only('FROM ghcr.io/a:1', 'DL3026', layer)).toEqual([]);
    expect(only('FROM a:1', 'DL3026', layer, { rules: { DL3026: ['info', { registries: ['docker.io'] }] } })).toEqual(
      [],
    );
  });
});
