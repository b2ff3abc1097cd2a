/** Why a call failed, told from what real CLIs said. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cliKind, execute, findCli } from '../../client/src/node/docker/docker';
import { classify, essence } from '../../client/src/node/docker/failures';

const recorded = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

describe('classify', () => {
  test.each([
    ['engine-down.txt', 'engineDown'],
    ['engine-down-ps.txt', 'engineDown'],
    ['no-buildx-check.txt', 'noCheck'],
    ['podman-check.txt', 'noCheck'],
    ['no-buildx-forced.txt', 'noBuildx'],
    ['push-no-credentials.txt', 'notLoggedIn'],
    ['push-no-registry.txt', 'registryUnreachable'],
    ['push-refused.txt', 'registryUnreachable'],
    ['run-name-taken.txt', 'nameTaken'],
    ['run-no-command.txt', 'commandMissing'],
    ['podman-no-base.txt', 'noSuchImage'],
    ['plain-run-fails.txt', 'other'],
  ])('%s: %s', (name, kind) => {
    expect(classify({ stderr: recorded(name) })).toBe(kind);
  });

  test.each([
    [
      'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock',
      'noPermission',
    ],
    ['docker: Error response from daemon: failed to bind host port: address already in use', 'portTaken'],
    ['write /var/lib/docker/tmp/x: no space left on device', 'noSpace'],
    ['An image does not exist locally with the tag: x', 'noSuchImage'],
    ['denied: requested access to the resource is denied', 'notLoggedIn'],
    ['something new', 'other'],
  ])('%s', (stderr, kind) => {
    expect(classify({ stderr })).toBe(kind);
  });

  test('a program that cannot be started', () => {
    expect(classify({ stderr: '', startError: 'ENOENT' })).toBe('noCli');
    expect(classify({ stderr: '', startError: 'EACCES' })).toBe('cliNotExecutable');
  });
});

test('the essence of an error is its last telling line, without prefixes', () => {
  expect(essence(recorded('push-no-credentials.txt'))).toBe('no basic auth credentials');
  expect(essence(recorded('engine-down.txt'))).toMatch(/^Cannot connect to the Docker daemon/);
  expect(essence(recorded('run-name-taken.txt'))).toMatch(/^Conflict\. The container name/);
  expect(essence(recorded('podman-check.txt'))).toBe('unknown flag: --call');
  expect(essence('')).toBe('');
});

describe('execute', () => {
  const node = process.execPath;
  const script = (code: string) => ({ args: ['-e', code] });

  test('gives both streams, the code and the pieces as they come', async () => {
    const pieces: string[] = [];
    const outcome = await execute(
      node,
      script('process.stdout.write("out한"); process.stderr.write("err"); process.exitCode = 7'),
      { onOutput: (text) => pieces.push(text) },
    );
    expect(outcome).toMatchObject({ code: 7, stdout: 'out한', stderr: 'err', cancelled: false });
    expect(pieces.join('')).toHaveLength('out한err'.length);
  });

  test('arguments reach the program as they are, through no shell', async () => {
    const hostile = ['$(id)', 'a b', '"', "'", '; exit 3', '*', '\\', '&& x', '%PATH%'];
    const outcome = await execute(node, {
      args: ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', ...hostile],
    });
    expect(JSON.parse(outcome.stdout)).toEqual(hostile);
  });

  test('the environment of the invocation is added', async () => {
    const outcome = await execute(node, {
      ...script('console.log(process.env.SLIPWAY_TEST)'),
      env: { SLIPWAY_TEST: 'x y' },
    });
    expect(outcome.stdout).toBe('x y\n');
  });

  test('a missing program is an outcome, not an exception', async () => {
    expect(await execute('/nowhere/docker', { args: [] })).toMatchObject({ code: null, startError: 'ENOENT' });
  });

  test('cancelling ends the program', async () => {
    const abort = new AbortController();
    const outcome = await execute(node, script('console.log("up"); setInterval(() => {}, 1000)'), {
      signal: abort.signal,
      onOutput: () => abort.abort(),
    });
    expect(outcome).toMatchObject({ cancelled: true, code: null });
    expect(await execute(node, script('1'), { signal: abort.signal })).toMatchObject({ cancelled: true, stdout: '' });
  });
});

describe('which CLI', () => {
  test('the setting’s path as it is, its name on PATH, or the first known one on PATH', () => {
    const bin = join(process.execPath, '..');
    expect(findCli('/opt/my docker', {})).toBe('/opt/my docker');
    expect(findCli('node', { PATH: bin })).toBe(process.execPath);
    expect(findCli('', { PATH: bin })).toBeUndefined();
    expect(findCli('no-such-program', { PATH: bin })).toBeUndefined();
  });

  test('nothing relative is taken: it could come from the opened folder', () => {
    expect(findCli('./docker', { PATH: '/usr/bin' })).toBeUndefined();
    expect(findCli('node', { PATH: `.:${'bin'}:` })).toBeUndefined();
  });

  test('kinds', () => {
    expect(['/usr/bin/podman', 'C:\\x\\Docker.exe', 'nerdctl.lima', '/opt/mine'].map(cliKind)).toEqual([
      ...['podman', 'docker', 'nerdctl', 'docker'],
    ]);
  });
});
