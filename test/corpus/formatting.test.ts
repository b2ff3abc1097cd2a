import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtReading } from '../../scripts/bench/readings';
import { type FormatOptions, formatChoices } from '../../server/src/language/features/formatting/options';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { problemsOf } from '../../server/src/language/model/problems';
import { scriptsOf } from '../../server/src/language/model/scripts';
import { ownFiles } from '../support/dockerfiles';
import { formatted, plainFormat } from '../support/formats';
import { exactReading } from '../support/readings';
import { corpus, stress } from '../support/shared';
import { someHeredoc } from '../support/shellScripts';

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
          heredocs: insertSpaces ? 'shell' : 'preserve',
          tabSize,
          insertSpaces,
          insertFinalNewline: insertSpaces,
          trimTrailingWhitespace: tabSize !== 8,
        })),
      ),
    ),
  ),
);

const laidOut: FormatOptions = { ...plainFormat, heredocs: 'shell' };

const printed = (script: string) => {
  const { stdout, stderr } = spawnSync('bash', ['--pretty-print'], { input: script, encoding: 'utf8' });
  return { stdout, understood: stderr === '' };
};
const noBash = !String(printed('a  b').stdout).startsWith('a b');

/** The scripts that are heredocs of RUN. */
const bodies = (text: string): readonly string[] =>
  Dockerfile.parse(text).instructions.flatMap(({ instruction }) =>
    scriptsOf(instruction).flatMap((script) => (script.kind === 'heredoc' ? [script.text] : [])),
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
    const [was, is] = files.map((file) => JSON.stringify(exactReading(file, options.heredocs)));
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

  it('so it is with shell scripts in heredocs', () => {
    expect(texts.flatMap((text) => faults(text, laidOut))).toEqual([]);
    const changed = corpus.filter(({ text }) => formatted(text, laidOut) !== formatted(text, plainFormat)).length;
    if (corpus.length > 0) expect(changed).toBeGreaterThan(10);
  });

  it.skipIf(noBash)('Bash itself prints these scripts as it did before', () => {
    const generated = fc.sample(someHeredoc, { numRuns: 800, seed: 435 });
    let read = 0;
    for (const text of [...corpus.map((file) => file.text), ...generated]) {
      const [before, after] = [text, formatted(text, laidOut)].map(bodies);
      expect(after).toHaveLength(before!.length);
      before!.forEach((script, i) => {
        if (script === after![i]) return;
        const [was, is] = [printed(script), printed(after![i]!)];
        expect(is).toEqual(was);
        if (was.understood) read++;
      });
    }
    expect(read).toBeGreaterThan(100);
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
