// A real Docker engine, private to the tests, through test/docker/engine.sh.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { hold, printed } from '../../../scripts/host/leashed';
import { cache, root } from '../../../scripts/host/paths';
import { freePort } from '../../../scripts/host/ports';

const script = join(root, 'test/docker/engine.sh');
const dir = join(cache, 'docker');
const START_LIMIT_MS = 60_000;

/** What a finished command left. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running engine. All it holds is gone after `stop`, or when this process ends. */
export interface Engine {
  /** Environment in which the docker client talks to this engine. */
  readonly env: NodeJS.ProcessEnv;
  /** The same for a client without buildx. */
  readonly envWithoutBuildx: NodeJS.ProcessEnv;
  /** localhost:port of the registry on this machine, to be put before an image's name. */
  readonly registry: string;
  /** Runs the docker client; never throws for the command's own failure. */
  docker(...args: string[]): Promise<Outcome>;
  /** Imports a 2 MB busybox image under these names. */
  importSmallBase(...tags: [string, ...string[]]): void;
  /** Imports a Debian with Python, pip and Django under these names: the seed's Dockerfile builds and serves on it. */
  importSeedBase(...tags: [string, ...string[]]): void;
  stop(): Promise<void>;
}

/** Starts an engine with a registry beside it. It must be installed (see scripts/host/provision.ts). */
export async function startEngine(): Promise<Engine> {
  const port = await freePort();
  // a group of its own: Ctrl-C reaches it through the closing pipe alone, so it can clean up in peace
  const server = hold(spawn(script, ['serve', dir, String(port)], { stdio: ['pipe', 'pipe', 'pipe'], detached: true }));
  try {
    const [, json] = await printed(server, /^ready (\{.*\})$/m, START_LIMIT_MS);
    const made = JSON.parse(json ?? '');
    const env = {
      ...process.env,
      DOCKER_HOST: made.DOCKER_HOST,
      DOCKER_CONFIG: made.DOCKER_CONFIG,
      PATH: `${made.BIN}:${process.env.PATH}`,
    };
    const importBase = (kind: string, tags: readonly string[]) => {
      const run = spawnSync(script, [kind, dir, ...tags], { env, encoding: 'utf8' });
      if (run.status !== 0) throw new Error(`${kind} failed: ${run.stderr}${run.error ?? ''}`);
    };
    return {
      env,
      envWithoutBuildx: { ...env, DOCKER_CONFIG: made.OLD_DOCKER_CONFIG },
      registry: `localhost:${port}`,
      docker: (...args) =>
        new Promise((resolve, reject) => {
          const child = execFile('docker', args, { env, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
            if (error && child.exitCode === null) reject(error);
            else resolve({ code: child.exitCode ?? 0, stdout, stderr });
          });
        }),
      importSmallBase: (...tags) => importBase('small-base', tags),
      importSeedBase: (...tags) => importBase('seed-base', tags),
      stop: server.stop,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
