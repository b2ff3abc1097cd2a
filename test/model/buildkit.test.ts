import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import {
  invalidDefaultArgsInFrom,
  undefinedArgsInFrom,
  undefinedUses,
} from '../../server/src/language/model/undefined';
import { corpus, hasShared, jsonLines, readShared } from '../support/shared';

interface Warning {
  readonly rule: string;
  readonly line: number;
  readonly detail: string;
}

const rules = new Set(['UndefinedVar', 'UndefinedArgInFrom', 'InvalidDefaultArgInFrom']);

/** The verdicts were made without pulling: all bases count as ones that define nothing but PATH. */
const plain = () => ({ has: () => false, complete: true });

/** What BuildKit would warn of, as `rule, line range of the instruction, name`. */
function warningsOf(file: Dockerfile) {
  const lines = (index: number) => {
    const { start, end } = file.instructions[index]!;
    return { first: lineOf(file.text, start), last: lineOf(file.text, end) };
  };
  return [
    ...undefinedUses(file, plain).map(({ index, name }) => ({ rule: 'UndefinedVar', ...lines(index), name })),
    ...undefinedArgsInFrom(file).map(({ stage, name }) => ({
      rule: 'UndefinedArgInFrom',
      ...lines(stage.first),
      name,
    })),
    ...invalidDefaultArgsInFrom(file).map(({ stage }) => ({
      rule: 'InvalidDefaultArgInFrom',
      ...lines(stage.first),
      name: stage.base.text,
    })),
  ];
}

/** BuildKit counts lines by LF alone. */
const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

/** Warnings of one side that the other does not have. */
function differences(id: string, file: Dockerfile, warnings: readonly Warning[], stopped: boolean): string[] {
  const ours = warningsOf(file);
  const theirs = warnings.filter(({ rule }) => rules.has(rule));
  const matches = (own: (typeof ours)[number], { rule, line, detail }: Warning) =>
    own.rule === rule && own.first <= line && line <= own.last && detail.includes(own.name);
  const missed = theirs.filter((warning) => !ours.some((own) => matches(own, warning)));
  const extra = ours.filter((own) => !theirs.some((warning) => matches(own, warning)));
  return [
    ...missed.map((warning) => `${id}: missed ${JSON.stringify(warning)}`),
    // behind an error BuildKit looks no further
    ...(stopped ? [] : extra.map((own) => `${id}: extra ${JSON.stringify(own)}`)),
  ];
}

describe.skipIf(!hasShared)('undefined names', () => {
  it('are BuildKit’s over the corpus', () => {
    const verdicts = new Map(
      jsonLines<{ id: string; warnings: Warning[]; error?: string }>('corpus/dev.buildkit-lint.jsonl').map((row) => [
        row.id,
        row,
      ]),
    );
    const found: string[] = [];
    let warned = 0;
    for (const { id, text } of corpus) {
      const verdict = verdicts.get(id);
      if (!verdict) continue;
      warned += verdict.warnings.filter(({ rule }) => rules.has(rule)).length;
      found.push(...differences(id, Dockerfile.parse(text), verdict.warnings, Boolean(verdict.error)));
    }
    expect(warned).toBeGreaterThan(200);
    expect(found).toEqual([]);
  });

  it('are those of BuildKit’s own tests', () => {
    const cases: { name: string; dockerfile: string; warnings: Warning[]; buildErr?: string }[] = JSON.parse(
      readShared('vectors/buildkit.json'),
    );
    const about = cases.filter(({ warnings }) => warnings.some(({ rule }) => rules.has(rule)));
    expect(about.length).toBeGreaterThan(3);
    const all = cases.flatMap(({ name, dockerfile, warnings, buildErr }) =>
      differences(name, Dockerfile.parse(dockerfile), warnings, Boolean(buildErr)),
    );
    expect(all).toEqual([]);
  });
});
