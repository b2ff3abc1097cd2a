/** Whatever a user or a file says stays one argument, or is refused. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildInvocation,
  checkInvocation,
  isSecretName,
  loginInvocation,
  logsInvocation,
  OperandError,
  pushInvocation,
  runInvocation,
  stopInvocation,
  tagInvocation,
} from '../../client/src/node/docker/invocation';

const HOSTILE = ['a b', '$(touch x)', '; rm -rf /', '`id`', '"', "'", '-v', '--privileged', 'a\nb', '%PATH%', 'é한글'];

describe('build', () => {
  test('the whole command line of a plain build', () => {
    const { args, env } = buildInvocation({ file: '/a/Dockerfile', context: '/a', tag: 'app:1', args: [] });
    expect(args).toEqual(['build', '--file', '/a/Dockerfile', '--tag', 'app:1', '/a']);
    expect(env).toEqual({ BUILDKIT_PROGRESS: 'plain' });
  });

  test('target and arguments', () => {
    const { args } = buildInvocation({
      file: '/a/Dockerfile',
      context: '/b',
      tag: 'app:1',
      target: 'test',
      args: [
        { name: 'V', value: '1' },
        { name: 'EMPTY', value: '' },
      ],
    });
    expect(args).toEqual([
      ...['build', '--file', '/a/Dockerfile', '--tag', 'app:1', '--target', 'test'],
      ...['--build-arg', 'V=1', '--build-arg', 'EMPTY=', '/b'],
    ]);
  });

  test('target and platform, also where it is only checked', () => {
    const options = { file: '/a/Dockerfile', context: '/b', target: 't', platform: 'linux/arm64', args: [] };
    const both = ['--file', '/a/Dockerfile', '--target', 't', '--platform', 'linux/arm64', '/b'];
    expect(buildInvocation(options).args).toEqual(['build', ...both]);
    expect(checkInvocation(options).args).toEqual(['build', '--call=check,format=json', '--progress=quiet', ...both]);
  });

  test.each(HOSTILE)('%j as tag, target, argument and file is one argument each, behind its flag', (text) => {
    const { args } = buildInvocation({
      file: text,
      context: '/c',
      tag: text,
      target: text,
      args: [{ name: 'A', value: text }],
    });
    expect(args).toEqual(['build', '--file', text, '--tag', text, '--target', text, '--build-arg', `A=${text}`, '/c']);
  });

  test('values of secrets go through the environment', () => {
    const { args, env } = buildInvocation({ file: 'f', context: '/c', args: [{ name: 'NPM_TOKEN', value: 's3cret' }] });
    expect(args).toContain('NPM_TOKEN');
    expect(args.join(' ')).not.toContain('s3cret');
    expect(env).toMatchObject({ NPM_TOKEN: 's3cret' });
  });

  test('check asks for JSON and names no tag', () => {
    expect(checkInvocation({ file: '/a/Dockerfile', context: '/a', args: [] }).args).toEqual([
      ...['build', '--call=check,format=json', '--progress=quiet', '--file', '/a/Dockerfile', '/a'],
    ]);
  });
});

describe('run', () => {
  const options = { image: 'app:1', name: 'app', ports: [], env: [], volumes: [] };

  test('everything', () => {
    const { args } = runInvocation({
      ...options,
      file: '/a/Dockerfile',
      ports: [{ host: 18000, container: 8000, protocol: 'tcp' }],
      env: [{ name: 'A', value: 'b c' }],
      volumes: [
        { source: 'app-data', target: '/data' },
        { source: '/home/me/x', target: '/x' },
      ],
    });
    expect(args).toEqual([
      ...['run', '--detach', '--init', '--name', 'app', '--label', 'dev.slipway=/a/Dockerfile'],
      ...['--publish', '127.0.0.1:18000:8000/tcp', '--env', 'A=b c'],
      ...['--mount', 'type=volume,source=app-data,target=/data', '--mount', 'type=bind,source=/home/me/x,target=/x'],
      'app:1',
    ]);
  });

  test('a mount’s fields cannot smuggle in options', () => {
    const { args } = runInvocation({ ...options, volumes: [{ source: '/a,readonly=false', target: '/x"y' }] });
    expect(args).toContain('type=bind,"source=/a,readonly=false","target=/x""y"');
  });

  test('a variable that could break the CLI itself is never put into its environment', () => {
    const { env } = runInvocation({
      ...options,
      env: [
        { name: 'PATH', value: '/x' },
        { name: 'DOCKER_HOST', value: 'y' },
      ],
    });
    expect(env).toEqual({});
  });

  test('nothing is published but on the loopback address', () => {
    const port = fc.record({
      host: fc.integer({ min: 1, max: 65535 }),
      container: fc.integer({ min: 1, max: 65535 }),
      protocol: fc.constantFrom('tcp' as const, 'udp' as const, 'sctp' as const),
    });
    fc.assert(
      fc.property(fc.array(port), (ports) => {
        const { args } = runInvocation({ ...options, ports });
        const published = args.filter((_, i) => args[i - 1] === '--publish');
        expect(published).toHaveLength(ports.length);
        expect(published.every((text) => text.startsWith('127.0.0.1:'))).toBe(true);
      }),
    );
  });
});

test.each(['', '-v', '--help'])('%j is refused where no flag stands before it', (text) => {
  expect(() => runInvocation({ image: text, name: 'a', ports: [], env: [], volumes: [] })).toThrow(OperandError);
  expect(() => buildInvocation({ file: 'f', context: text, args: [] })).toThrow(OperandError);
  for (const make of [stopInvocation, logsInvocation, pushInvocation]) {
    expect(() => make(text)).toThrow(OperandError);
  }
  expect(() => tagInvocation('a', text)).toThrow(OperandError);
});

test('login without a registry is for Docker Hub', () => {
  expect(loginInvocation(undefined).args).toEqual(['login']);
  expect(loginInvocation('localhost:5000').args).toEqual(['login', 'localhost:5000']);
});

test('names that look secret', () => {
  expect(['MYSQL_PASS', 'db_password', 'NPM_TOKEN', 'AWS_SECRET_ACCESS_KEY', 'API_KEY'].every(isSecretName)).toBe(true);
  expect(['VERSION', 'PORT', 'PYTHON_VERSION', 'KEYBOARD'].some(isSecretName)).toBe(false);
});
