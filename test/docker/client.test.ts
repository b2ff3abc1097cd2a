// The client's Docker layer on a real engine: what it asks for is taken, and what comes back is understood.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCheck } from '../../client/src/node/docker/check';
import { execute, findCli, type Outcome } from '../../client/src/node/docker/docker';
import { classify } from '../../client/src/node/docker/failures';
import {
  buildInvocation,
  checkInvocation,
  type Invocation,
  inspectContainerInvocation,
  inspectImageInvocation,
  listContainersInvocation,
  listImagesInvocation,
  logsInvocation,
  pushInvocation,
  type RunOptions,
  removeContainerInvocation,
  runInvocation,
  stopInvocation,
  tagInvocation,
} from '../../client/src/node/docker/invocation';
import {
  isListed,
  parseContainerState,
  parseContainers,
  parseImageConfig,
  parseImages,
} from '../../client/src/node/docker/listings';
import { BuildOutputReader } from '../../client/src/node/docker/progress';
import { root } from '../../scripts/host/paths';
import { freePort } from '../../scripts/host/ports';
import { type Engine, startEngine } from '../support/docker/engine';

let engine: Engine;
let cli: string;
let top: string;

beforeAll(async () => {
  engine = await startEngine();
  engine.importSmallBase('local/base:1');
  cli = findCli('', engine.env) ?? '';
  top = mkdtempSync(join(tmpdir(), 'slipway-docker-'));
});
afterAll(async () => {
  await engine?.stop();
  if (top) rmSync(top, { recursive: true, force: true });
});

/** Runs what the client asks for, on the test's engine. */
function run({ args, env }: Invocation, where: NodeJS.ProcessEnv = engine.env, onOutput?: (text: string) => void) {
  const { DOCKER_HOST = '', DOCKER_CONFIG = '' } = where;
  return execute(cli, { args, env: { ...env, DOCKER_HOST, DOCKER_CONFIG } }, onOutput ? { onOutput } : {});
}

/** A folder with this Dockerfile in it. */
function folder(name: string, dockerfile: string): { file: string; context: string } {
  const context = join(top, name);
  mkdirSync(context, { recursive: true });
  const file = join(context, 'Dockerfile');
  writeFileSync(file, dockerfile);
  return { file, context };
}

async function build(name: string, dockerfile: string, where?: NodeJS.ProcessEnv) {
  const reader = new BuildOutputReader();
  const invocation = buildInvocation({ ...folder(name, dockerfile), tag: `${name}:1`, args: [] });
  const outcome = await run(invocation, where, (text) => reader.push(text));
  return { outcome, reader };
}

function start(options: Partial<RunOptions> & Pick<RunOptions, 'image' | 'name'>): Promise<Outcome> {
  return run(runInvocation({ ports: [], env: [], volumes: [], ...options }));
}

describe('building', () => {
  it('reads the steps of a build and the image that it made', async () => {
    const { outcome, reader } = await build('steps', 'FROM local/base:1\nRUN echo one\nRUN echo two\n');
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(reader.step?.text).toBe('RUN echo two');
    const id = (await engine.docker('image', 'inspect', '--format', '{{.Id}}', 'steps:1')).stdout.trim();
    expect(id).toBe(`sha256:${reader.imageId}`);
  });

  it('finds the lines of the instruction at which a build fails, over continuation lines', async () => {
    const text = 'FROM local/base:1\n\nRUN echo fine\nRUN echo told && \\\n    # why\n    exit 7\nRUN echo never\n';
    const { outcome, reader } = await build('failing', text);
    expect(outcome.code).not.toBe(0);
    const { lines, message, output } = reader.failure();
    expect(lines).toEqual({ first: 4, last: 6 });
    expect(message).toContain('exit code: 7');
    expect(output).toContain('told');
  });

  it('finds the line that the builder cannot read', async () => {
    const { reader } = await build('unreadable', 'FROM local/base:1\nRUM echo hello\n');
    expect(reader.failure().lines).toEqual({ first: 2, last: 2 });
  });

  it('hands over values that look like options or hold blanks, quotes and newlines as they are', async () => {
    const values = ['--rm', 'a  b', `"'$(id)\`id\``, 'two\nlines'];
    for (const [i, value] of values.entries()) {
      const where = folder('values', 'FROM local/base:1\nARG V\nENV V=$V\n');
      const invocation = buildInvocation({ ...where, tag: `values:${i}`, args: [{ name: 'V', value }] });
      const outcome = await run(invocation);
      expect(outcome.code, outcome.stderr).toBe(0);
      const config = parseImageConfig((await run(inspectImageInvocation(`values:${i}`))).stdout);
      expect(config?.env).toContainEqual({ name: 'V', value });
    }
  });

  it('can be cancelled', async () => {
    const { file, context } = folder('slow', 'FROM local/base:1\nRUN echo started; sleep 600\n');
    const stop = new AbortController();
    const { args, env } = buildInvocation({ file, context, tag: 'slow:1', args: [] });
    const { DOCKER_HOST = '', DOCKER_CONFIG = '' } = engine.env;
    const outcome = await execute(
      cli,
      { args, env: { ...env, DOCKER_HOST, DOCKER_CONFIG } },
      { signal: stop.signal, onOutput: (text) => /^#\d+ [\d.]+ started/m.test(text) && stop.abort() },
    );
    expect(outcome.cancelled).toBe(true);
    expect(outcome.code).not.toBe(0);
  });
});

describe('checking', () => {
  it('reads warnings with their lines', async () => {
    const where = folder('check', 'FROM local/base:1 as x\nMAINTAINER me\nRUN echo \\\n\n    a\n');
    const findings = parseCheck((await run(checkInvocation({ ...where, args: [] }))).stdout);
    expect(findings?.map(({ rule, lines }) => [rule, lines.first])).toEqual(
      expect.arrayContaining([
        ['FromAsCasing', 1],
        ['MaintainerDeprecated', 2],
        ['NoEmptyContinuation', 5],
      ]),
    );
  });

  it('reads the error of a file that cannot be built', async () => {
    const where = folder('check-error', 'FROM local/base:1\nFRO x\n');
    const findings = parseCheck((await run(checkInvocation({ ...where, args: [] }))).stdout);
    expect(findings).toMatchObject([{ severity: 'error', lines: { first: 2 } }]);
  });

  it('knows a client without buildx', async () => {
    const where = folder('old', 'FROM local/base:1\n');
    const outcome = await run(checkInvocation({ ...where, args: [] }), engine.envWithoutBuildx);
    expect(['noCheck', 'noBuildx']).toContain(classify(outcome));
  });
});

describe('running', () => {
  const server = 'FROM local/base:1\nWORKDIR /srv\nRUN echo hello > index.html\nEXPOSE 8000/tcp\nVOLUME /data\n';
  const serving = `${server}CMD ["httpd", "-f", "-v", "-p", "8000"]\n`;

  it('publishes a port, gives environment and volume, and can be listed, stopped and removed', async () => {
    expect((await build('web', serving)).outcome.code).toBe(0);
    expect(isListed('web:1', parseImages((await run(listImagesInvocation())).stdout))).toBe(true);
    const config = parseImageConfig((await run(inspectImageInvocation('web:1'))).stdout);
    expect(config).toMatchObject({ ports: [{ port: 8000, protocol: 'tcp' }], volumes: ['/data'] });

    const host = await freePort();
    const started = await start({
      image: 'web:1',
      name: 'web-1',
      file: '/x/Dockerfile',
      ports: [{ host, container: 8000, protocol: 'tcp' }],
      env: [
        { name: 'GREETING', value: 'a b' },
        { name: 'MYSQL_PASS', value: 'not in the arguments' },
      ],
      volumes: [{ source: 'web-data', target: '/data' }],
    });
    expect(started.code, started.stderr).toBe(0);
    await expect
      .poll(() => fetch(`http://127.0.0.1:${host}/`, { signal: AbortSignal.timeout(2000) }).then((r) => r.text()), {
        timeout: 20_000,
      })
      .toBe('hello\n');
    const env = (await engine.docker('exec', 'web-1', 'env')).stdout;
    expect(env).toContain('GREETING=a b\n');
    expect(env).toContain('MYSQL_PASS=not in the arguments\n');

    expect(parseContainers((await run(listContainersInvocation(true))).stdout)).toMatchObject([
      { name: 'web-1', image: 'web:1', ports: `127.0.0.1:${host}->8000/tcp` },
    ]);
    expect(parseContainerState((await run(inspectContainerInvocation('web-1'))).stdout)?.running).toBe(true);
    const again = await start({ image: 'web:1', name: 'web-1' });
    expect(classify(again)).toBe('nameTaken');
    const taken = await start({ image: 'web:1', name: 'web-2', ports: [{ host, container: 8000, protocol: 'tcp' }] });
    expect(classify(taken)).toBe('portTaken');

    expect((await run(stopInvocation('web-1'))).code).toBe(0);
    const logs = await run(logsInvocation('web-1'));
    expect(logs.stdout + logs.stderr).toContain('response:200');
    expect(parseContainers((await run(listContainersInvocation(true))).stdout)).toEqual([]);
    expect((await run(removeContainerInvocation('web-1'))).code).toBe(0);
  });

  it('tells a program that ends at once and one that is not there', async () => {
    expect((await build('ends', 'FROM local/base:1\nCMD ["sh", "-c", "exit 3"]\n')).outcome.code).toBe(0);
    expect((await start({ image: 'ends:1', name: 'ends-1' })).code).toBe(0);
    await expect
      .poll(async () => parseContainerState((await run(inspectContainerInvocation('ends-1'))).stdout))
      .toEqual({ running: false, exitCode: 3 });
    expect((await build('absent', 'FROM local/base:1\nCMD ["no-such-program"]\n')).outcome.code).toBe(0);
    // the init process is there, so the engine takes the call; what it was to start is not
    expect((await start({ image: 'absent:1', name: 'absent-1' })).code).toBe(0);
    await expect
      .poll(async () => parseContainerState((await run(inspectContainerInvocation('absent-1'))).stdout))
      .toEqual({ running: false, exitCode: 127 });
  });
});

describe('pushing', () => {
  it('pushes to a registry and tells one that does not answer and an image that is not there', async () => {
    const name = `${engine.registry}/pushed:1`;
    expect((await run(tagInvocation('local/base:1', name))).code).toBe(0);
    expect((await run(pushInvocation(name))).code).toBe(0);
    const response = await fetch(`http://${engine.registry}/v2/pushed/tags/list`);
    expect(await response.json()).toEqual({ name: 'pushed', tags: ['1'] });

    const nobody = `localhost:${await freePort()}/pushed:1`;
    await run(tagInvocation('local/base:1', nobody));
    expect(classify(await run(pushInvocation(nobody)))).toBe('registryUnreachable');
    expect(classify(await run(pushInvocation(`${engine.registry}/absent:1`)))).toBe('noSuchImage');
  });
});

describe('trouble', () => {
  it('tells an engine that is down and a CLI that is missing', async () => {
    const down = { ...engine.env, DOCKER_HOST: `unix://${join(top, 'nobody.sock')}` };
    expect(classify(await run(listImagesInvocation(), down))).toBe('engineDown');
    expect(classify(await execute(join(top, 'docker'), listImagesInvocation()))).toBe('noCli');
    expect(findCli('', { PATH: top })).toBeUndefined();
  });
});

describe('the sample', () => {
  it('builds as it is, and still does after all fixes, unsafe ones too', async () => {
    engine.importSeedBase('ubuntu:16.04');
    const context = join(top, 'sample');
    cpSync(join(root, 'sample'), context, { recursive: true });
    const file = join(context, 'Dockerfile');
    const before = await run(buildInvocation({ file, context, tag: 'sample:before', args: [] }));
    expect(before.code, before.stderr).toBe(0);
    const original = readFileSync(file, 'utf8');
    await execute(process.execPath, { args: [join(root, 'dist/cli.js'), 'fix', '--unsafe', file] });
    const fixed = readFileSync(file, 'utf8');
    expect(fixed).not.toBe(original);
    // a newer base is one of the fixes: the same system under that name
    const base = /^FROM (\S+)/m.exec(fixed)?.[1] ?? '';
    expect((await engine.docker('tag', 'ubuntu:16.04', base)).code).toBe(0);
    const after = await run(buildInvocation({ file, context, tag: 'sample:after', args: [] }));
    expect(after.code, after.stderr).toBe(0);
  });
});
