import { object, optional, string } from 'valibot';
import { describe, expect, it } from 'vitest';
import { type ConfigLayer, presetLevel, presets, resolveConfig } from '../../server/src/language/lint/config';
import { fixAll } from '../../server/src/language/lint/fixes';
import { createLinter, type LintOptions } from '../../server/src/language/lint/lint';
import { type AnyRule, defineRule } from '../../server/src/language/lint/rule';
import { rules } from '../../server/src/language/lint/rules';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { nowhere } from '../../server/src/language/model/surroundings';

const around = { ...nowhere, today: '2026-11-24' };

/** A rule that marks every instruction of one keyword. */
const marks = (id: string, keyword: string, aliases: string[] = [], more: Partial<AnyRule> = {}): AnyRule => ({
  ...defineRule({
    id,
    category: 'style',
    level: 'warning',
    fixable: 'no',
    since: '0.1.0',
    aliases,
    text: { en: { summary: 'x', found: 'found' }, ko: { summary: '가', found: '찾음' } },
    *checkInstruction({ instruction }) {
      if (instruction.keyword === keyword) {
        yield { at: instruction.keywordAt, say: (text) => text.found, as: aliases };
      }
    },
  }),
  ...more,
});

const lint = (list: readonly AnyRule[], text: string, layers: readonly ConfigLayer[] = [], options: LintOptions = {}) =>
  createLinter(resolveConfig(list, layers)).lint(Dockerfile.parse(text), around, options);
const ids = (list: readonly AnyRule[], text: string, layers: readonly ConfigLayer[] = []) =>
  lint(list, text, layers).map(({ rule, at }) => `${rule}@${text.slice(0, at.start).split('\n').length}`);

describe('suppression comments', () => {
  const run = marks('marks-run', 'RUN', ['DL9001', 'CheckRun']);
  const copy = marks('marks-copy', 'COPY', ['DL9002', 'CheckCopy']);
  const both = [run, copy];

  it.each([
    ['# slipway ignore=marks-run', []],
    ['# hadolint ignore=DL9001', []],
    ['# hadolint ignore=dl9001,DL9002', []],
    ['# Slipway  Ignore = marks-copy , marks-run', []],
    ['# check=skip=CheckRun', []],
    ['# check=skip=CheckRun // because', []],
    ['# check=skip=all', []],
    ['# check=skip=DL9001', ['marks-run@3']],
    ['# hadolint ignore=DL9002', ['marks-run@3']],
    ['# slipway ignore=', ['marks-run@3']],
    ['# see hadolint ignore=DL9001', ['marks-run@3']],
  ])('%s', (comment, expected) => {
    expect(ids(both, `FROM a\n${comment}\nRUN b`)).toEqual(expected);
  });

  it('holds for the next instruction alone, and only right above it', () => {
    const text = 'FROM a\n# hadolint ignore=DL9001\nRUN b\nRUN c\n# hadolint ignore=DL9001\n\nRUN d';
    expect(ids(both, text)).toEqual(['marks-run@4', 'marks-run@7']);
  });

  it('several merge', () => {
    expect(ids(both, 'FROM a\n# hadolint ignore=DL9002\n# slipway ignore=marks-run\n# why\nRUN b')).toEqual([]);
  });

  it('may stand between continued lines', () => {
    expect(ids(both, 'FROM a\nRUN b \\\n  # slipway ignore=marks-run\n  c')).toEqual([]);
  });

  it('for the whole file', () => {
    expect(ids(both, '# check=skip=CheckRun,CheckCopy\nFROM a\nRUN b\nCOPY c d')).toEqual([]);
    expect(ids(both, 'FROM a\nRUN b\nCOPY c d\n# hadolint global ignore=DL9001')).toEqual(['marks-copy@3']);
    expect(ids(both, '# slipway global ignore=marks-copy\nFROM a\nRUN b\nCOPY c d')).toEqual(['marks-run@3']);
  });

  it('check=error=true makes errors of what BuildKit warns of', () => {
    const levels = (text: string) => lint(both, text).map(({ level }) => level);
    expect(levels('# check=error=true\nFROM a\nRUN b')).toEqual(['error']);
    expect(levels('# check=skip=CheckCopy;error=true\nFROM a\nRUN b\nCOPY c d')).toEqual(['error']);
  });

  it('never silences what the builder refuses', () => {
    expect(
      lint(both, '# check=skip=all\nFROM a\n# slipway ignore=builder-error\nNOPE').map(({ rule }) => rule),
    ).toEqual(['builder-error']);
  });

  it('check=experimental wakes a rule that is off', () => {
    const experimental = marks('marks-run', 'RUN', ['CheckRun'], { experimental: true });
    expect(ids([experimental], 'FROM a\nRUN b', [{ preset: 'all' }])).toEqual([]);
    expect(ids([experimental], '# check=experimental=CheckRun\nFROM a\nRUN b')).toEqual(['marks-run@3']);
    expect(ids([experimental], '# check=experimental=all\nFROM a\nRUN b')).toEqual(['marks-run@3']);
  });
});

describe('configuration', () => {
  const rule = marks('marks-run', 'RUN', ['DL9001']);

  it('later layers win, by id or alias', () => {
    const level = (...layers: ConfigLayer[]) => lint([rule], 'FROM a\nRUN b', layers)[0]?.level;
    expect(level()).toBe('warning');
    expect(level({ preset: 'none' })).toBeUndefined();
    expect(level({ preset: 'none', rules: { dl9001: 'info' } })).toBe('info');
    expect(level({ rules: { DL9001: 'error' } }, { rules: { 'marks-run': 'off' } })).toBeUndefined();
    expect(level({ preset: 'none' }, { preset: 'recommended' })).toBe('warning');
  });

  it.each([
    ['off', ['off', 'hint', 'info', 'off']],
    ['hint', ['hint', 'info', 'info', 'off']],
    ['info', ['info', 'warning', 'info', 'off']],
    ['warning', ['warning', 'warning', 'warning', 'off']],
  ] as const)('presets of a rule that is %s', (level, expected) => {
    expect(presets.map((preset) => presetLevel({ ...rule, level }, preset))).toEqual(expected);
    expect(presets.map((preset) => presetLevel({ ...rule, level, experimental: true }, preset))).toEqual(
      Array(4).fill('off'),
    );
  });

  it('says what it cannot use', () => {
    const options = marks('marks-copy', 'COPY', [], { options: object({ name: optional(string(), 'x') }) });
    const { complaints, active } = resolveConfig(
      [rule, options],
      [{ rules: { nobody: 'error', 'marks-run': 'loud' as never, 'marks-copy': ['info', { name: 1 }] } }],
    );
    expect(complaints).toHaveLength(3);
    expect(active.find((each) => each.rule === options)?.options).toEqual({ name: 'x' });
  });
});

describe('a rule that throws', () => {
  it('costs only itself, and is reported', () => {
    const bad = {
      ...marks('marks-copy', 'COPY'),
      checkInstruction: () => {
        throw new Error('oh');
      },
    };
    const worse = {
      ...marks('marks-env', 'ENV'),
      checkInstruction: undefined,
      checkFile: () => {
        throw new Error('oh');
      },
    };
    const said: string[] = [];
    const found = lint([bad, marks('marks-run', 'RUN'), worse], 'FROM a\nRUN b', [], {
      onError: (id) => said.push(id),
    });
    expect(found.map((each) => each.rule)).toEqual(['marks-run']);
    expect([...new Set(said)]).toEqual(['marks-copy', 'marks-env']);
  });
});

describe('fix all', () => {
  it('keeps the file’s own line breaks, and takes each round’s fixes whole', () => {
    const linter = createLinter(resolveConfig(rules, [{ preset: 'all' }]));
    const text = 'FROM a as B\r\nMAINTAINER me\r\nADD x y\r\n';
    const fixed = fixAll(text, linter, around, { safety: 'safe' });
    expect(fixed.text).toBe('FROM a AS b\r\nLABEL org.opencontainers.image.authors="me"\r\nCOPY x y\r\n');
    expect(fixed.count).toBe(4);
  });
});
