import { describe, expect, it } from 'vitest';
import { builtReading } from '../../scripts/bench/readings';
import { type FormatOptions, formatChoices } from '../../server/src/language/features/formatting/options';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { problemsOf } from '../../server/src/language/model/problems';
import { ownFiles } from '../support/dockerfiles';
import { formatted, plainFormat } from '../support/formats';
import { exactReading } from '../support/readings';
import { corpus, stress } from '../support/shared';

const texts = [...ownFiles, ...stress.map(({ text }) => text), ...corpus.map(({ text }) => text)];

const combinations: FormatOptions[] = formatChoices.keywordCase.flatMap((keywordCase) =>
  formatChoices.operators.flatMap((operators) =>
    formatChoices.packages.flatMap((packages) =>
      [2, 4, 8].flatMap((tabSize) =>
        [true, false].map((insertSpaces) => ({
          ...plainFormat,
          keywordCase,
          operators,
          packages,
          tabSize,
          insertSpaces,
          insertFinalNewline: insertSpaces,
          trimTrailingWhitespace: tabSize !== 8,
        })),
      ),
    ),
  ),
);

/** What is wrong with the formatted text; empty for nothing. */
function faults(text: string, options: FormatOptions): string[] {
  const after = formatted(text, options);
  if (after === text) return [];
  const wrong: string[] = [];
  const say = (what: string) => wrong.push(`${what}: ${JSON.stringify(options)} ${text.slice(0, 300)}`);
  const again = formatted(after, options);
  if (again !== after) say('not idempotent');
  const files = [Dockerfile.parse(text), Dockerfile.parse(after)] as const;
  if (options.packages !== 'sorted') {
    const [was, is] = files.map((file) => JSON.stringify(exactReading(file)));
    if (was !== is) say('other words');
    if (builtReading(files[0]).join() !== builtReading(files[1]).join()) say('other commands');
  }
  const [errors, errorsAfter] = files.map((file) => problemsOf(file, {}).map(({ code }) => code));
  if (String(errors) !== String(errorsAfter)) say('other builder errors');
  const crlf = (each: string) => each.split('\r\n').length - 1;
  const lf = (each: string) => each.split('\n').length - 1 - crlf(each);
  if ((lf(text) === 0 && lf(after) > 0) || (crlf(text) === 0 && crlf(after) > 0)) say('line breaks');
  if (text.endsWith('\n') && !after.endsWith('\n')) say('no final newline');
  if (!options.insertFinalNewline && /\S$/.test(text) && after.endsWith('\n')) say('a final newline');
  if (options.insertFinalNewline && /\S/.test(text) && !after.endsWith('\n') && !text.includes('<<'))
    say('lacks the final newline');
  return wrong;
}

describe('formatting of real files', () => {
  it('is idempotent, changes nothing that is read, keeps line breaks and the final newline', () => {
    const wrong = texts.flatMap((text) => faults(text, plainFormat));
    expect(wrong).toEqual([]);
    if (corpus.length > 0) {
      const changed = texts.filter((text) => formatted(text, plainFormat) !== text).length;
      expect(changed).toBeGreaterThan(corpus.length / 3);
    }
  });

  it('so it is with CRLF', () => {
    expect(texts.flatMap((text) => faults(text.replace(/\r?\n/g, '\r\n'), plainFormat))).toEqual([]);
  });

  it('so it is with every combination of settings, each on a sample', () => {
    const wrong = combinations.flatMap((options, i) =>
      texts
        .filter((_, index) => index % 47 === i % 47 || index < ownFiles.length)
        .flatMap((text) => faults(text, options)),
    );
    expect(wrong).toEqual([]);
  });

  it('sorted packages are the same packages, and all else stays in order', () => {
    const words = (text: string) =>
      text
        .split(/[\s\\;]+/)
        .sort()
        .join(' ');
    for (const text of texts) {
      const lists = formatted(text, { ...plainFormat, packages: 'one-per-line' });
      const sorted = formatted(text, { ...plainFormat, packages: 'sorted' });
      expect(words(sorted)).toBe(words(lists));
    }
  });
});
