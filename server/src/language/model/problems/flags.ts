import { type FlagSpec, INSTRUCTIONS, type InstructionKeyword } from '../../knowledge/instructions';
import type { Flag, Instruction } from '../../syntax/instruction';
import { nearest } from '../../text/suggest';
import { type Draft, draft, fix, replaceFix } from './draft';

/** Instructions whose flags the builder cuts off and never looks at. */
const unread = new Set(['ARG', 'STOPSIGNAL']);

/** What the builder refuses in an instruction's flags, and the flags it takes, by name. */
export function* checkFlags(instruction: Instruction): Iterable<Draft> {
  const { flags, keyword } = instruction;
  if (flags.length === 0 || unread.has(keyword)) return;
  const specs = INSTRUCTIONS[keyword as InstructionKeyword].flags;
  const used = new Set<string>();
  for (const flag of flags) {
    const spec = specs.find(({ name }) => name === flag.name);
    if (!spec) {
      yield unknown(instruction, flag, specs);
      continue;
    }
    if (spec.experimental) {
      yield draft('instruction', 'flag-needs-labs', flag.nameAt, [flag.name], { soft: true, labs: true });
    }
    if (used.has(flag.name) && spec.kind !== 'strings') {
      yield draft('instruction', 'flag-duplicate', flag.at, [flag.name], { fixes: [removal(instruction, flag)] });
      continue;
    }
    used.add(flag.name);
    if (spec.kind !== 'bool') {
      if (flag.value === undefined) yield withoutValue(instruction, flag, spec);
    } else if (flag.value === '') {
      const at = { start: flag.valueAt.start - 1, end: flag.valueAt.end };
      const fixes = [fix('remove', ['='], { at, text: '' })];
      yield draft('instruction', 'flag-no-value', flag.at, [flag.name], { fixes });
    } else if (flag.value !== undefined && !/^(?:true|false)$/i.test(flag.value)) {
      const fixes = ['true', 'false'].map((value) => replaceFix(flag.valueAt, value));
      yield draft('instruction', 'flag-not-boolean', flag.valueAt, [flag.name, flag.value], { fixes });
    }
  }
}

/** The fix that takes a flag away, with the blanks behind it on its line. */
function removal(instruction: Instruction, flag: Flag) {
  const { text } = instruction;
  let { end } = flag.at;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return fix('remove', [text.slice(flag.at.start, flag.at.end)], { at: { start: flag.at.start, end }, text: '' });
}

function unknown(instruction: Instruction, flag: Flag, specs: readonly FlagSpec[]): Draft {
  const { keyword } = instruction;
  if (specs.length === 0) {
    const fixes = [removal(instruction, flag)];
    return draft('instruction', 'no-flags', flag.at, [flag.name, keyword], { fixes, soft: true });
  }
  const near = nearest(
    flag.name,
    specs.filter(({ experimental }) => !experimental).map(({ name }) => name),
  );
  const fixes = near ? [replaceFix(flag.nameAt, near)] : [removal(instruction, flag)];
  return draft('instruction', 'unknown-flag', flag.nameAt, [flag.name, keyword, near ?? ''], { fixes, soft: true });
}

/** `--chown root` for `--chown=root`: the next word is the value, if enough words are left. */
function withoutValue(instruction: Instruction, flag: Flag, spec: FlagSpec): Draft {
  const next = instruction.keyword === 'HEALTHCHECK' ? undefined : instruction.words[0];
  const last = flag === instruction.flags.at(-1);
  const { text } = instruction;
  const between = next && text.slice(flag.at.end, next.at.start);
  const fixes = [];
  if (next && last && between !== undefined && /^[ \t]+$/.test(between) && spec.kind === 'string') {
    const at = { start: flag.at.end, end: next.at.start };
    const [value] = text.slice(next.at.start).split(/\s/, 1);
    fixes.push(fix('join-value', [`--${flag.name}=${value}`], { at, text: '=' }));
  }
  return draft('instruction', 'flag-no-value', flag.at, [flag.name], { fixes });
}
