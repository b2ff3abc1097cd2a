import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtReading } from '../../scripts/bench/readings';
import { formatting } from '../../server/src/language/features/formatting';
import { type FormatOptions, formatChoices } from '../../server/src/language/features/formatting/options';
import { onTypeFormatting } from '../../server/src/language/features/onTypeFormatting';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { applyEdits, type Edit } from '../../server/src/language/text/edit';
import { someFile } from '../support/dockerfiles';
import { plainFormat } from '../support/formats';
import { exactReading } from '../support/readings';
import { someHeredoc } from '../support/shellScripts';

const someHeredocs = fc.constantFrom(...formatChoices.heredocs);

const someOptions: fc.Arbitrary<FormatOptions> = fc.record({
  keywordCase: fc.constantFrom(...formatChoices.keywordCase),
  operators: fc.constantFrom(...formatChoices.operators),
  packages: fc.constantFrom(...formatChoices.packages),
  heredocs: someHeredocs,
  tabSize: fc.integer({ min: 1, max: 8 }),
  insertSpaces: fc.boolean(),
  insertFinalNewline: fc.boolean(),
  trimTrailingWhitespace: fc.boolean(),
});

/** Scripts in pieces that a formatter stumbles over. */
const continued: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...[
        'RUN ',
        'CMD ',
        'ONBUILD RUN ',
        'HEALTHCHECK CMD ',
        'ENV ',
        'ENV A ',
        'COPY ',
        '["',
        '", "',
        '"]',
        'apt-get install -y ',
      ],
      ...[
        'b a ',
        'c',
        ' ',
        '  ',
        '\t',
        ' \\\n',
        '\\\n',
        '\\ \n   ',
        ' \\\n\n',
        ' \\\n  # c  \n  ',
        '\\\n\\\n',
        '\n',
        '\r\n',
      ],
      ...[
        '&&',
        ' && ',
        '||',
        '|',
        ';',
        '; ',
        '&',
        '"',
        "'",
        '"a  b"',
        "'a  b'",
        '$(',
        ')',
        '`',
        '\\',
        '\\ ',
        '\\"',
        '#',
        ' #',
      ],
      ...[
        'if x; then ',
        ' fi',
        '{ ',
        '; }',
        '( ',
        ' )',
        '[[ a  ==  b ]]',
        '((1  + 2))',
        '> x',
        '2>&1',
        '<<EOF',
        '\nEOF\n',
        'A=1 ',
      ],
      ...['SHELL ["powershell"]\n', 'FROM a  as  b\n', '# escape=`\n', ' `\n'],
    ),
    { maxLength: 30 },
  )
  .map((pieces) => `FROM a\n${pieces.join('')}`);

const anyFile = fc.oneof(someFile, continued, someHeredoc);

const sideBySide = (edits: readonly Edit[], text: string): void => {
  let end = 0;
  let start = -1;
  for (const { at } of edits) {
    expect(at.start).toBeGreaterThanOrEqual(end);
    expect(at.start).toBeGreaterThan(start);
    expect(at.end).toBeGreaterThanOrEqual(at.start);
    ({ start, end } = at);
  }
  expect(end).toBeLessThanOrEqual(text.length);
};

describe('formatting', () => {
  it('of any text is idempotent, side by side, and reads the same', () => {
    fc.assert(
      fc.property(anyFile, someOptions, (text, options) => {
        const file = Dockerfile.parse(text);
        const edits = formatting(file, options);
        sideBySide(edits, text);
        const after = Dockerfile.parse(applyEdits(text, edits));
        expect(formatting(after, options)).toEqual([]);
        if (options.packages === 'sorted') return;
        expect(exactReading(after, options.heredocs)).toEqual(exactReading(file, options.heredocs));
        expect(builtReading(after)).toEqual(builtReading(file));
      }),
      { numRuns: 4000 },
    );
  });

  it('of a part changes nothing elsewhere and reads the same', () => {
    fc.assert(
      fc.property(
        anyFile,
        someHeredocs,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(40),
        (text, heredocs, from, length) => {
          const file = Dockerfile.parse(text);
          const start = Math.floor(from * text.length);
          const within = { start, end: Math.min(start + length, text.length) };
          const edits = formatting(file, { ...plainFormat, heredocs }, within);
          sideBySide(edits, text);
          const after = Dockerfile.parse(applyEdits(text, edits));
          expect(exactReading(after, heredocs)).toEqual(exactReading(file, heredocs));
          expect(builtReading(after)).toEqual(builtReading(file));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('on Enter touches the line that was left alone', () => {
    fc.assert(
      fc.property(anyFile, someHeredocs, fc.double({ min: 0, max: 1, noNaN: true }), (text, heredocs, from) => {
        const lines = text.split('\n');
        const line = Math.floor(from * (lines.length - 1));
        if (line === 0) return;
        const offset = lines.slice(0, line).join('\n').length + 1;
        const file = Dockerfile.parse(text);
        const edits = onTypeFormatting(file, offset, { ...plainFormat, heredocs });
        sideBySide(edits, text);
        const after = applyEdits(text, edits).split('\n');
        expect(after.toSpliced(line - 1, 1)).toEqual(lines.toSpliced(line - 1, 1));
        const typed = Dockerfile.parse(after.join('\n'));
        expect(exactReading(typed, heredocs)).toEqual(exactReading(file, heredocs));
        expect(builtReading(typed)).toEqual(builtReading(file));
      }),
      { numRuns: 1500 },
    );
  });
});
