/**
 * How many files a second are checked with all rules, beside dockerfile-utils' `validate()`:   npx tsx scripts/bench/lint.ts [FILES.jsonl]
 * Each line of the file is JSON with a `text`. Contenders take turns, each in a fresh process; absolute numbers mean little.
 */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { createLinter, Dockerfile, InstructionPool, nowhere, resolveConfig, rules } from '../../server/src/language';

const rounds = 5;
const shared = process.env.SLIPWAY_SHARED ?? join(import.meta.dirname, '../../../shared');

const contenders: Readonly<Record<string, () => (text: string) => unknown>> = {
  slipway: () => {
    const linter = createLinter(resolveConfig(rules, [{ preset: 'all' }]));
    const pool = new InstructionPool();
    const today = new Date().toISOString().slice(0, 10);
    return (text) => linter.lint(Dockerfile.parse(text, pool), { ...nowhere, today });
  },
  'dockerfile-utils': () => (text) => validate(text),
};

/** Milliseconds of the first pass over all files, and of the second. */
type Passes = readonly [first: number, second: number];

function measure(name: string, path: string): Passes {
  const texts = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text);
  const check = contenders[name]!();
  const pass = (): number => {
    const start = performance.now();
    for (const text of texts) check(text);
    return performance.now() - start;
  };
  return [pass(), pass()];
}

const inProcess = (name: string, path: string): Promise<Passes> =>
  new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, [path, name]);
    child.once('message', (passes) => resolve(passes as Passes));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
  });

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

async function compare(path: string): Promise<void> {
  const files = readFileSync(path, 'utf8').split('\n').filter(Boolean).length;
  const all = new Map<string, Passes[]>(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, passes] of all) passes.push(await inProcess(name, path));
  }
  for (const index of [0, 1] as const) {
    const speed = (name: string): number => files / (median(all.get(name)!.map((passes) => passes[index])) / 1000);
    console.log(index === 0 ? 'first pass of a process' : 'second pass');
    for (const name of all.keys()) console.log(`  ${name}: ${Math.round(speed(name))} files a second`);
    console.log(`  ratio: ${(speed('slipway') / speed('dockerfile-utils')).toFixed(2)}`);
  }
}

const [path = join(shared, 'corpus/dev.jsonl'), only] = process.argv.slice(2);
if (only) process.send!(measure(only, path));
else void compare(path);
