// The texts of test/problems as a real engine judges them: what we refuse it refuses, and what we find fine it takes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cases } from '../problems/cases';
import { fine } from '../problems/fine';
import { type Engine, startEngine } from '../support/docker/engine';

let engine: Engine;
let top: string;
beforeAll(async () => {
  engine = await startEngine();
  engine.importSmallBase('a', 'b');
  top = mkdtempSync(join(tmpdir(), 'slipway-verdicts-'));
});
afterAll(async () => {
  await engine?.stop();
  if (top) rmSync(top, { recursive: true, force: true });
});

/** What only a registry has: front ends, images of other platforms and by digest. */
const elsewhere = /^# syntax|--platform=|@sha256:/m;
const here = (text: string): boolean => !elsewhere.test(text);

/** What the engine says against each text, in order; undefined where it would build. Several at a time. */
async function verdicts(texts: readonly string[]): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = [];
  let next = 0;
  const judge = async (_: unknown, worker: number) => {
    const folder = join(top, String(worker));
    mkdirSync(folder, { recursive: true });
    while (next < texts.length) {
      const index = next++;
      writeFileSync(join(folder, 'Dockerfile'), texts[index]!);
      const check = ['buildx', 'build', '--call=check,format=json', '--progress=quiet', folder];
      const { stdout, stderr } = await engine.docker(...check);
      const report = stdout.trim();
      // some refusals come before there is a report
      found[index] = report === '' ? `no report: ${stderr.trim()}` : JSON.parse(report).buildError?.message;
    }
  };
  await Promise.all(Array.from({ length: 4 }, judge));
  return found;
}

it('takes what is fine', async () => {
  const texts = fine.filter(here);
  const found = await verdicts(texts);
  expect(texts.flatMap((text, i) => (found[i] === undefined ? [] : [`${found[i]}: ${text}`]))).toEqual([]);
  expect(texts.length).toBeGreaterThan(15);
});

it('refuses what is a problem', async () => {
  const texts = cases.map(({ text }) => text.replace(/[«»]/g, '')).filter(here);
  const found = await verdicts(texts);
  expect(texts.filter((_, i) => found[i] === undefined)).toEqual([]);
  // not for what is missing here
  expect(found.filter((each) => /failed to resolve|connection refused/.test(each ?? ''))).toEqual([]);
  expect(texts.length).toBeGreaterThan(100);
});
