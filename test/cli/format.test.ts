import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Folder } from '../support/cli';

let folder: Folder;
beforeEach(async () => {
  folder = await Folder.make();
  folder.write('.editorconfig', 'root = true\n');
});
afterEach(() => folder.remove());
const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');
const shown = (name = 'Dockerfile') => folder.run(['format', name]).out;

const loose = 'from  a\nRUN b && \\\n  c  "d  e"\n';
const tidy = 'FROM a\nRUN b && \\\n    c "d  e"\n';

describe('format', () => {
  it('shows one file, and standard input', () => {
    folder.write('Dockerfile', loose);
    expect(folder.run(['format', 'Dockerfile'])).toEqual({ code: 0, out: tidy, err: '' });
    expect(folder.run(['format', '.'])).toEqual({ code: 0, out: tidy, err: '' });
    expect(folder.run(['format', '-'], { input: loose })).toEqual({ code: 0, out: tidy, err: '' });
    expect(read('Dockerfile')).toBe(loose);
  });

  it('--check tells which files are not formatted', () => {
    folder.write('a/Dockerfile', loose);
    folder.write('b/Dockerfile', tidy);
    expect(folder.run(['format', '--check', '.'])).toEqual({ code: 1, out: 'a/Dockerfile: not formatted\n', err: '' });
    expect(folder.run(['format', '--check', 'b'])).toEqual({ code: 0, out: 'Nothing to format\n', err: '' });
    expect(folder.run(['format', '--check', '-'], { input: loose }).code).toBe(1);
    expect(folder.run(['format', '--check', '--language', 'ko', '.']).out).toMatch(/[가-힣]/);
    expect(read('a/Dockerfile')).toBe(loose);
  });

  it('--write formats them, keeps BOM and CRLF, and then nothing is left', () => {
    folder.write('a/Dockerfile', `\ufeff${loose.replaceAll('\n', '\r\n')}`);
    folder.write('b/Dockerfile', tidy);
    expect(folder.run(['format', '--write', '.'])).toEqual({ code: 0, out: 'a/Dockerfile: formatted\n', err: '' });
    expect(read('a/Dockerfile')).toBe(`\ufeff${tidy.replaceAll('\n', '\r\n')}`);
    expect(folder.run(['format', '--write', '.'])).toEqual({ code: 0, out: 'Nothing to format\n', err: '' });
  });

  it('follows .slipway.json and tells what is wrong in it', () => {
    folder.write('Dockerfile', loose);
    folder.write('.slipway.json', '{ "format": { "keywordCase": "lower", "operators": "leading" } }');
    expect(shown()).toBe('from a\nrun b \\\n    && c "d  e"\n');
    folder.write('.slipway.json', '{ "format": { "keywordCase": "Upper" } }');
    const { code, out, err } = folder.run(['format', 'Dockerfile']);
    expect([code, out]).toEqual([2, tidy]);
    expect(err).toContain('.slipway.json: format.keywordCase must be one of upper, lower, preserve');
  });

  it('lays out shell scripts in heredocs where .slipway.json asks for it', () => {
    const heredoc = 'FROM a\nRUN <<E\nif b;  then\nc\nfi\nE\n';
    folder.write('Dockerfile', heredoc);
    expect(folder.run(['format', '--check', '.']).code).toBe(0);
    folder.write('.slipway.json', '{ "format": { "heredocs": "shell" } }');
    expect(folder.run(['format', '--check', '.']).code).toBe(1);
    expect(shown()).toBe('FROM a\nRUN <<E\nif b; then\n    c\nfi\nE\n');
    folder.write('.slipway.json', '{ "format": { "heredocs": "all" } }');
    expect(folder.run(['format', 'Dockerfile']).err).toContain('format.heredocs must be one of preserve, shell');
  });

  it('refuses what makes no sense, and goes on after a file that cannot be read', () => {
    folder.write('a/Dockerfile', Buffer.from('FROM  a\nRUN caf\xe9\n', 'latin1'));
    folder.write('b/Dockerfile', loose);
    const run = folder.run(['format', '--write', '.', 'missing']);
    expect(run).toMatchObject({ code: 2, out: 'b/Dockerfile: formatted\n' });
    expect(run.err).toContain('a/Dockerfile: not UTF-8');
    expect(run.err).toContain('missing: no such file');
    folder.write('c/Dockerfile', loose);
    expect(folder.run(['format', 'b', 'c'])).toMatchObject({ code: 2, out: '' });
    for (const args of [['--check', '--write', '.'], ['--write', '-'], [], ['--nope', '.'], ['--preset', 'all', '.']])
      expect(folder.run(['format', ...args]).code).toBe(2);
  });
});

describe('.editorconfig', () => {
  it('gives indent, final newline, trailing blanks and line ends', () => {
    const text = '# c  \nFROM a\nRUN b && \\\n  c';
    folder.write('Dockerfile', text);
    folder.write('.editorconfig', 'root = true\n[*]\nindent_style = space\nindent_size = 2\n');
    expect(shown()).toBe('# c\nFROM a\nRUN b && \\\n  c');
    folder.write('.editorconfig', 'root = true\n[Dockerfile*]\nindent_style = tab\ninsert_final_newline = true\n');
    expect(shown()).toBe('# c\nFROM a\nRUN b && \\\n\tc\n');
    folder.write('.editorconfig', 'root = true\n[*]\ntrim_trailing_whitespace = false\nend_of_line = crlf\n');
    expect(shown()).toBe('# c  \r\nFROM a\r\nRUN b && \\\r\n    c');
  });

  it('of the nearest folder goes first, up to the root', () => {
    folder.write('.editorconfig', 'root = true\n[*]\nindent_size = 8\nindent_style = space\n');
    folder.write('a/.editorconfig', '[{Dockerfile,*.dockerfile}]\nindent_size = 2\n[*.py]\nindent_size = 6\n');
    folder.write('a/b/Dockerfile', loose);
    folder.write('a/b/Other.txt', loose);
    expect(shown('a/b/Dockerfile')).toContain('\n  c');
    expect(shown('a/b/Other.txt')).toContain('\n        c');
    folder.write('a/.editorconfig', 'root = true\n');
    expect(shown('a/b/Dockerfile')).toBe(tidy);
    const named = folder.run(['format', '--stdin-filename', 'x/Dockerfile', '-'], { input: loose });
    expect(named.out).toContain('\n        c');
  });

  it('leaves the line ends of a file with heredocs, which are a part of what they hold', () => {
    folder.write('.editorconfig', 'root = true\n[*]\nend_of_line = crlf\n');
    folder.write('Dockerfile', 'FROM a\nRUN <<E\nb\nE\n');
    expect(shown()).toBe('FROM a\nRUN <<E\nb\nE\n');
  });

  it('where nothing is said, a file with tabs keeps tabs', () => {
    folder.write('Dockerfile', 'FROM a\nRUN b && \\\n\t\tc && \\\n\t\td\n');
    expect(shown()).toBe('FROM a\nRUN b && \\\n\tc && \\\n\td\n');
  });
});
