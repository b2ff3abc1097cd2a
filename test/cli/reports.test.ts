import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { homepage, pageUrl, Source } from '../../server/src/language';
import { diff } from '../../server/src/node/cli/report/diff';
import { github } from '../../server/src/node/cli/report/github';
import type { ReportedFinding } from '../../server/src/node/cli/report/report';
import { Folder } from '../support/cli';

let folder: Folder;
beforeEach(async () => {
  folder = await Folder.make();
  folder.write(
    '.slipway.json',
    '{ "preset": "none", "rules": { "prefer-copy": "warning", "from-as-casing": "info" } }',
  );
  folder.write('my app/Dockerfile', 'FROM alpine:3.22 as a\n\tADD a \u001b[31mb\n');
});
afterEach(() => folder.remove());

describe('text', () => {
  it('shows each finding with its line, without colour in a pipe, and a summary', () => {
    const said = folder.run(['lint', '.']).out.split('\n');
    expect(said).toEqual([
      expect.stringMatching(/^my app\/Dockerfile:1:18 info \S.+ \[from-as-casing, FromAsCasing\]$/),
      '    1 | FROM alpine:3.22 as a',
      '      |                  ^^',
      '',
      expect.stringMatching(/^my app\/Dockerfile:2:2 warning \S.+ \[prefer-copy, DL3020\]$/),
      // what would steer the terminal is taken out, tabs keep the marks in their place
      '    2 | \tADD a \ufffd[31mb',
      '      | \t^^^',
      '',
      '2 problems (1 warning, 1 info) in 1 of 1 file',
      '2 can be fixed with `slipway fix`',
      '',
    ]);
  });

  it('speaks Korean by option, environment or locale of the terminal', () => {
    const korean = /경고/;
    expect(folder.run(['lint', '--language', 'ko', '.']).out).toMatch(korean);
    expect(folder.run(['lint', '.'], { env: { SLIPWAY_LANGUAGE: 'ko' } }).out).toMatch(korean);
    expect(folder.run(['lint', '.'], { env: { LANG: 'ko_KR.UTF-8' } }).out).toMatch(korean);
    expect(folder.run(['lint', '.'], { env: { LANG: 'ko_KR.UTF-8', LC_ALL: 'C' } }).out).not.toMatch(korean);
    expect(folder.run(['lint', '--language', 'en', '.'], { env: { LANG: 'ko_KR.UTF-8' } }).out).not.toMatch(korean);
  });

  it('says that there is nothing', () => {
    folder.write('clean/Dockerfile', 'FROM alpine:3.22\n');
    expect(folder.run(['lint', 'clean'])).toEqual({ code: 0, out: 'No problems in 1 file\n', err: '' });
  });
});

describe('machine formats', () => {
  it('stay English whatever the terminal speaks', () => {
    const { out } = folder.run(['lint', '--format', 'json', '.'], { env: { LANG: 'ko_KR.UTF-8' } });
    expect(out).not.toMatch(/[가-힣]/);
  });

  it('sarif has results with regions, the rules they name, and paths from the root', () => {
    const { code, out } = folder.run(['lint', '--format', 'sarif', '.', 'missing']);
    expect(code).toBe(2);
    const log = JSON.parse(out);
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') });
    const [run] = log.runs;
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver).toMatchObject({
      name: 'Slipway',
      informationUri: homepage,
      version: expect.stringMatching(/^\d/),
    });
    expect(run.results).toMatchObject([
      {
        ruleId: 'from-as-casing',
        level: 'note',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'my%20app/Dockerfile', uriBaseId: '%SRCROOT%' },
              region: { startLine: 1, startColumn: 18, endLine: 1, endColumn: 20 },
            },
          },
        ],
      },
      { ruleId: 'prefer-copy', level: 'warning', message: { text: expect.any(String) } },
    ]);
    for (const { ruleId, ruleIndex } of run.results) {
      const rule = run.tool.driver.rules[ruleIndex];
      expect(rule).toMatchObject({
        id: ruleId,
        helpUri: pageUrl(ruleId),
        shortDescription: { text: expect.stringMatching(/./) },
      });
    }
    expect(run.invocations).toMatchObject([
      { executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }] },
    ]);
  });

  it('github has one annotation a finding', () => {
    expect(folder.run(['lint', '--format', 'github', '.']).out.split('\n')).toEqual([
      expect.stringMatching(
        /^::notice file=my app\/Dockerfile,line=1,endLine=1,col=18,endColumn=20,title=from-as-casing%2C FromAsCasing::\S/,
      ),
      expect.stringMatching(
        /^::warning file=my app\/Dockerfile,line=2,endLine=2,col=2,endColumn=5,title=prefer-copy%2C DL3020::\S/,
      ),
      '',
    ]);
  });

  it('github escapes what would end a command', () => {
    const finding: ReportedFinding = {
      rule: 'a:b',
      aliases: [],
      category: 'style',
      level: 'error',
      message: '100%\r\nof a::b, c',
      line: 1,
      column: 2,
      endLine: 3,
      endColumn: 4,
      instructionLine: 1,
      fix: 'no',
      builder: false,
      url: '',
    };
    const files = [{ path: 'a,b:c%\nd', source: new Source(''), findings: [finding] }];
    expect(github({ files, troubles: [], locale: 'en', colour: false })).toBe(
      '::error file=a%2Cb%3Ac%25%0Ad,line=1,endLine=3,title=a%3Ab::100%25%0D%0Aof a::b, c\n',
    );
  });
});

describe('diff', () => {
  it('shows changed lines in hunks with their context and place', () => {
    const before = Array.from({ length: 12 }, (_, i) => `line ${i + 1}`);
    const after = before.with(1, 'two').toSpliced(10, 1).toSpliced(9, 0, 'new');
    expect(diff('f', before.join('\n'), after.join('\n'))).toBe(
      [
        '@@ f:1 @@',
        ' line 1',
        '-line 2',
        '+two',
        ' line 3',
        ' line 4',
        '@@ f:8 @@',
        ' line 8',
        ' line 9',
        '+new',
        ' line 10',
        '-line 11',
        ' line 12',
        '',
      ].join('\n'),
    );
  });

  it('is empty where nothing changed, and whole where all did', () => {
    expect(diff('f', 'a\nb', 'a\nb')).toBe('');
    expect(diff('f', 'a', 'b')).toBe('@@ f:1 @@\n-a\n+b\n');
  });
});
