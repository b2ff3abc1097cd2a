import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../server/src/language/lint/config';
import type { Diagnostic } from '../../server/src/language/lint/diagnostic';
import { chosenFix, fixAll } from '../../server/src/language/lint/fixes';
import { createLinter, type Linter } from '../../server/src/language/lint/lint';
import type { AnyRule } from '../../server/src/language/lint/rule';
import { locales } from '../../server/src/language/locale/locale';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { nowhere, type Surroundings } from '../../server/src/language/model/surroundings';
import { applyEdits } from '../../server/src/language/text/edit';

/** A text, or a text with what surrounds it. */
export type Code =
  | string
  | { readonly code: string; readonly around?: Partial<Surroundings>; readonly options?: unknown };

export interface Bad {
  /** The findings stand between `«` and `»`, which are not part of the text. */
  readonly code: string;
  /** The text with the first offered fix of every finding made. */
  readonly fixed?: string;
  /** The new name that the first finding's fix gives the file. */
  readonly renameTo?: string;
  /** What the English message must say. */
  readonly message?: string | RegExp;
  /** The ids under which other tools would report it. */
  readonly as?: readonly string[];
  /** Titles of all fixes of the first finding, in order, where there is a choice. */
  readonly choices?: readonly string[];
  readonly around?: Partial<Surroundings>;
  readonly options?: unknown;
  /** Other rules and the builder's own errors are looked at too: what the fixed text still has of them. */
  readonly builderErrors?: boolean;
}

export interface Cases {
  readonly good: readonly Code[];
  readonly bad: readonly Bad[];
}

/** Takes `«` and `»` out of a text. */
export function unmark(marked: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  const open: number[] = [];
  let text = '';
  for (const unit of marked) {
    if (unit === '«') open.push(text.length);
    else if (unit === '»') spans.push({ start: open.pop()!, end: text.length });
    else text += unit;
  }
  return { text, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end) };
}

const surroundings = (around: Partial<Surroundings> = {}): Surroundings => ({
  ...nowhere,
  today: '2026-11-24',
  ...around,
});

const linterOf = (rule: AnyRule, options: unknown): Linter =>
  createLinter(
    resolveConfig(
      [rule],
      [{ preset: 'none', rules: { [rule.id]: options === undefined ? 'warning' : ['warning', options] } }],
    ),
  );

/** Findings of the rule alone. A rule that throws fails the test. */
function run(linter: Linter, text: string, around: Surroundings): { own: Diagnostic[]; builder: Diagnostic[] } {
  const onError = (id: string, error: unknown) => {
    throw new Error(`${id} threw`, { cause: error });
  };
  const all = linter.lint(Dockerfile.parse(text), around, { onError });
  return { own: all.filter((each) => !each.builder), builder: all.filter((each) => each.builder) };
}

const withCRLF = (text: string) => text.replace(/\r?\n/g, '\r\n');

/**
 * Tests a rule by good and bad texts. Unasked it also checks each case with CRLF, that both languages render, that the fixed
 * text is clean and brings no builder error, that `fixable` tells the truth, and that a comment silences each finding.
 */
export function testRule(rule: AnyRule, { good, bad }: Cases): void {
  describe(rule.id, () => {
    it.each(good.map((code) => (typeof code === 'string' ? { code } : code)))('good: $code', ({ code, ...rest }) => {
      const { around, options } = rest as { around?: Partial<Surroundings>; options?: unknown };
      const linter = linterOf(rule, options);
      for (const text of [code, withCRLF(code)]) {
        expect(run(linter, text, surroundings(around)).own.map((each) => each.message('en'))).toEqual([]);
      }
    });

    it.each(bad)('bad: $code', (each) => {
      const linter = linterOf(rule, each.options);
      const around = surroundings(each.around);
      for (const marked of [each.code, withCRLF(each.code)]) checkBad(linter, marked, each, around);
      checkSuppressed(rule, linter, each, around);
    });

    it('keeps its promises', () => {
      expect(good.length).toBeGreaterThan(0);
      expect(bad.length).toBeGreaterThan(0);
      const offered = bad.flatMap((each) => {
        const { text } = unmark(each.code);
        const { own } = run(linterOf(rule, each.options), text, surroundings(each.around));
        return own.flatMap((found) => found.fixes.map((fix) => fix.safety));
      });
      const best = offered.includes('safe') ? 'safe' : offered.includes('unsafe') ? 'unsafe' : 'no';
      expect(best).toBe(rule.fixable);
      const rename = bad.some((each) => each.renameTo !== undefined);
      if (rule.fixable !== 'no') expect(rename || bad.some((each) => each.fixed !== undefined)).toBe(true);
      for (const locale of locales) expect(rule.text[locale].summary).not.toBe('');
      expect(rule.text.ko.summary).toMatch(/[가-힣]/);
    });
  });
}

function checkBad(linter: Linter, marked: string, each: Bad, around: Surroundings): void {
  const { text, spans } = unmark(marked);
  const { own, builder } = run(linter, text, around);
  expect(own.map(({ at }) => text.slice(at.start, at.end))).toEqual(spans.map((at) => text.slice(at.start, at.end)));
  expect(own.map(({ at }) => ({ start: at.start, end: at.end }))).toEqual(spans);
  for (const found of own) {
    expect(found.message('en')).not.toMatch(/undefined|\[object|^\s*$/);
    expect(found.message('ko')).toMatch(/[가-힣]/);
    expect(found.message('ko')).not.toMatch(/undefined|\[object/);
    for (const fix of found.fixes) {
      expect(fix.title('en')).not.toMatch(/undefined|^\s*$/);
      expect(fix.title('ko')).toMatch(/[가-힣]/);
      if (fix.renameTo === undefined) expect(applyEdits(text, fix.edits)).not.toBe(text);
    }
  }
  if (each.renameTo !== undefined) expect(own[0]!.fixes[0]!.renameTo).toBe(each.renameTo);
  if (each.message !== undefined) expect(own[0]!.message('en')).toMatch(each.message);
  if (each.as) expect([...own[0]!.aliases].sort()).toEqual([...each.as].sort());
  if (each.choices) expect(own[0]!.fixes.map((fix) => fix.title('en'))).toEqual(each.choices);
  if (each.fixed === undefined) {
    expect(own.flatMap((found) => found.fixes.filter((fix) => fix.edits.length > 0))).toEqual([]);
    return;
  }
  const fixed = fixAll(text, linter, around, { safety: 'unsafe' });
  expect(fixed.text).toBe(marked.includes('\r\n') ? withCRLF(each.fixed) : each.fixed);
  const after = run(linter, fixed.text, around);
  expect(after.own.filter((found) => chosenFix(found, 'unsafe'))).toEqual([]);
  if (!each.builderErrors) expect(after.builder.length).toBeLessThanOrEqual(builder.length);
}

function checkSuppressed(rule: AnyRule, linter: Linter, each: Bad, around: Surroundings): void {
  const { text } = unmark(each.code);
  const global = text.replace(/^((?:#\s*(?:syntax|escape|check)\s*=.*\n)*)/i, `$1# slipway global ignore=${rule.id}\n`);
  expect(run(linter, global, around).own).toEqual([]);
  const before = run(linter, text, around).own;
  const at = before[0]?.placed?.start;
  if (at === undefined) return;
  const above = `${text.slice(0, at)}# slipway ignore=${rule.id}\n${text.slice(at)}`;
  const own = before.filter((found) => found.placed?.start === at).length;
  expect(run(linter, above, around).own).toHaveLength(before.length - own);
}
