/** The one place that starts the container CLI: no shell, argument arrays only, output capped, cancellable. */
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { basename, delimiter, isAbsolute, join } from 'node:path';
import type { Invocation } from './invocation';

/** The CLIs looked for on PATH, best first. */
export const KNOWN_CLIS = ['docker', 'podman', 'nerdctl'] as const;

/** Output kept of one call, in UTF-16 units: enough for any error and any `--call=check` answer. */
const MAX_OUTPUT = 16 * 1024 * 1024;

/** How long a cancelled call may take to clean up before it is ended hard, in milliseconds. */
const GRACE = 5000;

export interface Outcome {
  /** The exit code; null when ended by a signal or never started. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly cancelled: boolean;
  /** Set when the program could not be started: `ENOENT`, `EACCES` … */
  readonly startError?: string;
}

export interface ExecuteOptions {
  /** Called with every piece of output of both streams, in the order of arrival. */
  readonly onOutput?: (text: string) => void;
  readonly signal?: AbortSignal;
}

/** Runs `cli` and waits. Never rejects: how a call failed is in the outcome. */
export function execute(cli: string, invocation: Invocation, options: ExecuteOptions = {}): Promise<Outcome> {
  const { onOutput, signal } = options;
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve({ code: null, stdout: '', stderr: '', cancelled: true });
      return;
    }
    let stdout = '';
    let stderr = '';
    let hardStop: NodeJS.Timeout | undefined;
    const child = spawn(cli, [...invocation.args], {
      shell: false,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...invocation.env },
    });
    const stop = () => {
      child.kill('SIGINT');
      hardStop = setTimeout(() => child.kill('SIGKILL'), GRACE);
    };
    const finish = (code: number | null, startError?: string) => {
      clearTimeout(hardStop);
      signal?.removeEventListener('abort', stop);
      resolve({ code, stdout, stderr, cancelled: signal?.aborted ?? false, ...(startError ? { startError } : {}) });
    };
    signal?.addEventListener('abort', stop);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout = capped(stdout, text);
      onOutput?.(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = capped(stderr, text);
      onOutput?.(text);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      // also sent when a signal cannot be delivered; then `close` still comes
      if (child.pid === undefined) {
        finish(null, error.code ?? error.message);
      }
    });
    child.on('close', (code) => finish(code));
  });
}

function capped(text: string, more: string): string {
  return text.length >= MAX_OUTPUT ? text : text + more;
}

/** Which dialect of the CLI a path stands for, by its file name. */
export function cliKind(path: string): (typeof KNOWN_CLIS)[number] {
  const name = basename(path.replaceAll('\\', '/'))
    .toLowerCase()
    .replace(/\.exe$/, '');
  return KNOWN_CLIS.find((known) => name.startsWith(known)) ?? 'docker';
}

/**
 * The CLI to start: what the setting says, else the first of docker, podman and nerdctl on PATH as an absolute path, so
 * that no program of the opened folder is taken (Windows looks there first). Undefined if there is none.
 */
export function findCli(configured: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (configured !== '' && isAbsolute(configured)) {
    return configured;
  }
  for (const name of configured === '' ? KNOWN_CLIS : [configured]) {
    const found = findOnPath(name, env);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function findOnPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  if (/[\\/]/.test(name)) {
    return undefined;
  }
  const windows = process.platform === 'win32';
  for (const folder of (env.PATH ?? env.Path ?? '').split(delimiter)) {
    if (!isAbsolute(folder)) {
      continue;
    }
    // a .cmd or .bat would need a shell
    const file = join(folder, windows && !/\.exe$/i.test(name) ? `${name}.exe` : name);
    if (isProgram(file)) {
      return file;
    }
  }
  return undefined;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
