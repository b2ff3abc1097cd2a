import type { Runner, reporters } from 'mocha';

/** Marks what mocha prints and counts, so that the runner outside can tell it from the workbench's own log. */
export const MOCHA = '\u0001mocha ';
export const STATS = '\u0001stats ';

/** Sends mocha's report through the console, marked line by line. */
export function markReport(base: typeof reporters.Base, format: (...args: unknown[]) => string): void {
  base.consoleLog = (...args: unknown[]) => {
    for (const line of format(...args).split('\n')) console.log(MOCHA + line);
  };
}

/** Prints the counts, and what failed, for the runner outside. */
export function printStats(runner: Runner): void {
  const failed: string[] = [];
  runner.suite.eachTest((test) => {
    if (test.isFailed()) failed.push(`${test.fullTitle()}\n${test.err?.stack ?? ''}`);
  });
  console.log(STATS + JSON.stringify({ ...runner.stats, failed }));
}
