import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../server/src/language/lint/config';
import { createLinter } from '../../server/src/language/lint/lint';
import { rules } from '../../server/src/language/lint/rules';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { InstructionPool } from '../../server/src/language/model/pool';
import { nowhere } from '../../server/src/language/model/surroundings';
import { ownFiles, placeEdit, someEdit, someFile, wildText } from '../support/dockerfiles';
import { said } from '../support/said';
import { corpus, stress } from '../support/shared';

const config = resolveConfig(rules, [{ preset: 'all' }]);
const around = { ...nowhere, today: '2026-11-24', fileName: 'Dockerfile' };
const strict = {
  onError: (rule: string, error: unknown) => {
    throw new Error(`${rule} threw`, { cause: error });
  },
};

describe('all rules', () => {
  it('after any sequence of edits, the findings equal a fresh lint', () => {
    fc.assert(
      fc.property(someFile, fc.array(someEdit, { minLength: 1, maxLength: 5 }), (text, edits) => {
        const linter = createLinter(config);
        let file = Dockerfile.parse(text);
        linter.lint(file, around, strict);
        for (const fractions of edits) {
          file = file.edit(placeEdit(file.text, fractions));
          const fresh = createLinter(config).lint(Dockerfile.parse(file.text), around, strict);
          expect(said(linter.lint(file, around, strict))).toEqual(said(fresh));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('whatever files were read before through one pool, the findings equal a fresh lint', () => {
    fc.assert(
      fc.property(fc.array(someFile, { minLength: 2, maxLength: 6 }), (texts) => {
        const linter = createLinter(config);
        const pool = new InstructionPool();
        for (const text of texts) {
          const fresh = createLinter(config).lint(Dockerfile.parse(text), around, strict);
          expect(said(linter.lint(Dockerfile.parse(text, pool), around, strict))).toEqual(said(fresh));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('no rule throws, every span lies in its file, every text renders: on any text', () => {
    const linter = createLinter(config);
    const check = (text: string) => {
      for (const { at, messages, fixes, related } of said(linter.lint(Dockerfile.parse(text), around, strict))) {
        for (const span of [
          at,
          ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.at)),
          ...related.map((each) => each.at),
        ]) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
        for (const message of [...messages, ...fixes.flatMap((fix) => fix.titles)]) {
          expect(message).not.toBe('');
          expect(message).not.toMatch(/\bundefined\b(?! variable)|\[object/);
        }
      }
    };
    fc.assert(fc.property(fc.oneof(wildText, someFile), check), { numRuns: 1000 });
    for (const text of [...ownFiles, ...stress.map((file) => file.text), ...corpus.map((file) => file.text)])
      check(text);
  });

  it('no rule throws on what is half typed', () => {
    const linter = createLinter(config);
    for (const text of ownFiles) {
      for (let end = 0; end <= text.length; end++) linter.lint(Dockerfile.parse(text.slice(0, end)), around, strict);
    }
  });
});
