import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageUrl } from '../../server/src/language';
import type { FileReport } from '../../server/src/node/cli/report/report';
import { Folder } from '../support/cli';

let folder: Folder;
beforeEach(async () => {
  folder = await Folder.make();
  folder.write(
    '.slipway.json',
    '{ "preset": "none", "rules": { "prefer-copy": "warning", "from-as-casing": "info" } }',
  );
});
afterEach(() => folder.remove());

const bad = 'FROM alpine:3.22\nADD a b\n';
const json = (...args: string[]) => {
  const run = folder.run(['lint', '--format', 'json', ...args]);
  return { ...run, ...(JSON.parse(run.out) as { files: FileReport[]; summary: Record<string, unknown> }) };
};
const paths = (...args: string[]) => json(...args).files.map(({ path }) => path);

describe('json', () => {
  it('gives each finding as the contract has it', () => {
    folder.write('app/Dockerfile', '# c\nFROM alpine:3.22 \\\n  as 이름\nADD 😀 b\n');
    const { files, summary, code } = json('app');
    expect(code).toBe(1);
    expect(files).toEqual([
      {
        path: 'app/Dockerfile',
        findings: [
          {
            rule: 'from-as-casing',
            aliases: ['FromAsCasing'],
            category: 'style',
            level: 'info',
            message: expect.stringMatching(/^[\x20-\x7e]+$/),
            line: 3,
            column: 3,
            endLine: 3,
            endColumn: 5,
            instructionLine: 2,
            fix: 'safe',
            builder: false,
            url: pageUrl('from-as-casing'),
          },
          expect.objectContaining({
            builder: true,
            rule: 'builder-error',
            level: 'error',
            line: 3,
            instructionLine: 2,
          }),
          expect.objectContaining({ rule: 'prefer-copy', aliases: ['DL3020'], line: 4, column: 1, endColumn: 4 }),
        ],
      },
    ]);
    expect(summary).toEqual({
      files: 1,
      findings: 3,
      error: 1,
      warning: 1,
      info: 1,
      hint: 0,
      fixable: 2,
      troubles: [],
    });
  });

  it('counts lines by LF alone, as the builder does', () => {
    folder.write('Dockerfile', 'FROM alpine:3.22\n# a\rb\rc\r\nADD a b\r\n');
    expect(json('.').files[0]!.findings).toMatchObject([
      { line: 3, column: 1, endLine: 3, endColumn: 4, instructionLine: 3 },
    ]);
  });

  it('has a file without FROM as one error on its first line', () => {
    folder.write('Dockerfile', '');
    expect(json('.').files[0]!.findings).toMatchObject([
      { rule: 'builder-error', builder: true, level: 'error', line: 1, instructionLine: 1 },
    ]);
  });
});

describe('exit codes', () => {
  it('follow --fail-on', () => {
    folder.write('Dockerfile', bad);
    folder.write('info/Dockerfile', 'FROM alpine:3.22 as a\n');
    expect(folder.run(['lint', 'Dockerfile']).code).toBe(1);
    expect(folder.run(['lint', '--fail-on', 'error', 'Dockerfile']).code).toBe(0);
    expect(folder.run(['lint', '--fail-on=never', 'Dockerfile']).code).toBe(0);
    expect(folder.run(['lint', '--no-fail', 'Dockerfile']).code).toBe(0);
    expect(folder.run(['lint', 'info']).code).toBe(0);
    expect(folder.run(['lint', '--fail-on', 'info', 'info']).code).toBe(1);
    expect(folder.run(['lint', '--preset', 'none', '--fail-on', 'info', 'info']).code).toBe(1);
  });

  it.each([
    [[], 'no command'],
    [['paint'], 'no command paint'],
    [['lint'], 'no path'],
    [['lint', '--format', 'xml', '.'], '--format must be one of text, json, sarif, github'],
    [['lint', '--fail-on', 'hints', '.'], '--fail-on must be one of'],
    [['lint', '--preset', 'loud', '.'], '--preset must be one of'],
    [['lint', '--frmat', 'json', '.'], '--frmat'],
    [['lint', '-', 'Dockerfile'], '- cannot be combined'],
    [['lint', '--language', 'fr', '.'], '--language must be one of en, ko'],
    [['explain'], 'one rule'],
    [['explain', 'no-such-rule'], 'no rule no-such-rule'],
  ])('2 for the usage %j', (args, message) => {
    const { code, out, err } = folder.run(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
  });

  it('2 for what cannot be read, with all else reported', () => {
    folder.write('a/Dockerfile', bad);
    folder.write('c/Dockerfile', bad);
    symlinkSync('nowhere', join(folder.path, 'Dockerfile.lost'));
    symlinkSync('Dockerfile.loop', join(folder.path, 'Dockerfile.loop'));
    symlinkSync('.', join(folder.path, 'Dockerfile.folder'));
    const { code, files, err, summary } = json('a', 'missing', '.');
    expect(code).toBe(2);
    expect(files.map(({ path, findings }) => [path, findings.length])).toEqual([
      ['a/Dockerfile', 1],
      ['c/Dockerfile', 1],
    ]);
    expect(err).toContain('slipway: missing: no such file or folder');
    expect(err).toContain('slipway: Dockerfile.lost: ');
    expect(err).toContain('slipway: Dockerfile.loop: ');
    expect(summary.troubles).toHaveLength(3);
  });

  it('2 for a rule that breaks, with all other rules and files reported', async () => {
    const broken = await Folder.make('broken');
    broken.write('.slipway.json', '{ "preset": "none", "rules": { "prefer-copy": "warning", "broken": "warning" } }');
    broken.write('Dockerfile', bad);
    broken.write('b/Dockerfile', bad);
    const { code, out, err } = broken.run(['lint', '--format', 'json', '.']);
    expect(code).toBe(2);
    expect(JSON.parse(out).summary).toMatchObject({ files: 2, findings: 2 });
    expect(err).toContain('Dockerfile: rule broken failed: broken on purpose');
    broken.remove();
  });

  it('2 for a broken configuration file, told once, with all else reported', () => {
    folder.write('.slipway.json', '{');
    folder.write('a/Dockerfile', bad);
    folder.write('b/Dockerfile', bad);
    const { code, err, files } = json('--preset', 'none', '.');
    expect(code).toBe(2);
    expect(files).toHaveLength(2);
    expect(err.match(/\.slipway\.json: not valid JSON/g)).toHaveLength(1);
  });
});

describe('which files', () => {
  it('of a folder: the names of the language, in order, without ignore files', () => {
    for (const name of [
      'Dockerfile',
      'Dockerfile.dev',
      'web.dockerfile',
      'api.Dockerfile',
      'Containerfile',
      'Containerfile.dev',
    ])
      folder.write(`d/${name}`, bad);
    for (const name of [
      'dockerfile',
      'Dockerfile.dev.dockerignore',
      'Dockerfile-old',
      'docker-compose.yml',
      'MyDockerfile',
    ])
      folder.write(`d/${name}`, bad);
    folder.write('d/node_modules/x/Dockerfile', bad);
    folder.write('d/.git/Dockerfile', bad);
    expect(paths('d')).toEqual(
      ['Containerfile', 'Containerfile.dev', 'Dockerfile', 'Dockerfile.dev', 'api.Dockerfile', 'web.dockerfile'].map(
        (name) => `d/${name}`,
      ),
    );
  });

  it('by name: any, each once', () => {
    folder.write('odd.txt', bad);
    expect(paths('odd.txt', './odd.txt', 'odd.txt')).toEqual(['odd.txt']);
  });

  it('of a folder: without what git ignores, by ignore files at every depth', () => {
    folder.write('.git/info/exclude', '/excluded/\n');
    folder.write('.gitignore', '# c\n/build/\n*.dockerfile\n');
    folder.write('sub/.gitignore', '!kept.dockerfile\nDockerfile.*\n!Dockerfile.prod\n');
    for (const name of [
      'Dockerfile',
      'build/Dockerfile',
      'excluded/Dockerfile',
      'a.dockerfile',
      'sub/build/Dockerfile',
      'sub/b.dockerfile',
      'sub/kept.dockerfile',
      'sub/Dockerfile.dev',
      'sub/Dockerfile.prod',
    ]) {
      folder.write(name, bad);
    }
    const inSub = ['sub/Dockerfile.prod', 'sub/build/Dockerfile', 'sub/kept.dockerfile'];
    expect(paths('.')).toEqual(['Dockerfile', ...inSub]);
    // the ignore files above a folder count for it as well
    expect(paths('sub')).toEqual(inSub);
    // who names an ignored file or folder wants to see it
    expect(paths('build', 'a.dockerfile')).toEqual(['build/Dockerfile', 'a.dockerfile']);
  });

  it('standard input, under the name given', () => {
    folder.write('sub/.slipway.json', '{ "preset": "none" }');
    const lint = (...args: string[]) =>
      JSON.parse(folder.run(['lint', '--format=json', ...args, '-'], { input: bad }).out).files;
    expect(lint()).toMatchObject([{ path: '-', findings: [{ rule: 'prefer-copy' }] }]);
    expect(lint('--stdin-filename', 'x/Dockerfile')).toMatchObject([{ path: 'x/Dockerfile', findings: [{}] }]);
    expect(lint('--stdin-filename', 'sub/Dockerfile')).toEqual([{ path: 'sub/Dockerfile', findings: [] }]);
  });
});

describe('configuration', () => {
  it('of a flag stands above comments’ absence, files above hadolint’s', () => {
    folder.write('.slipway.json', '{ "rules": { "prefer-copy": "error" } }');
    folder.write('.hadolint.yaml', 'ignored: [DL3020]\noverride:\n  style: [FromAsCasing]\n');
    folder.write('Dockerfile', `FROM alpine:3.22 as a\nADD a b\n`);
    expect(json('--preset', 'none', '.').files[0]!.findings).toMatchObject([
      { rule: 'from-as-casing', level: 'hint' },
      { rule: 'prefer-copy', level: 'error' },
    ]);
  });

  it('of hadolint in a user’s own folder counts where the project has none', () => {
    folder.write('.slipway.json', '{}');
    folder.write('.config/hadolint.yaml', 'ignored: [DL3020]');
    folder.write('Dockerfile', bad);
    expect(json('Dockerfile').files[0]!.findings.map(({ rule }) => rule)).not.toContain('prefer-copy');
  });

  it('of hadolint says from which level on a run fails, unless the command line does', () => {
    folder.write('a/Dockerfile', bad);
    folder.write('a/.hadolint.yml', 'failure-threshold: error');
    expect(folder.run(['lint', 'a']).code).toBe(0);
    expect(folder.run(['lint', '--fail-on', 'warning', 'a']).code).toBe(1);
    folder.write('b/Dockerfile', bad);
    expect(folder.run(['lint', 'a', 'b']).code).toBe(1);
    folder.write('b/.hadolint.yaml', 'failure-threshold: none');
    expect(folder.run(['lint', 'a', 'b']).code).toBe(0);
  });

  it('that names nobody’s rule is trouble', () => {
    folder.write('.slipway.json', '{ "rules": { "prefer-cpoy": "error" } }');
    folder.write('Dockerfile', bad);
    expect(folder.run(['lint', '.'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('.slipway.json: unknown rule: prefer-cpoy'),
    });
  });

  it('in a comment of the file silences', () => {
    folder.write('Dockerfile', 'FROM alpine:3.22\n# slipway ignore=prefer-copy\nADD a b\n');
    expect(json('.').files[0]!.findings).toEqual([]);
  });
});
