import { describe, expect, it } from 'vitest';
import { locales } from '../../server/src/language/locale/locale';
import { messageOf, titleOf } from '../../server/src/language/locale/problems';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { problemsOf } from '../../server/src/language/model/problems';
import { applyEdits } from '../../server/src/language/text/edit';
import { corpus, hasShared, jsonLines, readShared, stress } from '../support/shared';

interface Verdict {
  readonly dockerfile: string;
  readonly error?: string;
}

interface ParserCase {
  readonly kind: string;
  readonly name: string;
  readonly dockerfile: string;
}

/** Refused only since no build argument was given: a rule's business, for it depends on how one builds. */
function dependsOnArguments(error: string, text: string): boolean {
  if (/^panic|base name .*should not be blank/.test(error)) return true;
  if (/failed to parse (stage name|platform)/.test(error)) return /^\s*FROM\s.*\$/im.test(text);
  return /^invalid signal: *$/.test(error) && /^\s*STOPSIGNAL\s.*\$/im.test(text);
}

const problemsIn = (text: string) => problemsOf(Dockerfile.parse(text), {});
const refused = (text: string): boolean => problemsIn(text).some(({ hint }) => !hint);

interface Score {
  agreed: number;
  readonly missed: string[];
  readonly falseErrors: string[];
}

function score(verdicts: Iterable<readonly [text: string, error: string | undefined]>): Score {
  const result: Score = { agreed: 0, missed: [], falseErrors: [] };
  for (const [text, error] of verdicts) {
    if (error && dependsOnArguments(error, text)) continue;
    const ours = refused(text);
    if (ours === (error !== undefined)) result.agreed++;
    else if (error) result.missed.push(`${error} ⟵ ${JSON.stringify(text)}`);
    else result.falseErrors.push(JSON.stringify(text));
  }
  return result;
}

describe.skipIf(!hasShared)('BuildKit’s own verdicts', () => {
  it('on 3,400 texts of all kinds', () => {
    const verdicts: Verdict[] = JSON.parse(readShared('vectors/oracle-buildkit.json'));
    const { agreed, missed, falseErrors } = score(verdicts.map(({ dockerfile, error }) => [dockerfile, error]));
    expect(falseErrors).toEqual([]);
    // two of them fail as `# check=error=true` makes warnings errors, which rules do; one has a tab as its escape
    expect(missed.filter((each) => !/^lint violation|^invalid escape token '\t'/.test(each))).toEqual([]);
    expect(agreed).toBeGreaterThanOrEqual(3385);
  });

  it('on real files: no false error, and all that it refuses', () => {
    const texts = new Map(corpus.map(({ id, text }) => [id, text]));
    const verdicts = jsonLines<{ id: string; error?: string }>('corpus/dev.buildkit-lint.jsonl');
    const { agreed, missed, falseErrors } = score(verdicts.map(({ id, error }) => [texts.get(id)!, error]));
    expect(falseErrors).toEqual([]);
    expect(missed).toEqual([]);
    expect(agreed).toBe(1414 + 29);
  });

  it('on what its parser and its instructions refuse', () => {
    const vectors: ParserCase[] = JSON.parse(readShared('vectors/buildkit-parser.json'));
    const cases = vectors.filter(({ kind }) => kind === 'parse-error' || kind === 'instr-error');
    expect(cases.filter(({ dockerfile }) => !refused(dockerfile)).map((each) => each.name)).toEqual([]);
    expect(cases.length).toBe(5);
  });
});

it('no text is hard to judge: patterns over long values, deep nesting, many names', () => {
  const value = 'a'.repeat(4000);
  const pattern = 'a*'.repeat(2000);
  for (const text of [
    `FROM scratch\nENV A=${value}\nEXPOSE \${A//${pattern}b/c}\n`,
    `FROM scratch\nENV A=${value.slice(0, 250)}\nEXPOSE \${A//${pattern.slice(0, 240)}b/c}\n`,
    `FROM scratch\nVOLUME ${'${A:-'.repeat(5000)}\n`,
    `FROM scratch\nENV A=aa\n${'ENV A=$A$A\n'.repeat(200)}STOPSIGNAL $A\n`,
    Array.from({ length: 2000 }, (_, i) => `FROM a AS s${i}\nCOPY --from=s${(i + 1) % 2000} a b\n`).join(''),
  ]) {
    expect(Array.isArray(problemsIn(text))).toBe(true);
  }
});

describe.skipIf(!hasShared)('every problem over all texts', () => {
  const verdicts: Verdict[] = hasShared ? JSON.parse(readShared('vectors/oracle-buildkit.json')) : [];
  const texts = [...verdicts.map(({ dockerfile }) => dockerfile), ...corpus.map(({ text }) => text)];

  it('lies in its text, speaks both languages, and has fixes that can be made', () => {
    for (const text of texts) {
      for (const { code, at, values, fixes = [] } of problemsIn(text)) {
        expect(0 <= at.start && at.start <= at.end && at.end <= text.length, JSON.stringify([code, text])).toBe(true);
        for (const locale of locales) expect(messageOf(code, values, locale)).not.toMatch(/undefined/);
        for (const { title, values: named, edits } of fixes) {
          for (const locale of locales) expect(titleOf(title, named, locale)).not.toMatch(/undefined/);
          for (const edit of edits) {
            expect(0 <= edit.at.start && edit.at.start <= edit.at.end && edit.at.end <= text.length).toBe(true);
          }
          expect(applyEdits(text, edits)).not.toBe(text);
        }
      }
    }
  });

  it('is answered by its first fix: fewer problems than before, or others', () => {
    const useless: string[] = [];
    for (const text of texts) {
      for (const { code, at, values, fixes = [] } of problemsIn(text)) {
        const [fix] = fixes;
        if (!fix) continue;
        const after = problemsIn(applyEdits(text, fix.edits));
        const what = JSON.stringify([code, at, values]);
        if (after.some((other) => JSON.stringify([other.code, other.at, other.values]) === what)) {
          useless.push(`${code} ${fix.title}: ${JSON.stringify(text)}`);
        }
      }
    }
    expect(useless).toEqual([]);
  });

  it('is found again after edits, and half-typed files never throw', () => {
    for (const { text } of stress.slice(0, 12)) {
      for (let end = 0; end < Math.min(text.length, 4000); end += 37) problemsIn(text.slice(0, end));
      let file = Dockerfile.parse(text);
      problemsOf(file, {});
      for (let at = 11; at < text.length; at += Math.ceil(text.length / 9)) {
        file = file.edit({ at: { start: at, end: Math.min(at + 2, text.length) }, text: '"$' });
        expect(problemsOf(file, {})).toEqual(problemsIn(file.text));
      }
    }
  });
});
