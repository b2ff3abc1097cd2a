import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../server/src/language/lint/config';
import { fixAll } from '../server/src/language/lint/fixes';
import { createLinter } from '../server/src/language/lint/lint';
import { rules } from '../server/src/language/lint/rules';
import { Dockerfile } from '../server/src/language/model/dockerfile';

const text = readFileSync(resolve(import.meta.dirname, '../sample/Dockerfile'), 'utf8');
const linter = createLinter(resolveConfig(rules, [{ preset: 'recommended' }]));
const around = { today: '2026-11-24', fileName: 'Dockerfile' };
const lint = (code: string) => linter.lint(Dockerfile.parse(code), around);

describe('the sample shows the mistakes of a beginner’s Dockerfile', () => {
  const found = lint(text).map(({ rule, at, level }) => ({ rule, level, on: text.slice(at.start, at.end) }));

  it.each([
    { rule: 'end-of-life-image', level: 'warning', on: 'ubuntu:16.04' },
    { rule: 'no-mkdir-before-workdir', level: 'info', on: 'mkdir /code' },
    { rule: 'malformed-listen-address', level: 'warning', on: '0.0.0' },
    { rule: 'development-server', level: 'info', on: '/code/manage.py", "runserver' },
  ])('$rule on $on', (expected) => {
    expect(found).toContainEqual(expected);
  });

  it('ADD of local files, twice', () => {
    expect(found.filter(({ rule }) => rule === 'prefer-copy')).toHaveLength(2);
  });

  it('nothing of what it does right', () => {
    const ids = found.map(({ rule }) => rule);
    for (const id of ['foreground-process', 'loopback-listen', 'one-service', 'log-to-stdout', 'no-masked-failure'])
      expect(ids).not.toContain(id);
    expect(found.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('each finding speaks English and Korean', () => {
    for (const each of lint(text)) {
      expect(each.message('en')).toMatch(/^[\x20-\x7e“”’…]+$/);
      expect(each.message('ko')).toMatch(/[가-힣]/);
    }
  });

  it('fix all with safe fixes mends what can be mended unasked', () => {
    const { text: fixed } = fixAll(text, linter, around, { safety: 'safe' });
    expect(fixed).not.toMatch(/^ADD|mkdir/m);
    expect(fixed).toContain('"0.0.0.0:8000"');
    expect(fixed).toContain('FROM ubuntu:16.04');
    const ids = lint(fixed).map(({ rule }) => rule);
    expect(ids).toContain('end-of-life-image');
    for (const id of ['no-mkdir-before-workdir', 'malformed-listen-address', 'prefer-copy'])
      expect(ids).not.toContain(id);
  });
});
