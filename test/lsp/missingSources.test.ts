import { describe, expect, it } from 'vitest';
import { mostFolderEntries } from '../../server/src/lsp/host';
import { type ContextFolders, missingSources } from '../../server/src/lsp/missingSources';
import { memoryFiles } from '../support/memoryFiles';

const sure: ContextFolders = { folders: ['file:///w/app'], isSure: true };

/** What is missing of some paths, each with what is probably meant. */
async function missing(
  paths: readonly string[],
  files: Readonly<Record<string, string | null>>,
  { folders, isSure }: ContextFolders = sure,
  ignore?: string,
) {
  const context =
    ignore === undefined ? undefined : { paths: [], complete: false, ignore, ignorePath: '.dockerignore' };
  const found = await missingSources(paths, { folders, isSure }, context, memoryFiles(files));
  for (const each of found.values()) expect(each.isSure).toBe(isSure);
  return Object.fromEntries([...found].map(([path, { near }]) => [path, near]));
}

const app = { 'file:///w/app/package.json': '', 'file:///w/app/src/main.js': '', 'file:///w/app/docs/': null };

describe('in a context that is known', () => {
  it('a file that is not there is missing', async () => {
    expect(await missing(['package.json', 'src', 'src/main.js', 'docs', 'server.js', 'conf/nginx.conf'], app)).toEqual({
      'server.js': undefined,
      'conf/nginx.conf': undefined,
    });
  });

  it('comes with the name that is probably meant', async () => {
    expect(await missing(['pakage.json', 'scr/main.js', 'src/mian.js', 'Src/Mainn.js', 'doc'], app)).toEqual({
      'pakage.json': 'package.json',
      'scr/main.js': 'src/main.js',
      'src/mian.js': 'src/main.js',
      'Src/Mainn.js': 'src/main.js',
    });
  });

  it.each([
    [
      'what builds write',
      ['dist/app.js', 'target/app.jar', 'node_modules', 'web/build', 'app.jar', 'app.tar.gz', '.env'],
    ],
    [
      'what pipelines write',
      [
        'version.txt',
        'VERSION.json',
        'git-sha.txt',
        'build-info.json',
        'credentials.json',
        'keys/id_rsa.pub',
        'THIRD-PARTY.txt',
      ],
    ],
    ['what may be a program that is built', ['server', 'bin/server', 'my-tool']],
    ['what is in a folder that is empty', ['docs/index.md']],
  ])('%s is not said to be missing', async (_, paths) => {
    expect(await missing(paths, app)).toEqual({});
  });

  it('what may be made from a file beside it is not', async () => {
    const files = {
      'file:///w/app/app.ts': '',
      'file:///w/app/nginx.conf.template': '',
      'file:///w/app/pyproject.toml': '',
    };
    expect(await missing(['app.js', 'nginx.conf', 'requirements.txt', 'other.txt'], files)).toEqual({
      'other.txt': undefined,
    });
  });

  it('what git ignores is not, whoever tells it', async () => {
    const told = (name: string, text: string) => missing(['src/made.js'], { ...app, [`file:///w/${name}`]: text });
    expect(await told('app/.gitignore', '# made.js\n!made.js\n/made.js\n')).toEqual({ 'src/made.js': undefined });
    expect(await told('app/.gitignore', '/src/made.js\n')).toEqual({});
    expect(await told('app/.gitignore', 'src/*.js\r\n')).toEqual({});
    expect(await told('app/src/.gitignore', 'made.*')).toEqual({});
    expect(await told('.gitignore', 'app/src/')).toEqual({});
    expect(await told('.gitignore', '/src/')).toEqual({ 'src/made.js': undefined });
    expect(await told('.git/info/exclude', 'made.js')).toEqual({});
  });

  it('what the ignore file leaves out is another rule’s, and never what is meant', async () => {
    expect(await missing(['server.js'], app, sure, '*.js')).toEqual({});
    expect(await missing(['pakage.json'], app, sure, 'package.json')).toEqual({ 'pakage.json': undefined });
  });

  it('nothing is told of a folder that cannot be read, is cut short, or is a link', async () => {
    expect(await missing(['a.js'], {})).toEqual({});
    const many = Array.from({ length: mostFolderEntries }, (_, i) => [`file:///w/app/${i}.txt`, ''] as const);
    expect(await missing(['a.js'], Object.fromEntries(many))).toEqual({});
    expect(await missing(['a.js'], Object.fromEntries(many.slice(1)))).toEqual({ 'a.js': undefined });
    expect(await missing(['link', 'link/a.js'], { 'file:///w/app/link': null })).toEqual({});
  });

  it('of several nothing is told that one of them has', async () => {
    const folders = ['file:///w/app', 'file:///w/web'];
    const files = { ...app, 'file:///w/web/server.js': '' };
    expect(await missing(['server.js', 'other.js'], files, { folders, isSure: true })).toEqual({
      'other.js': undefined,
    });
  });

  it('names of other scripts and blanks are compared as they are', async () => {
    const files = { 'file:///w/app/%EA%B0%80%20b/c.js': '' };
    expect(await missing(['가 b/c.js', '가 b/d.js'.normalize('NFD')], files)).toEqual({
      ['가 b/d.js'.normalize('NFD')]: undefined,
    });
  });
});

describe('where nobody says which folder the context is', () => {
  const folders = ['file:///w/app/docker', 'file:///w/app', 'file:///w'];
  const files = { ...app, 'file:///w/app/docker/entrypoint.sh': '', 'file:///w/README.md': '' };

  it('only what is in none of them and has nearly the name of something is missing', async () => {
    const paths = ['pakage.json', 'entrypiont.sh', 'server.js', 'README.md', 'entrypoint.sh', 'src/main.js'];
    expect(await missing(paths, files, { folders, isSure: false })).toEqual({
      'pakage.json': 'package.json',
      'entrypiont.sh': 'entrypoint.sh',
    });
  });

  it('and nothing where there is none', async () => {
    expect(await missing(['pakage.json'], files, { folders: [], isSure: false })).toEqual({});
  });
});
