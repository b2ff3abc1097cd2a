// Runs the whole truth, or the parts named:   npm test [-- PART...]
// The last line printed is `N passed, N failed`, with `, N skipped` when something was.

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/host/paths';
import { type Missing, type Need, provision } from '../scripts/host/provision';
import { type Part, parts } from './parts';
import { type Counts, none } from './support/host/counts';

/** What is repeated of failures at the end: so many, of each so much. */
const MOST_FAILURES = 10;
const MOST_LINES = 20;
const MOST_CHARACTERS = 2000;

const CI = process.env.CI === 'true';

/** The parts named, and those they build on, in the order of `parts`. */
function choose(names: readonly string[]): Part[] {
  if (names.length === 0) return [...parts];
  const wanted = new Set<string>();
  const add = (name: string) => {
    const part = parts.find((candidate) => candidate.name === name);
    if (!part) throw new Error(`no part "${name}": there are ${parts.map((each) => each.name).join(', ')}`);
    for (const before of part.after ?? []) add(before);
    wanted.add(name);
  };
  names.forEach(add);
  return parts.filter(({ name }) => wanted.has(name));
}

/** What a part counted. One that throws, or ran no test, failed. */
async function run(part: Part, missing: Missing, failed: ReadonlySet<string>): Promise<Counts> {
  const broken = part.after?.find((before) => failed.has(before));
  if (broken) {
    console.error(`${part.name}: not run, since ${broken} failed`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const reasons = (part.needs ?? []).flatMap((need) => missing[need] ?? []);
  if (reasons.length > 0) {
    console.error(`!!! SKIPPED ${part.name}: ${reasons.join('; ')}`);
    // a CI that silently stops testing the real thing is worse than a red one
    return CI ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 };
  }
  try {
    const counts = await part.run();
    if (counts.passed + counts.failed > 0) {
      return CI && part.needs ? { ...counts, failed: counts.failed + counts.skipped, skipped: 0 } : counts;
    }
    console.error(`${part.name}: no test ran`);
  } catch (error) {
    console.error(error);
  }
  return { passed: 0, failed: 1, skipped: 0 };
}

function tell({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The first lines of what a failed test said; the whole is further up. */
function shortened(failure: string): string {
  return failure.split('\n').slice(0, MOST_LINES).join('\n').slice(0, MOST_CHARACTERS);
}

async function main(): Promise<void> {
  const chosen = choose(parseArgs({ allowPositionals: true }).positionals);
  mkdirSync(join(root, 'test-results'), { recursive: true });
  const needs = new Set<Need>(chosen.flatMap(({ needs }) => needs ?? []));
  const missing = provision([...needs]);
  const shared = process.env.SLIPWAY_SHARED ?? join(root, '../shared');
  if (!existsSync(shared))
    console.error(`!!! ${shared} is not there (SLIPWAY_SHARED names another): tests on it are SKIPPED`);
  const total = none();
  const failed = new Set<string>();
  const lines: string[] = [];
  const failures: string[] = [];
  for (const part of chosen) {
    console.log(`\n== ${part.name}: ${part.what}`);
    const start = Date.now();
    const counts = await run(part, missing, failed);
    if (counts.failed > 0) failed.add(part.name);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    failures.push(...(counts.failures ?? []).map((each) => `FAILED ${part.name}: ${shortened(each)}`));
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    lines.push(`${part.name.padEnd(10)} ${seconds.padStart(6)} s  ${tell(counts)}`);
  }
  if (failures.length > 0) console.log(`\n${failures.slice(0, MOST_FAILURES).join('\n\n')}`);
  console.log(`\n${lines.join('\n')}\n`);
  console.log(tell(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
