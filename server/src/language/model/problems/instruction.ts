import { INSTRUCTION_KEYWORDS, type InstructionKeyword, ONBUILD_REFUSES } from '../../knowledge/instructions';
import { parseSignal } from '../../knowledge/signals';
import type { Instruction } from '../../syntax/instruction';
import type { Span } from '../../text/span';
import { nearest } from '../../text/suggest';
import { fact } from '../fact';
import { isPort, parsePort } from '../portSpec';
import { type Checked, Checks } from './checks';
import { checkCopy } from './copy';
import { type Draft, draft, fix, replaceFix, shiftProblem } from './draft';
import { checkFlags } from './flags';
import { checkFrom } from './from';
import { checkHealthcheck } from './healthcheck';
import { jsonFixes } from './jsonForm';
import { checkArguments, checkPairs, openQuoteFixes } from './pairs';
import { checkRun } from './run';

/** What the builder refuses in one instruction, whatever stands around it, and what depends on that. */
export const checkedOf = fact((instruction: Instruction): Checked => {
  const checks = new Checks(instruction);
  if (!instruction.known) {
    const { keywordAt, keyword } = instruction;
    const near = nearest(keyword, INSTRUCTION_KEYWORDS);
    const fixes = near ? [replaceFix(keywordAt, near)] : [];
    checks.add(
      draft('instruction', 'unknown-instruction', keywordAt, [instruction.written, near ?? ''], { fixes, soft: true }),
    );
    return checks;
  }
  handlers[instruction.keyword as InstructionKeyword](checks);
  const open = instruction.heredocs.find(({ terminated }) => !terminated);
  if (open) {
    const end = instruction.text.length;
    const fixes = [fix('end-heredoc', [open.name], { at: { start: end, end }, text: `\n${open.name}\n` })];
    checks.add(draft('parse', 'heredoc-unterminated', open.at, [open.name], { fixes }));
  }
  return checks;
});

/** What to look at in each instruction. */
const handlers: Readonly<Record<InstructionKeyword, (checks: Checks) => void>> = {
  ADD: checkCopy,
  ARG: checkArguments,
  CMD: checkCommand,
  COPY: checkCopy,
  ENTRYPOINT: checkCommand,
  ENV: checkPairs,
  EXPOSE: checkExpose,
  FROM: checkFrom,
  HEALTHCHECK: (checks) => refusesJson(checks) || checkHealthcheck(checks),
  LABEL: checkPairs,
  MAINTAINER: checkOne,
  ONBUILD: checkOnbuild,
  RUN: checkCommand,
  SHELL: checkShell,
  STOPSIGNAL: checkStopSignal,
  USER: checkOne,
  VOLUME: checkVolume,
  WORKDIR: checkOne,
};

/** A JSON array of something else than strings stops the parser. */
function refusesJson(checks: Checks): boolean {
  const { instruction } = checks;
  if (!instruction.jsonOfOthers) return false;
  checks.add(draft('parse', 'json-not-strings', instruction.argumentAt, [instruction.keyword]));
  return true;
}

/** RUN, CMD and ENTRYPOINT: a shell's text or a JSON array. */
function checkCommand(checks: Checks): void {
  if (refusesJson(checks)) return;
  checks.add(...checkFlags(checks.instruction));
  if (checks.instruction.keyword === 'RUN') checkRun(checks);
}

const missing = ({ keywordAt, keyword }: Instruction): Draft =>
  draft('instruction', 'missing-argument', keywordAt, [keyword]);

/** MAINTAINER, USER and WORKDIR: one argument that is the whole line. */
function checkOne(checks: Checks): void {
  const { instruction } = checks;
  checks.add(...checkFlags(instruction));
  const [word] = instruction.words;
  if (!word) checks.add(missing(instruction));
  else if (instruction.keyword !== 'MAINTAINER') {
    checks.expanded({ ...checks.wordText(word), quoteFixes: () => openQuoteFixes(instruction, word) });
  }
}

/** What is no port for its size alone: of anything else hadolint says that it cannot read the file. */
const tooHigh = /^\d+(?:-\d+)?$/;

function checkExpose(checks: Checks): void {
  const { instruction } = checks;
  checks.add(...checkFlags(instruction));
  if (instruction.words.length === 0) checks.add(missing(instruction));
  for (const word of instruction.words) {
    checks.expanded(checks.wordText(word), (expansion) => {
      const problems: Draft[] = [];
      for (const { text } of expansion.words) {
        const port = parsePort(text);
        if (isPort(port)) continue;
        const as = port.code === 'port-number' && tooHigh.test(port.values[0]!) ? ['DL3011'] : [];
        problems.push(draft('convert', port.code, word.at, port.values, { fixes: [], as }));
      }
      return problems;
    });
  }
}

function checkOnbuild(checks: Checks): void {
  const { instruction } = checks;
  checks.add(...checkFlags(instruction));
  const { trigger } = instruction;
  if (!trigger) {
    checks.add(missing(instruction));
    return;
  }
  const inner = trigger.instruction;
  const shifted = (span: Span): Span => ({ start: span.start + trigger.start, end: span.end + trigger.start });
  if (ONBUILD_REFUSES.has(inner.keyword)) {
    const at = shifted(inner.keywordAt);
    if (inner.keyword === 'ONBUILD') {
      const rest = { start: at.start, end: shifted(inner.argumentAt).start };
      const fixes = [fix('remove', ['ONBUILD'], { at: rest, text: '' })];
      checks.add(draft('instruction', 'onbuild-chain', at, [], { fixes, as: ['DL3043'] }));
    } else checks.add(draft('instruction', 'onbuild-trigger', at, [inner.keyword], { as: ['DL3043'] }));
    return;
  }
  for (const each of checkedOf(inner).drafts) {
    if (each.code === 'heredoc-unterminated') continue;
    // the builder parses the trigger now, and reads it as an instruction in a build upon this image
    const hint = each.phase !== 'parse';
    checks.add({ ...shiftProblem(each, trigger.start, hint), phase: each.phase, ...(each.soft && { soft: true }) });
  }
}

function checkShell(checks: Checks): void {
  const { instruction } = checks;
  if (refusesJson(checks)) return;
  checks.add(...checkFlags(instruction));
  if (instruction.words.length === 0) checks.add(missing(instruction));
  else if (!instruction.json) {
    const { argumentAt } = instruction;
    checks.add(draft('instruction', 'shell-not-json', argumentAt, [], { fixes: jsonFixes(instruction) }));
  }
}

function checkStopSignal(checks: Checks): void {
  const { instruction } = checks;
  const [word] = instruction.words;
  if (!word) {
    checks.add(missing(instruction));
    return;
  }
  checks.expanded(checks.wordText(word), ({ result }) => {
    const number = /^[+-]?\d+$/.test(result) && Number(result) !== 0;
    if (number || parseSignal(result)) return [];
    return [draft('convert', 'signal-unknown', word.at, [result])];
  });
}

function checkVolume(checks: Checks): void {
  const { instruction } = checks;
  if (refusesJson(checks)) return;
  checks.add(...checkFlags(instruction));
  if (instruction.words.length === 0) checks.add(missing(instruction));
  const quoteFixes = () => jsonFixes(instruction);
  for (const word of instruction.words) {
    const before = checks.drafts.length;
    if (word.text.trim() === '') {
      checks.add(draft('instruction', 'volume-empty', word.at));
      continue;
    }
    checks.expanded({ ...checks.wordText(word), quoteFixes }, ({ result }) =>
      result === '' ? [draft('convert', 'volume-empty', word.at)] : [],
    );
    if (checks.drafts.length > before && checks.drafts.at(-1)!.code.startsWith('unclosed')) return;
  }
}
