import type { Flag } from '../../syntax/instruction';
import type { Checks } from './checks';
import { type Draft, draft, fix, type ProblemFix } from './draft';
import { parseDuration } from './duration';
import { checkFlags } from './flags';

const durations = new Set(['interval', 'timeout', 'start-period', 'start-interval']);
const oneMillisecond = 1e6;

export function checkHealthcheck(checks: Checks): void {
  const { instruction } = checks;
  const [type, ...rest] = instruction.words;
  if (!type) {
    checks.add(draft('instruction', 'missing-argument', instruction.keywordAt, ['HEALTHCHECK']));
    return;
  }
  const word = type.text.toUpperCase();
  if (word === 'NONE') {
    const first = rest[0];
    if (!first) return;
    const at = { start: first.at.start, end: instruction.argumentAt.end };
    const fixes = [
      fix('remove', [instruction.text.slice(at.start, at.end)], { at: { ...at, start: type.at.end }, text: '' }),
    ];
    checks.add(draft('instruction', 'healthcheck-none', at, [], { fixes }));
    // its flags are not looked at
    return;
  }
  checks.add(...checkFlags(instruction));
  if (word !== 'CMD') {
    const at = { start: type.at.start, end: type.at.start };
    const fixes = [fix('insert', ['CMD'], { at, text: 'CMD ' })];
    checks.add(draft('instruction', 'healthcheck-type', type.at, [type.text], { fixes }));
  } else if (rest.length === 0 && !instruction.jsonOfOthers) {
    checks.add(draft('instruction', 'healthcheck-no-command', type.at));
  }
  for (const flag of instruction.flags) {
    if (!flag.value) continue;
    if (durations.has(flag.name)) checks.add(...checkDuration(flag, flag.value));
    else if (flag.name === 'retries') checks.add(...checkRetries(flag, flag.value));
  }
}

function* checkDuration(flag: Flag, value: string): Iterable<Draft> {
  const result = parseDuration(value);
  if (typeof result === 'number') {
    if (result < oneMillisecond && result !== 0) {
      yield draft('instruction', 'duration-too-short', flag.valueAt, [flag.name, value]);
    }
    return;
  }
  const fixes: ProblemFix[] = [];
  if (result.error === 'duration-no-unit' && /^\d/.test(value)) {
    const at = { start: flag.valueAt.end, end: flag.valueAt.end };
    fixes.push(fix('insert', ['s'], { at, text: 's' }));
  }
  const unit = 'unit' in result ? result.unit : '';
  yield draft('instruction', result.error, flag.valueAt, [flag.name, value, unit], { fixes });
}

const int = /^[+-]?\d+$/;

function* checkRetries(flag: Flag, value: string): Iterable<Draft> {
  const number = Number(value);
  if (!int.test(value) || number > 2 ** 31 - 1 || number < -(2 ** 31)) {
    yield draft('instruction', 'retries-number', flag.valueAt, [value]);
  } else if (number < 0) yield draft('instruction', 'retries-negative', flag.valueAt, [value]);
}
