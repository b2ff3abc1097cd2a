import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { emptyEnvironment, expand } from '../../server/src/language/syntax/expand';
import type { Instruction } from '../../server/src/language/syntax/instruction';
import { Source } from '../../server/src/language/text/source';
import type { Span } from '../../server/src/language/text/span';
import { ownFiles, placeEdit, someEdit, someFile, wildText } from '../support/dockerfiles';
import { corpus, stress } from '../support/shared';

/** All that a snapshot says, as plain data. */
const said = (file: Dockerfile) => ({
  directives: file.directives,
  instructions: file.instructions.map(({ instruction, ...place }) => ({ ...place, ...saidOf(instruction) })),
});
const saidOf = (instruction: Instruction): object => ({
  text: instruction.text,
  keyword: instruction.keyword,
  keywordAt: instruction.keywordAt,
  flags: instruction.flags,
  words: instruction.words,
  pairs: instruction.pairs,
  json: instruction.json,
  heredocs: instruction.heredocs,
  comments: instruction.comments,
  blankLines: instruction.blankLines,
  trigger: instruction.trigger && { start: instruction.trigger.start, ...saidOf(instruction.trigger.instruction) },
});

/** What stands at a span once continuations inside it are taken out, as the joined line has it. */
function checkSpans(instruction: Instruction): void {
  const { text } = instruction;
  const inside = (span: Span) => {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeLessThanOrEqual(text.length);
    expect(span.start).toBeLessThanOrEqual(span.end);
  };
  const names = (span: Span, named: string) => {
    inside(span);
    const written = text.slice(span.start, span.end);
    // a span over several lines holds what joins them too
    if (written.includes('\n')) expect(written.length).toBeGreaterThan(named.length);
    else expect(written).toBe(named);
  };
  expect(
    text
      .slice(instruction.keywordAt.start, instruction.keywordAt.end)
      .toUpperCase()
      .replace(/[\s\S]*\n\s*/, ''),
  ).toContain(
    instruction.keywordAt.end > instruction.keywordAt.start && !/\n/.test(instruction.written)
      ? instruction.keyword
      : '',
  );
  for (const flag of instruction.flags) {
    inside(flag.at);
    inside(flag.valueAt);
    if (!/["'\\\n]/.test(text.slice(flag.at.start, flag.at.end))) {
      names(flag.nameAt, flag.name);
      names(flag.valueAt, flag.value ?? '');
    }
  }
  for (const word of instruction.words) {
    if (instruction.json?.includes(word)) {
      inside(word.at);
      const written = text.slice(word.at.start, word.at.end);
      if (!written.includes('\n')) expect(JSON.parse(written)).toBe(word.text);
    } else if (
      instruction.line.text.slice(word.joinedAt).startsWith(word.text) &&
      word.at.end - word.at.start === word.text.length
    ) {
      names(word.at, word.text);
    } else {
      inside(word.at);
      expect(text.slice(word.at.start, word.at.end)).toContain(instruction.escape);
    }
    for (const use of instruction.usesIn(word)) {
      inside(use.at);
      if (!instruction.json) names(use.nameAt, use.name);
    }
  }
  for (const pair of instruction.pairs) {
    inside(pair.at);
    names(pair.key.at, pair.key.text);
    if (pair.value && !pair.value.text.endsWith(instruction.escape)) inside(pair.value.at);
  }
  for (const heredoc of instruction.heredocs) {
    inside(heredoc.body);
    if (heredoc.terminated) names(heredoc.terminator, heredoc.name);
    expect(text.slice(heredoc.at.start, heredoc.at.end)).toContain('<<');
  }
  for (const comment of instruction.comments) {
    inside(comment);
    expect(text[comment.start]).toBe('#');
  }
  if (instruction.trigger) checkSpans(instruction.trigger.instruction);
}

describe('syntax', () => {
  it('after any sequence of edits, the snapshot equals a fresh parse', () => {
    fc.assert(
      fc.property(someFile, fc.array(someEdit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        let file = Dockerfile.parse(text);
        void file.source.lineCount; // so that the line index is patched too
        for (const fractions of edits) {
          file = file.edit(placeEdit(file.text, fractions));
          const fresh = Dockerfile.parse(file.text);
          expect(said(file)).toEqual(said(fresh));
          const { source } = file;
          expect(source.lineCount).toBe(fresh.source.lineCount);
          expect(source.positionAt(source.text.length)).toEqual(fresh.source.positionAt(source.text.length));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('an edit in one instruction leaves the others the same objects', () => {
    const text = ownFiles[1]!;
    const file = Dockerfile.parse(text);
    const at = text.indexOf('curl');
    const after = file.edit({ at: { start: at, end: at }, text: 'x' });
    const same = after.instructions.map(({ instruction }, i) => instruction === file.instructions[i]!.instruction);
    expect(same).toEqual([true, true, false]);
  });

  it('every span lies in its text and slices to what it names', () => {
    fc.assert(
      fc.property(someFile, (text) => {
        const file = Dockerfile.parse(text);
        for (const { instruction, start, end } of file.instructions) {
          expect(file.text.slice(start, end)).toBe(instruction.text);
          checkSpans(instruction);
        }
        for (const directive of file.directives.list) {
          expect(text.slice(directive.valueAt.start, directive.valueAt.end)).toBe(directive.value);
          expect(text.slice(directive.nameAt.start, directive.nameAt.end).toLowerCase()).toBe(directive.name);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it.skipIf(corpus.length === 0)('holds for every real file', () => {
    for (const { text } of [...corpus, ...stress])
      for (const { instruction } of Dockerfile.parse(text).instructions) checkSpans(instruction);
  });

  it('any string is read and expanded without exception', () => {
    fc.assert(
      fc.property(fc.oneof(wildText, fc.string({ unit: 'binary' })), (text) => {
        said(Dockerfile.parse(text));
        for (const escape of ['\\', '`'])
          expect(typeof expand(text, emptyEnvironment, { escape }).result).toBe('string');
      }),
      { numRuns: 3000 },
    );
  });

  it('deep nesting and long lines are read, too', () => {
    const nested = `${'${a:-'.repeat(50_000)}x${'}'.repeat(50_000)}`;
    expect(expand(nested, emptyEnvironment, { escape: '\\' }).error?.code).toBe('too-deep');
    expect(Dockerfile.parse(`FROM a\nENV X=${nested}\n`).instructions).toHaveLength(2);
    expect(Dockerfile.parse(`FROM a\nRUN ${'x '.repeat(500_000)}\n`).instructions).toHaveLength(2);
    expect(Dockerfile.parse(`CMD ${'['.repeat(200_000)}`).instructions[0]!.instruction.json).toBeUndefined();
    expect(Dockerfile.parse('ONBUILD '.repeat(20_000)).instructions).toHaveLength(1);
  });

  it('positions and offsets are each other’s inverse', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        const source = new Source(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const position = source.positionAt(offset);
          const back = source.offsetAt(position);
          // between CR and LF there is no position of its own
          expect(text[offset - 1] === '\r' && text[offset] === '\n' ? back + 1 : back).toBe(offset);
        }
      }),
    );
  });
});
