import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../server/src/language/lint/config';
import { fixAll, maximumRounds } from '../../server/src/language/lint/fixes';
import { createLinter } from '../../server/src/language/lint/lint';
import type { Safety } from '../../server/src/language/lint/rule';
import { rules } from '../../server/src/language/lint/rules';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { problemsOf } from '../../server/src/language/model/problems';
import { nowhere } from '../../server/src/language/model/surroundings';
import { ownFiles } from '../support/dockerfiles';
import { corpus, stress } from '../support/shared';

const around = { ...nowhere, today: '2026-11-24', fileName: 'Dockerfile' };
const texts = [...ownFiles, ...stress.map((file) => file.text), ...corpus.map((file) => file.text)];
const errors = (text: string) => problemsOf(Dockerfile.parse(text), {}).filter((problem) => !problem.hint).length;
const blanks = /[ \t]+$/gm;

describe('fixes of all rules', () => {
  it.each<Safety>(['safe', 'unsafe'])('%s ones converge, and bring no builder error', (safety) => {
    const linter = createLinter(resolveConfig(rules, [{ preset: 'all' }]));
    const wrong: string[] = [];
    let changed = 0;
    for (const text of texts) {
      const fixed = fixAll(text, linter, around, { safety });
      if (fixed.text !== text) changed++;
      if (fixed.rounds >= maximumRounds) wrong.push(`does not converge: ${text.slice(0, 200)}`);
      if (errors(fixed.text) > errors(text))
        wrong.push(`new error: ${text.slice(0, 200)}\n→ ${fixed.text.slice(0, 200)}`);
      if (fixed.text.includes('\r\n') && !text.includes('\r\n')) wrong.push(`line breaks: ${text.slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
    expect(changed).toBeGreaterThan(corpus.length > 0 ? 700 : 2);
  });

  it('safe ones leave comments, heredoc bodies and the number of instructions alone', () => {
    // rules whose point it is to delete an instruction
    const deleting = ['no-repeated-instruction', 'no-mkdir-before-workdir'];
    const some = rules.filter((rule) => !deleting.includes(rule.id));
    const linter = createLinter(resolveConfig(some, [{ preset: 'all' }]));
    for (const text of texts) {
      const before = Dockerfile.parse(text);
      const after = Dockerfile.parse(fixAll(text, linter, around, { safety: 'safe' }).text);
      expect(after.instructions.length).toBe(before.instructions.length);
      for (const [i, { instruction }] of before.instructions.entries()) {
        const other = after.instructions[i]!.instruction;
        const bodies = (each: typeof instruction) =>
          each.heredocs.map(({ body }) => each.text.slice(body.start, body.end));
        const comments = (each: typeof instruction) =>
          each.comments.map(({ start, end }) => each.text.slice(start, end).replace(blanks, ''));
        if (instruction.keyword !== 'RUN') expect(bodies(other)).toEqual(bodies(instruction));
        expect(comments(other)).toEqual(comments(instruction));
      }
    }
  });
});
