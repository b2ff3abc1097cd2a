import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');

describe('fix', () => {
  it('writes the safe fixes, keeps BOM and line breaks, and leaves the rest', () => {
    folder.write('a/Dockerfile', '\ufeffFROM alpine:3.22 as a\r\nADD a b\r\nEXPOZE 1\r\n');
    folder.write('b/Dockerfile', 'FROM alpine:3.22\n');
    expect(folder.run(['fix', '.'])).toEqual({ code: 0, out: 'a/Dockerfile: 2 fixed\n', err: '' });
    expect(read('a/Dockerfile')).toBe('\ufeffFROM alpine:3.22 AS a\r\nCOPY a b\r\nEXPOZE 1\r\n');
    expect(folder.run(['fix', '.'])).toEqual({ code: 0, out: 'Nothing to fix\n', err: '' });
  });

  it('makes the others too when told to', () => {
    folder.write('Dockerfile', 'FROM alpine:3.22\nEXPOZE 1\n');
    expect(folder.run(['fix', '--unsafe', '.']).code).toBe(0);
    expect(read('Dockerfile')).toBe('FROM alpine:3.22\nEXPOSE 1\n');
  });

  it('shows and writes nothing with --dry-run', () => {
    folder.write('Dockerfile', 'FROM alpine:3.22\nADD a b\n');
    const { out } = folder.run(['fix', '--dry-run', '.']);
    expect(out).toBe('@@ Dockerfile:1 @@\n FROM alpine:3.22\n-ADD a b\n+COPY a b\n \nDockerfile: 1 would be fixed\n');
    expect(read('Dockerfile')).toBe('FROM alpine:3.22\nADD a b\n');
  });

  it('reads standard input and writes standard output', () => {
    expect(folder.run(['fix', '-'], { input: 'FROM a\nADD a b' })).toEqual({
      code: 0,
      out: 'FROM a\nCOPY a b',
      err: '',
    });
    expect(folder.run(['fix', '-'], { input: 'FROM a\n' }).out).toBe('FROM a\n');
  });

  it('leaves what is not UTF-8 as it is', () => {
    const bytes = Buffer.from('FROM a\nADD caf\xe9 b\n', 'latin1');
    folder.write('a/Dockerfile', bytes);
    folder.write('b/Dockerfile', 'FROM a\nADD a b\n');
    const { code, err } = folder.run(['fix', '.']);
    expect(code).toBe(2);
    expect(err).toContain('a/Dockerfile: not UTF-8');
    expect(readFileSync(join(folder.path, 'a/Dockerfile'))).toEqual(bytes);
    expect(read('b/Dockerfile')).toBe('FROM a\nCOPY a b\n');
  });
});

describe('the other commands', () => {
  it('explain prints the bundled page by id or alias, in both languages', () => {
    const { out, code } = folder.run(['explain', 'DL3020']);
    expect(code).toBe(0);
    expect(out).toMatch(/^# prefer-copy\n/);
    expect(out).not.toContain('<!--');
    expect(folder.run(['explain', '--language=ko', 'prefer-copy']).out).toMatch(/[가-힣]/);
  });

  it('--version and --help', () => {
    expect(folder.run(['--version'])).toEqual({
      code: 0,
      out: `${JSON.parse(readFileSync('package.json', 'utf8')).version}\n`,
      err: '',
    });
    for (const args of [['--help'], ['lint', '--help'], ['fix', '-h'], ['explain', '--help']]) {
      expect(folder.run(args)).toMatchObject({ code: 0, out: expect.stringContaining('slipway lint'), err: '' });
    }
  });
});
