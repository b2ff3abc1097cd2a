// The parts of `npm test`, in the order in which they run.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../scripts/host/paths';
import type { Need } from '../scripts/host/provision';
import { packageExtension } from '../scripts/host/vsix';
import { type Counts, none } from './support/host/counts';
import { type HostKind, runInHost } from './vscode/run';

/** One part of the tests. */
export interface Part {
  readonly name: string;
  /** What the reader of the log is told. */
  readonly what: string;
  /** Parts whose result this one stands on. */
  readonly after?: readonly string[];
  readonly needs?: readonly Need[];
  run(): Promise<Counts>;
}

/** Longer than this no part takes: a hanging one is ended and failed. */
const LIMIT_MS = 15 * 60_000;

/** Runs a Node program of node_modules or the repository, its output ours; resolves with its exit code. */
function program(path: string, ...args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, path), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      if (signal) console.error(`${path} was ended by ${signal}`);
      resolve(code ?? 1);
    });
  });
}

/** A program that is one test: it passes with exit code 0. */
async function asTest(path: string, ...args: string[]): Promise<Counts> {
  const ok = (await program(path, ...args)) === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** What is read of vitest's JSON report, whose shape is Jest's. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    /** The file's absolute path. */
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Runs vitest with a configuration file and reads its counts. */
async function vitest(name: string, config: string): Promise<Counts> {
  const report = join(root, 'test-results', `${name}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await program('node_modules/vitest/vitest.mjs', 'run', '--config', config, ...reporters);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }: VitestReport = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const failures = testResults.flatMap((file) => [
    // said of a file that could not be loaded
    ...(file.message ? [`${relative(root, file.name)}: ${file.message}`] : []),
    ...file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(
        ({ fullName, failureMessages }) => `${relative(root, file.name)}: ${fullName}\n${failureMessages.join('\n')}`,
      ),
  ]);
  const counts: Counts = {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
    failures,
  };
  // a file that cannot be loaded or an unhandled error is in no test's count
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

async function inHosts(...kinds: HostKind[]): Promise<Counts> {
  const total = none();
  const failures: string[] = [];
  for (const kind of kinds) {
    const counts = await runInHost(kind);
    // each host must have run something
    if (counts.passed + counts.failed === 0) counts.failed = 1;
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    failures.push(...(counts.failures ?? []).map((each) => `${kind}: ${each}`));
  }
  return { ...total, failures };
}

async function packaged(): Promise<Counts> {
  const { status, output } = packageExtension();
  console.log(output.trim());
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

export const parts: readonly Part[] = [
  { name: 'typecheck', what: 'tsc -b', run: () => asTest('node_modules/typescript/bin/tsc', '-b') },
  { name: 'check', what: 'biome', run: () => asTest('node_modules/@biomejs/biome/bin/biome', 'check', '.') },
  { name: 'build', what: 'bundles', run: () => asTest('esbuild.mjs', '--tests') },
  {
    name: 'unit',
    what: 'vitest: units, properties, corpus, LSP over stdio, CLI, grammar',
    after: ['build'],
    run: () => vitest('unit', 'vitest.config.mts'),
  },
  {
    name: 'shellcheck',
    what: 'the real ShellCheck behind the language server',
    after: ['build'],
    needs: ['shellcheck'],
    run: () => vitest('shellcheck', 'test/shellcheck/vitest.config.mts'),
  },
  { name: 'package', what: 'the .vsix', after: ['build'], run: packaged },
  {
    name: 'vscode',
    what: 'mocha in the Node extension host, on the .vsix',
    after: ['package'],
    needs: ['vscode', 'browser'],
    run: () => inHosts('node'),
  },
  {
    name: 'e2e',
    what: 'journeys in the workbench, with a Docker engine',
    after: ['package'],
    needs: ['vscode', 'browser', 'docker'],
    run: () => vitest('e2e', 'test/e2e/vitest.config.mts'),
  },
  {
    name: 'web',
    what: 'mocha in the web worker extension host, beside a remote and without one',
    after: ['package'],
    needs: ['vscode', 'browser'],
    run: () => inHosts('web', 'pure-web'),
  },
  {
    name: 'docker',
    what: 'a real Docker engine',
    after: ['build'],
    needs: ['docker'],
    run: () => vitest('docker', 'test/docker/vitest.config.mts'),
  },
];
