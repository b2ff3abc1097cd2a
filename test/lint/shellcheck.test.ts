import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConfigLayer, resolveConfig } from '../../server/src/language/lint/config';
import { createLinter } from '../../server/src/language/lint/lint';
import { rules } from '../../server/src/language/lint/rules';
import {
  type ShellcheckComment,
  type ShellcheckRequest,
  shellcheckRequests,
} from '../../server/src/language/lint/shellcheck';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { nowhere } from '../../server/src/language/model/surroundings';
import { someFile } from '../support/dockerfiles';

const requests = (text: string) => shellcheckRequests(Dockerfile.parse(text));

const comment = (code: number, line: number, column: number, endColumn: number, more = {}): ShellcheckComment => ({
  code,
  line,
  column,
  endLine: line,
  endColumn,
  level: 'warning',
  message: 'words',
  fix: null,
  ...more,
});

/** What a file's findings are when ShellCheck says of each script what `answer` does. */
function lint(
  text: string,
  answer: (request: ShellcheckRequest) => readonly ShellcheckComment[] | undefined,
  ...layers: ConfigLayer[]
) {
  const linter = createLinter(resolveConfig(rules, layers));
  return linter.lint(Dockerfile.parse(text), nowhere, { shellcheck: answer });
}

describe('what ShellCheck is asked', () => {
  it('each RUN as the builder joins it, in the shell that runs it', () => {
    expect(
      requests(
        'FROM debian:13\nRUN a \\\n # c\n b\nSHELL ["/bin/bash", "-c"]\nRUN c\nCMD d\nONBUILD RUN e\nRUN <<E\nf\nE\n',
      ),
    ).toEqual([
      { dialect: 'dash', script: 'a  b\n' },
      { dialect: 'bash', script: 'c\n' },
      { dialect: 'bash', script: 'e\n' },
      { dialect: 'bash', script: 'f\n\n' },
    ]);
    expect(requests('FROM alpine\nRUN a\n')).toEqual([{ dialect: 'busybox', script: 'a\n' }]);
  });

  it('with the variables set that it speaks of, and no others', () => {
    const [request] = requests('ARG G\nFROM scratch\nARG b=1\nENV A=2 C=3\nRUN echo $A "${b}" $G\n');
    expect(request?.script).toBe('export A=1\nexport b=1\necho $A "${b}" $G\n');
  });

  it('no script of PowerShell, cmd or Python, and none in exec form', () => {
    expect(requests('FROM mcr.microsoft.com/windows/servercore\nRUN a\nSHELL ["pwsh", "-c"]\nRUN b\n')).toEqual([]);
    expect(requests('FROM a\nRUN ["b"]\nRUN <<E\n#!/usr/bin/env python3\nprint()\nE\n')).toEqual([]);
  });

  it('is the same object while another instruction is typed', () => {
    const file = Dockerfile.parse('FROM a\nRUN b\nFROM c\nRUN d\n');
    const next = file.edit({ at: { start: file.text.length - 1, end: file.text.length - 1 }, text: 'x' });
    expect(shellcheckRequests(next)[0]).toBe(shellcheckRequests(file)[0]);
  });
});

describe('what ShellCheck answers', () => {
  const text = 'FROM debian:13\nENV A=1\nRUN echo $A \\\n  $x `ls`\n';

  it('stands at the words of the Dockerfile, below the exports, in place of our own', () => {
    const found = lint(text, () => [comment(2006, 2, 14, 18), comment(9999, 1, 1, 2), comment(2086, 2, 11, 13)]);
    expect(found.map(({ rule, at, aliases }) => [rule, text.slice(at.start, at.end), aliases])).toEqual([
      ['quote-variable', '$x', ['SC2086']],
      ['no-backticks', '`ls`', []],
    ]);
  });

  it('leaves our own where nothing was answered', () => {
    const own = lint(text, () => undefined).map(({ rule }) => rule);
    expect(own).toEqual(lint(text, () => undefined).map(({ rule }) => rule));
    expect(own).toContain('no-backticks');
    expect(lint(text, () => []).map(({ rule }) => rule)).not.toContain('no-backticks');
  });

  it('brings fixes, unsafe ones', () => {
    const fix = {
      replacements: [
        { line: 2, column: 14, endLine: 2, endColumn: 15, replacement: '$(' },
        { line: 2, column: 17, endLine: 2, endColumn: 18, replacement: ')' },
      ],
    };
    const [found] = lint(text, () => [comment(2006, 2, 14, 18, { fix })]);
    const at = text.indexOf('`ls`');
    expect(found?.fixes[0]).toMatchObject({
      safety: 'unsafe',
      edits: [
        { at: { start: at, end: at + 1 }, text: '$(' },
        { at: { start: at + 3, end: at + 4 }, text: ')' },
      ],
    });
  });

  it.each<[string, ConfigLayer[], (string | undefined)[]]>([
    ['recommended', [], ['warning', 'info', 'hint', 'hint']],
    ['strict', [{ preset: 'strict' }], ['warning', 'warning', 'info', 'info']],
    ['all', [{ preset: 'all' }], ['warning', 'info', 'info', 'info']],
    ['none', [{ preset: 'none' }], []],
    ['set by id', [{ rules: { SC9001: 'error', sc9002: 'off' } }], ['error', 'hint', 'hint']],
  ])('of ids that no rule stands for is as loud as ShellCheck means it: %s', (_, layers, expected) => {
    const levels = ['error', 'warning', 'info', 'style'] as const;
    const all = levels.map((level, i) => comment(9001 + i, 1, 1, 2, { level }));
    const found = lint('FROM debian:13\nRUN echo\n', () => all, ...layers).filter(({ rule }) => /^SC/.test(rule));
    expect(found.map(({ level }) => level)).toEqual(expected);
    expect(found.every(({ page, rule }) => page === `https://www.shellcheck.net/wiki/${rule}`)).toBe(true);
  });

  it('of ids that a rule stands for is as loud as that', () => {
    const level = (layer: ConfigLayer) => lint(text, () => [comment(2086, 2, 11, 13)], layer).map((each) => each.level);
    expect(level({ rules: { 'quote-variable': 'error' } })).toEqual(['error']);
    expect(level({ rules: { SC2086: 'warning' } })).toEqual(['warning']);
    expect(level({ rules: { SC2231: 'warning' } })).toEqual(['hint']);
    expect(level({ rules: { 'quote-variable': 'off' } })).toEqual([]);
  });

  it.each(['# hadolint ignore=SC9999', '# slipway ignore=sc9999', '# hadolint ignore=DL3000,SC9999'])('%s', (line) => {
    expect(lint(`FROM debian:13\n${line}\nRUN a\n`, () => [comment(9999, 1, 1, 2)])).toEqual([]);
  });

  it('never leads out of the file, whatever it says', () => {
    const number = fc.integer({ min: -2, max: 60 });
    const range = fc.record({ line: number, column: number, endLine: number, endColumn: number });
    const some = fc.array(
      fc.record({
        range,
        code: fc.integer({ min: 1000, max: 4000 }),
        replacements: fc.array(range, { maxLength: 2 }),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(someFile, some, (file, answers) => {
        const comments = answers.map(({ range: at, code, replacements }) => ({
          ...comment(code, 1, 1, 1),
          ...at,
          fix: { replacements: replacements.map((each) => ({ ...each, replacement: '"' })) },
        }));
        for (const { at, fixes } of lint(file, () => comments, { preset: 'all' })) {
          for (const { start, end } of [at, ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.at))]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(file.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
