/** Names, ports, questions and the context: what is proposed and what is accepted. */
import { createServer } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BuildMemory } from '../../client/src/common/buildMemory';
import { relativePath } from '../../client/src/common/relativePath';
import { withRuleOff } from '../../client/src/common/ruleSetting';
import { resolveContext } from '../../client/src/node/docker/context';
import {
  isListed,
  parseContainerState,
  parseContainers,
  parseImageConfig,
  parseImages,
} from '../../client/src/node/docker/listings';
import {
  canPush,
  checkImageName,
  proposeContainerName,
  proposeImageName,
  proposeVolumeName,
  splitImageName,
  withTag,
} from '../../client/src/node/docker/names';
import { httpScheme, looksLikeHttp, parsePort, proposePort, tryListen } from '../../client/src/node/docker/ports';
import { buildArgs, findStage, runQuestions, stageChain, undeclaredArgs } from '../../client/src/node/docker/run';
import type { DescribeResult } from '../../server/src/lsp/protocol';

describe('image names', () => {
  test.each([
    'app',
    'app:1.0',
    'me/my-app:latest',
    'ghcr.io/me/app:1',
    'localhost:5000/app',
    'a__b/c.d/e--f',
    '127.0.0.1:5000/x',
  ])('%s is fine', (name) => expect(checkImageName(name)).toBeUndefined());

  test.each([
    ['', 'empty'],
    ['My-App', 'uppercase'],
    ['-x', 'malformed'],
    ['a b', 'malformed'],
    ['app:', 'malformed'],
    ['app:a:b', 'malformed'],
    ['a//b', 'malformed'],
    ['a..b', 'malformed'],
    ['$(id)', 'malformed'],
    ['앱', 'malformed'],
    ['a'.repeat(300), 'tooLong'],
  ])('%s is %s', (name, problem) => expect(checkImageName(name)).toBe(problem));

  test('taken apart', () => {
    expect(splitImageName('localhost:5000/a/b:1')).toEqual({ registry: 'localhost:5000', repository: 'a/b', tag: '1' });
    expect(splitImageName('me/b')).toEqual({ repository: 'me/b' });
    expect(withTag('localhost:5000/a')).toBe('localhost:5000/a:latest');
    expect(withTag('a:1')).toBe('a:1');
    expect(['app:1', 'me/app', 'ghcr.io/me/app', 'localhost:5000/app'].map(canPush)).toEqual([false, true, true, true]);
  });

  test('proposals', () => {
    expect(proposeImageName('My App (2)', 'Dockerfile')).toBe('my-app-2:latest');
    expect(proposeImageName('한글', 'Dockerfile')).toBe('app:latest');
    expect(proposeImageName('web', 'Dockerfile.dev')).toBe('web:dev');
    expect(proposeImageName('web', 'api.dockerfile')).toBe('web:api');
    expect(proposeContainerName('ghcr.io/me/app:1', new Set(['app', 'app-2']))).toBe('app-3');
    expect(proposeContainerName('a', new Set())).toBe('a-1');
    expect(proposeVolumeName('me/app:1', '/var/lib/mysql')).toBe('app-mysql');
  });

  test('whatever the folder’s name, the proposal is accepted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (folder, suffix) => {
        expect(checkImageName(proposeImageName(folder, `Dockerfile.${suffix}`))).toBeUndefined();
        expect(proposeContainerName(proposeImageName(folder, 'x'), new Set())).toMatch(/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/);
      }),
    );
  });
});

describe('ports', () => {
  test('numbers only', () => {
    expect(['8000', ' 80 ', '0', '65536', '-1', '8e3', '', '80/tcp'].map(parsePort)).toEqual([
      ...[8000, 80, undefined, undefined, undefined, undefined, undefined, undefined],
    ]);
  });

  test('the same port if it is free, another if not', async () => {
    const free = async (port: number) => (port === 0 ? 40_000 : port);
    expect(await proposePort(8000, new Set(), free)).toBe(8000);
    expect(await proposePort(8000, new Set([8000]), free)).toBe(40_000);
    expect(await proposePort(80, new Set(), async (port) => (port === 80 ? undefined : port))).toBe(8080);
    expect(await proposePort(8000, new Set(), async () => undefined)).toBeUndefined();
  });

  test('a port that a program listens on is not proposed', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    try {
      expect(await tryListen(port)).toBeUndefined();
      const proposed = await proposePort(port, new Set());
      expect(proposed).not.toBe(port);
      expect(proposed).toBeGreaterThan(0);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
    expect(await tryListen(port)).toBe(port);
  });

  test('browsers are for HTTP', () => {
    expect(looksLikeHttp({ container: 8000, protocol: 'tcp' })).toBe(true);
    expect(looksLikeHttp({ container: 5432, protocol: 'tcp' })).toBe(false);
    expect(looksLikeHttp({ container: 8000, protocol: 'udp' })).toBe(false);
    expect(httpScheme(443)).toBe('https');
    expect(httpScheme(8000)).toBe('http');
  });
});

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };
const description: DescribeResult = {
  stages: [
    { index: 0, name: 'Base', base: 'debian', range },
    { index: 1, name: 'build', base: 'golang', range },
    { index: 2, base: 'base', parent: 0, range },
  ],
  args: [{ name: 'V' }, { name: 'W', default: '1' }, { name: 'V', default: '2', stage: 1 }, { name: 'X', stage: 1 }],
  ports: [
    { port: 8000, protocol: 'tcp', text: '8000', stage: 2 },
    { port: 9, protocol: 'udp', text: '9/udp', stage: 1 },
    { port: 53, protocol: 'udp', text: '53/udp', stage: 0 },
  ],
  volumes: [{ path: '/data', stage: 0 }],
  env: [
    { name: 'PATH', value: '/x', stage: 2 },
    { name: 'MODE', value: 'dev', stage: 0 },
    { name: 'MODE', value: 'prod', stage: 2 },
    { name: 'API_KEY', stage: 2 },
    { name: 'ONLY_BUILD', value: 'x', stage: 1 },
  ],
  commands: [],
};

describe('questions before a run', () => {
  test('of the last stage and what it stands on', () => {
    expect([...stageChain(description, undefined)]).toEqual([2, 0]);
    expect(runQuestions(description, undefined, undefined)).toEqual({
      ports: [
        { container: 8000, protocol: 'tcp' },
        { container: 53, protocol: 'udp' },
      ],
      volumes: ['/data'],
      env: [{ name: 'MODE', value: 'prod' }, { name: 'API_KEY' }],
    });
  });

  test('of the stage that was built', () => {
    expect(findStage(description, 'BASE')?.index).toBe(0);
    expect(findStage(description, '1')?.name).toBe('build');
    expect(findStage(description, 'none')).toBeUndefined();
    expect(runQuestions(description, 'build', undefined).ports).toEqual([{ container: 9, protocol: 'udp' }]);
  });

  test('a base image’s ports and volumes are asked too, each once', () => {
    const image = parseImageConfig(
      '[{"Config":{"ExposedPorts":{"8000/tcp":{},"443":{}},"Volumes":{"/data":{},"/log":{}},"Env":["PATH=/bin","API_KEY=a=b"]}}]',
    );
    expect(runQuestions(description, undefined, image)).toMatchObject({
      ports: [{ container: 8000 }, { container: 53 }, { container: 443, protocol: 'tcp' }],
      volumes: ['/data', '/log'],
      env: [{ name: 'MODE' }, { name: 'API_KEY', value: 'a=b' }],
    });
    expect(runQuestions(undefined, undefined, image)).toMatchObject({ volumes: ['/data', '/log'], env: [] });
  });

  test('build arguments are asked for only where none has a value', () => {
    expect(buildArgs(description.args)).toEqual([
      { name: 'V', default: '2', required: false },
      { name: 'W', default: '1', required: false },
      { name: 'X', required: true },
    ]);
  });
});

describe('what the CLI lists', () => {
  test('containers, images and states', () => {
    expect(parseContainers('abc\tweb\tapp:1\tUp 2 seconds\t127.0.0.1:8000->8000/tcp\nx\n')).toEqual([
      { id: 'abc', name: 'web', image: 'app:1', status: 'Up 2 seconds', ports: '127.0.0.1:8000->8000/tcp' },
    ]);
    const images = parseImages('app\t1\t2 hours ago\t2MB\n<none>\t<none>\t1\t1\nlocalhost/b\t2\tx\ty\r\n');
    expect(images.map((image) => image.name)).toEqual(['app:1', 'localhost/b:2']);
    expect([isListed('app:1', images), isListed('b:2', images), isListed('b:1', images)]).toEqual([true, true, false]);
    expect(parseContainerState('false\t127\n')).toEqual({ running: false, exitCode: 127 });
    expect(parseContainerState('')).toBeUndefined();
    expect(parseImageConfig('no')).toBeUndefined();
    expect(parseImageConfig('[]')).toBeUndefined();
  });
});

test('the context is the Dockerfile’s folder unless the setting says otherwise', () => {
  expect(resolveContext('', '/w/api/Dockerfile', '/w')).toBe('/w/api');
  expect(resolveContext('.', '/w/api/Dockerfile', '/w')).toBe('/w');
  expect(resolveContext('${workspaceFolder}/src', '/w/api/Dockerfile', '/w')).toBe('/w/src');
  expect(resolveContext('..', '/w/api/Dockerfile', undefined)).toBe('/w');
  expect(resolveContext('/abs/', '/w/api/Dockerfile', '/w')).toBe('/abs');
});

describe('turning a rule off', () => {
  test('keeps the rest, the indentation and the line ends', () => {
    expect(withRuleOff('{\n    "preset": "strict",\n    "rules": { "a": "error" }\n}\n', 'no-sudo')).toBe(
      '{\n    "preset": "strict",\n    "rules": {\n        "a": "error",\n        "no-sudo": "off"\n    }\n}\n',
    );
    expect(withRuleOff('{\r\n  "rules": {}\r\n}', 'x')).toBe('{\r\n  "rules": {\r\n    "x": "off"\r\n  }\r\n}\r\n');
    expect(withRuleOff('', 'x')).toBe('{\n  "rules": {\n    "x": "off"\n  }\n}\n');
  });

  test('leaves alone what it does not understand', () => {
    for (const text of ['{', '[]', '"x"', 'null', '{"rules":[]}', '// c\n{}']) {
      expect(withRuleOff(text, 'x')).toBeUndefined();
    }
  });
});

describe('the build context as it is shown', () => {
  test.each([
    ['/w/app', '/w/app', '.'],
    ['/w/app/', '/w/app', '.'],
    ['/w/app/docker', '/w/app', '..'],
    ['/w/a/b', '/w', '../..'],
    ['/w/a', '/w/b/c', '../b/c'],
    ['/w', '/w/b', 'b'],
    ['/', '/b', 'b'],
    ['/w/app', '/srv/x', '/srv/x'],
    ['/c:/w', '/d:/w', '/d:/w'],
  ])('from %s to %s: %s', (from, to, shown) => expect(relativePath(from, to)).toBe(shown));
});

describe('what is remembered of builds', () => {
  const memento = () => {
    const kept = new Map<string, unknown>();
    return {
      keys: () => [...kept.keys()],
      get: <T>(key: string, fallback?: T) => (kept.get(key) as T | undefined) ?? (fallback as T),
      update: async (key: string, value: unknown) => void kept.set(key, value),
    };
  };
  const own = { source: 'own', context: 'file:///w' } as const;
  const last = { source: 'last', context: 'file:///w', target: 't' } as const;

  test('a choice and the last build are kept beside each other, and forgotten one by one', async () => {
    const memory = new BuildMemory(memento());
    await memory.remember('a', { choice: own });
    await memory.remember('a', { last });
    expect(memory.all).toEqual({ a: { choice: own, last } });
    await memory.remember('a', { choice: undefined });
    expect(memory.all).toEqual({ a: { last } });
  });

  test('the newest hundred files are kept', async () => {
    const memory = new BuildMemory(memento());
    for (let i = 0; i <= 100; i++) await memory.remember(`file:///${i}`, { choice: own });
    expect(Object.keys(memory.all)).toHaveLength(100);
    expect(Object.keys(memory.all)[0]).toBe('file:///100');
    expect(memory.all['file:///0']).toBeUndefined();
  });
});

test('arguments of a project file that the Dockerfile does not declare are given as they are', () => {
  const given = { V: '2', HTTP_PROXY: 'http://p' };
  expect(undeclaredArgs([{ name: 'V' }], given)).toEqual([{ name: 'HTTP_PROXY', value: 'http://p' }]);
  expect(undeclaredArgs([{ name: 'V' }], undefined)).toEqual([]);
});
