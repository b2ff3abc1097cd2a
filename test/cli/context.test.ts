import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileReport } from '../../server/src/node/cli/report/report';
import { Folder } from '../support/cli';

let folder: Folder;
beforeEach(async () => {
  folder = await Folder.make();
});
afterEach(() => folder.remove());

const json = (...args: string[]) => {
  const run = folder.run(['lint', '--format', 'json', ...args]);
  return { ...run, ...(JSON.parse(run.out) as { files: FileReport[] }) };
};

describe('the build context', () => {
  const copying = 'FROM alpine:3.22\nCOPY pakage.json secret.txt made.js /x/\n';
  beforeEach(() => {
    folder.write(
      '.slipway.json',
      '{ "preset": "none", "rules": { "missing-copy-source": "warning", "ignored-copy-source": "warning" } }',
    );
    folder.write('docker/Dockerfile', copying);
    folder.write('app/package.json', '{}');
    folder.write('app/.dockerignore', '*.txt');
    folder.write('app/.gitignore', 'made.js');
  });

  it('is looked into where it is named', () => {
    const { files, code } = json('--context', 'app', '.');
    expect(code).toBe(1);
    expect(files[0]!.findings).toMatchObject([
      { rule: 'missing-copy-source', column: 6, fix: 'unsafe', level: 'warning' },
      { rule: 'ignored-copy-source', column: 18 },
    ]);
    expect(json('.').files[0]!.findings).toEqual([]);
    expect(folder.run(['fix', '--unsafe', '--context=app/', '.']).code).toBe(0);
    expect(json('--context', 'app', '.').files[0]!.findings).toMatchObject([{ rule: 'ignored-copy-source' }]);
  });

  it.each(['none', 'app/package.json'])('must be a folder: %s', (path) => {
    const { code, err } = folder.run(['lint', '--context', path, '.']);
    expect(code).toBe(2);
    expect(err).toContain(`--context ${path}: `);
  });

  it('is nothing to format by', () => {
    expect(folder.run(['format', '--context', 'app', '--check', '.']).code).toBe(2);
  });
});

describe('what .dockerignore leaves out', () => {
  it('is known beside the Dockerfile, its own file before the common one', () => {
    folder.write('.slipway.json', '{ "preset": "none", "rules": { "CopyIgnoredFile": "warning" } }');
    folder.write('Dockerfile', 'FROM scratch\nCOPY a b /\n');
    folder.write('Dockerfile.dev', 'FROM scratch\nCOPY a b /\n');
    folder.write('.dockerignore', 'a\n');
    folder.write('Dockerfile.dev.dockerignore', 'b\n');
    const lines = json('.').files.map(({ path, findings }) => [path, ...findings.map(({ message }) => message)]);
    expect(lines).toEqual([
      ['Dockerfile', expect.stringContaining('`a` never reaches the builder: line 1 of .dockerignore')],
      [
        'Dockerfile.dev',
        expect.stringContaining('`b` never reaches the builder: line 1 of Dockerfile.dev.dockerignore'),
      ],
    ]);
  });
});
