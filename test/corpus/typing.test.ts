import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../server/src/language/lint/config';
import { createLinter } from '../../server/src/language/lint/lint';
import { rules } from '../../server/src/language/lint/rules';
import { Dockerfile, type Placed } from '../../server/src/language/model/dockerfile';
import { nowhere, type Surroundings } from '../../server/src/language/model/surroundings';
import type { Edit } from '../../server/src/language/text/edit';
import { ownFiles } from '../support/dockerfiles';
import { said } from '../support/said';
import { corpus, stress } from '../support/shared';

// all of them take minutes
const some = corpus.filter((_, i) => process.env.SLIPWAY_WHOLE_CORPUS || i % 40 === 0);
const pages = join(import.meta.dirname, '../../docs/rules');
/** The examples on the rules' pages: each rule finds something in one of them. */
const examples = readdirSync(pages).flatMap((page) =>
  [...readFileSync(join(pages, page), 'utf8').matchAll(/^```dockerfile[^\n]*\n(.*?)^```/gms)].map(([, text]) => text!),
);
const texts = [...ownFiles, ...examples, ...[...stress, ...some].map(({ text }) => text)];

const config = resolveConfig(rules, [{ preset: 'all' }]);
const around: Surroundings = {
  ...nowhere,
  today: '2026-11-24',
  fileName: 'Dockerfile',
  context: { ignore: 'secret*\nsrc\n', ignorePath: '.dockerignore', paths: [], complete: false },
  missingSources: new Map([['package.json', { near: 'other.json', isSure: true }]]),
};

/** What somebody may type within an instruction: letters, other words, what closes or opens something. */
function typed({ start, end, instruction: { argumentAt } }: Placed): Edit[] {
  const from = start + argumentAt.start;
  const middle = (from + end) >> 1;
  const spot = (offset: number, text: string): Edit => ({ at: { start: offset, end: offset }, text });
  return [
    spot(middle, 'x'),
    spot(end, '/zz'),
    spot(from, '$X '),
    spot(end, ' \\\n  && more'),
    { at: { start: from, end }, text: 'other words' },
    { at: { start: middle, end: Math.min(middle + 2, end) }, text: '' },
    { at: { start: start + 1, end: start + 2 }, text: '' },
  ].filter(({ at }) => at.start > start && at.start <= at.end && at.end <= end);
}

/** The first instructions on each keyword. */
function chosen({ instructions }: Dockerfile): Placed[] {
  const seen = new Map<string, number>();
  return instructions.filter(({ instruction: { keyword } }) => {
    const count = seen.get(keyword) ?? 0;
    seen.set(keyword, count + 1);
    return count < 2;
  });
}

describe('while an instruction is typed', () => {
  it('what rules keep equals a fresh lint', () => {
    const fresh = createLinter(config);
    const linter = createLinter(config);
    const differ: string[] = [];
    let edits = 0;
    /** What differs is noted, as far as somebody will read it. */
    function compare(file: Dockerfile, what: string): void {
      edits += 1;
      const kept = said(linter.lint(file, around)).map((each) => JSON.stringify(each));
      const expected = said(fresh.lint(Dockerfile.parse(file.text), around)).map((each) => JSON.stringify(each));
      if (differ.length >= 20 || kept.join() === expected.join()) return;
      const only = [
        ...kept.filter((each) => !expected.includes(each)),
        ...expected.filter((each) => !kept.includes(each)),
      ];
      differ.push(`${what}: ${only.slice(0, 2).join() || 'another order'}`);
    }
    for (const text of texts) {
      if (text.length > 20_000) continue;
      for (const placed of chosen(Dockerfile.parse(text))) {
        for (const edit of typed(placed)) {
          const what = `${placed.instruction.text.slice(0, 60)}: ${JSON.stringify(edit)}`;
          // a new one each time: what made a version is forgotten with the next edit
          const first = Dockerfile.parse(text);
          linter.lint(first, around);
          const second = first.edit(edit);
          compare(second, what);
          // a second key behind the first, on what was kept already
          compare(second.edit({ at: { start: edit.at.start, end: edit.at.start }, text: 'y' }), what);
        }
      }
    }
    expect(differ).toEqual([]);
    expect(edits).toBeGreaterThan(1000);
  }, 120_000);
});
