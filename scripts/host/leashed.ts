import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** A process group that ends with this process, or when `stop` is called. */
export interface Leashed {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  /** Ends the whole group and resolves when its leader is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a command as a process group of its own on a leash: the group is ended by `stop`, and also when this process
 * dies without calling it, since the leash is the pipe to its standard input.
 */
export function startLeashed(
  command: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Leashed {
  const leash = join(import.meta.dirname, 'leash.mjs');
  return hold(
    spawn(process.execPath, [leash, command, ...args], { ...options, stdio: ['pipe', 'pipe', 'pipe'], detached: true }),
  );
}

/** Treats a child that itself ends when its standard input closes as leashed. */
export function hold(child: ChildProcessByStdio<Writable, Readable, Readable>): Leashed {
  // the child may be gone before the pipe is closed
  child.stdin.on('error', () => {});
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    child,
    async stop() {
      child.stdin.end();
      await gone;
    },
  };
}

/**
 * Resolves with the first match of `pattern` in what the child prints to standard output. Rejects with all it printed
 * when it exits first, cannot be started, or prints no match within `limitMs`.
 */
export function printed(leashed: Leashed, pattern: RegExp, limitMs: number): Promise<RegExpExecArray> {
  const { child } = leashed;
  let out = '';
  let err = '';
  return new Promise((resolve, reject) => {
    const onOut = (data: Buffer) => {
      out += data;
      const match = pattern.exec(out);
      if (match) settle(() => resolve(match));
    };
    const onErr = (data: Buffer) => {
      err += data;
    };
    const fail = (what: string) => settle(() => reject(new Error(`${what}\n${out}${err}`)));
    const onError = (error: Error) => fail(error.message);
    const onExit = (code: number | null, signal: string | null) => fail(`ended with ${signal ?? code}`);
    const timer = setTimeout(() => fail(`nothing matched ${pattern} in ${limitMs} ms`), limitMs);
    // a server lives on and prints on: stop listening
    const settle = (end: () => void) => {
      clearTimeout(timer);
      child.stdout.off('data', onOut);
      child.stderr.off('data', onErr);
      child.off('error', onError);
      child.off('exit', onExit);
      end();
    };
    child.stdout.on('data', onOut);
    child.stderr.on('data', onErr);
    child.once('error', onError);
    child.once('exit', onExit);
  });
}
