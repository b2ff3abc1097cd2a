import { spawn } from 'node:child_process';
import type { ShellcheckComment, ShellcheckRequest } from '../language';

/** Longer than this it may not take over one script. */
const limitMs = 15_000;
/** No script has that much to be said of it. */
const mostOutput = 4 * 1024 * 1024;

/** Older ones have no `json1`, or say of `sh` what holds for Bash. */
const oldest = [0, 7];
/** The first that knows BusyBox's shell. */
const busybox = [0, 10];

/**
 * ShellCheck over one script, given on its standard input; no configuration file of the folder takes part. `path` is the
 * program, found on PATH where empty. Undefined where there is none, where it is too old, or where it fails.
 */
export async function runShellcheck(
  { dialect, script }: ShellcheckRequest,
  path: string,
  signal?: AbortSignal,
): Promise<readonly ShellcheckComment[] | undefined> {
  const program = path || 'shellcheck';
  const version = await versionOf(program);
  if (!version || isOlder(version, oldest)) return undefined;
  const shell = dialect === 'busybox' && isOlder(version, busybox) ? 'dash' : dialect;
  // 1090 and 1091: files that it cannot follow; 2187: its word on ash, which hadolint leaves out as well
  const args = ['--norc', '--format=json1', `--shell=${shell}`, '--exclude=SC1090,SC1091,SC2187', '-'];
  const output = await outputOf(program, args, script, signal);
  if (output === undefined) return undefined;
  try {
    const { comments } = JSON.parse(output) as { comments?: unknown };
    return Array.isArray(comments) ? comments : undefined;
  } catch {
    // what failed said why elsewhere
    return undefined;
  }
}

const versions = new Map<string, Promise<readonly number[] | undefined>>();

/** The version of a program, asked once; undefined where there is none. */
function versionOf(program: string): Promise<readonly number[] | undefined> {
  let version = versions.get(program);
  if (!version) {
    version = outputOf(program, ['--version'], '').then((output) =>
      /^version: (\d[\d.]*)/m
        .exec(output ?? '')?.[1]
        ?.split('.')
        .map(Number),
    );
    versions.set(program, version);
  }
  return version;
}

const isOlder = ([major = 0, minor = 0]: readonly number[], [least = 0, lesser = 0]: readonly number[]): boolean =>
  major < least || (major === least && minor < lesser);

/** What a program writes; undefined where it cannot be started, is ended, or writes too much. Findings are exit code 1. */
function outputOf(
  program: string,
  args: readonly string[],
  input: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: limitMs,
      windowsHide: true,
      ...(signal && { signal }),
    });
    const chunks: Buffer[] = [];
    let size = 0;
    child.once('error', () => resolve(undefined));
    child.once('close', (code) =>
      resolve(code === 0 || code === 1 ? Buffer.concat(chunks).toString('utf8') : undefined),
    );
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostOutput) child.kill();
      else chunks.push(chunk);
    });
    // one that does not read its input has ended, and `close` says so
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
