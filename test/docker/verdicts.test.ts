// Texts as a real engine judges them: what we refuse it refuses, what we find fine it takes, and it warns where we do.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CheckFinding, parseCheck } from '../../client/src/node/docker/check';
import { checkInvocation } from '../../client/src/node/docker/invocation';
import { root } from '../../scripts/host/paths';
import { resolveConfig } from '../../server/src/language/lint/config';
import { createLinter } from '../../server/src/language/lint/lint';
import { isBuildKitCheck } from '../../server/src/language/lint/names';
import { rules } from '../../server/src/language/lint/rules';
import { Dockerfile } from '../../server/src/language/model/dockerfile';
import { stagesOf } from '../../server/src/language/model/stages';
import { nowhere } from '../../server/src/language/model/surroundings';
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

interface Verdict {
  /** Undefined where it would build. */
  readonly error: string | undefined;
  /** `Check:line`, the first line of what it counts as the place. */
  readonly warnings: readonly string[];
}

/** What the engine says of each text, in order. Several at a time. */
async function verdicts(texts: readonly string[]): Promise<readonly Verdict[]> {
  const found: Verdict[] = [];
  let next = 0;
  const judge = async (_: unknown, worker: number) => {
    const folder = join(top, String(worker));
    mkdirSync(folder, { recursive: true });
    while (next < texts.length) {
      const index = next++;
      writeFileSync(join(folder, 'Dockerfile'), texts[index]!);
      const { args } = checkInvocation({ file: join(folder, 'Dockerfile'), context: folder, args: [] });
      const { stdout, stderr } = await engine.docker(...args);
      const findings = parseCheck(stdout);
      // some refusals come before there is a report
      found[index] = findings ? verdictOf(findings) : { error: `no report: ${stderr.trim()}`, warnings: [] };
    }
  };
  await Promise.all(Array.from({ length: 4 }, judge));
  return found;
}

function verdictOf(findings: readonly CheckFinding[]): Verdict {
  const warnings = findings.flatMap(({ rule, lines }) => (rule ? [`${rule}:${lines.first}`] : []));
  const error = findings.find(({ severity }) => severity === 'error')?.message;
  return { error, warnings: [...new Set(warnings)].sort() };
}

it('takes what is fine', async () => {
  const texts = fine.filter(here);
  const found = await verdicts(texts);
  expect(texts.flatMap((text, i) => (found[i]!.error === undefined ? [] : [`${found[i]!.error}: ${text}`]))).toEqual(
    [],
  );
  expect(texts.length).toBeGreaterThan(15);
});

it('refuses what is a problem', async () => {
  const texts = cases.map(({ text }) => text.replace(/[«»]/g, '')).filter(here);
  const found = await verdicts(texts);
  expect(texts.filter((_, i) => found[i]!.error === undefined)).toEqual([]);
  // not for what is missing here
  expect(found.filter(({ error }) => /failed to resolve|connection refused/.test(error ?? ''))).toEqual([]);
  expect(texts.length).toBeGreaterThan(100);
});

/** Checks that look at more than the file: a context, a registry. */
const beyond = new Set(['CopyIgnoredFile', 'InvalidBaseImagePlatform']);
const config = resolveConfig(rules, [{ preset: 'all' }]);

/** Our findings under the names of BuildKit's checks, as the engine would tell them. */
function ours(text: string): readonly string[] {
  const file = Dockerfile.parse(text);
  const lines = new Set<string>();
  for (const { aliases, placed, at } of createLinter(config).lint(file, nowhere)) {
    const line = file.source.lineAt(placed?.start ?? at.start) + 1;
    for (const alias of aliases) if (isBuildKitCheck(alias)) lines.add(`${alias}:${line}`);
  }
  return [...lines].sort();
}

/** It tells some at the last line of an instruction. */
function atInstruction(text: string, warning: string): string {
  const [check, line] = warning.split(':');
  const { source, instructions } = Dockerfile.parse(text);
  const start = source.lineStart(Number(line) - 1);
  const placed = instructions.find((each) => each.start <= start && start <= each.end);
  return placed ? `${check}:${source.lineAt(placed.start) + 1}` : warning;
}

it('warns where we do, in the examples on the pages of rules that stand for its checks', async () => {
  const standing = rules.filter(({ aliases = [] }) =>
    aliases.some((each) => isBuildKitCheck(each) && !beyond.has(each)),
  );
  const texts = standing.flatMap(({ id }) => {
    const page = readFileSync(join(root, `docs/rules/${id}.md`), 'utf8');
    return [...page.matchAll(/^```dockerfile (?:bad|good|fixed)\n([\s\S]*?)^```$/gm)].map(([, code]) => code!);
  });
  const judged = texts.filter(here);
  const images = judged.flatMap((text) => stagesOf(Dockerfile.parse(text)).map(({ base }) => base));
  const names = images
    .filter(({ parent, scratch, error }) => !parent && !scratch && !error)
    .map(({ resolved }) => resolved);
  engine.importSmallBase('a', ...new Set(names.filter((name) => name !== '')));
  const found = await verdicts(judged);
  const differ = judged.flatMap((text, i) => {
    const { error } = found[i]!;
    const warnings = found[i]!.warnings.map((each) => atInstruction(text, each));
    const mine = ours(text);
    // after an error it stops looking; an image may define what its name does not tell us
    const isSame = mine.every((each) => warnings.includes(each) || error !== undefined);
    const missed = warnings.filter((each) => !mine.includes(each) && !each.startsWith('UndefinedVar:'));
    return isSame && missed.length === 0 ? [] : [{ text, mine, warnings, error }];
  });
  expect(differ).toEqual([]);
  expect(judged.length).toBeGreaterThan(50);
});
