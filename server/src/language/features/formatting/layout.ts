import { commandsIn } from '../../model/commands';
import { type Install, installsOf } from '../../model/installs';
import type { Instruction } from '../../syntax/instruction';
import type { Edit } from '../../text/edit';
import { slice } from '../../text/span';
import type { FormatOptions } from './options';
import type { Break, Slot } from './slots';

/** Gives the lines that there are their indent: the least indented one step, each deeper one a step more. */
export function indentLines(slots: readonly Slot[]): void {
  let least = Number.POSITIVE_INFINITY;
  for (const { break: own } of slots) if (own?.column !== undefined) least = Math.min(least, own.column);
  const steps = [least];
  for (const slot of slots) {
    const column = slot.break?.column;
    if (column === undefined) continue;
    while (steps.length > 1 && steps.at(-1)! > column) steps.pop();
    if (column > steps.at(-1)!) steps.push(column);
    slot.break = { ...slot.break!, level: steps.length };
  }
}

/** Moves line breaks to the side of shell operators that the settings ask for. */
export function placeOperators(slots: readonly Slot[], text: string, { operators }: FormatOptions): void {
  if (operators === 'preserve') return;
  for (let i = 0; i + 1 < slots.length; i++) {
    const [before, after] = [slots[i]!, slots[i + 1]!];
    if (before.beside !== 'before' || after.beside !== 'after') continue;
    const [from, to] = operators === 'leading' ? [after, before] : [before, after];
    if (!from.break || to.break || !mayBreak(to, text)) continue;
    to.break = from.break;
    from.break = undefined;
  }
}

/** False where a line that begins there would be a comment. */
const mayBreak = ({ end }: Slot, text: string): boolean => text[end] !== '#';

const onNewLine = (level: number): Break => ({ lines: [], ends: [], column: undefined, level });

/** An installation whose packages get a line each. */
interface List {
  readonly install: Install;
  /** The slots in front of its packages. */
  readonly at: readonly number[];
  /** The slot in front of its command; -1 where there is none. */
  readonly command: number;
}

/** Breaks the line before each package that a command installs, if asked for. Their indent is `indentLists`' to give. */
export function breakLists(instruction: Instruction, slots: readonly Slot[], packages: string): readonly List[] {
  if (packages === 'preserve') return [];
  const { text } = instruction;
  const byEnd = new Map(slots.map((slot, i) => [slot.end, i]));
  const lists = installsIn(instruction).flatMap((install): List[] => {
    const at = install.packages.map(({ word }) => byEnd.get(word.at.start) ?? -1);
    if (at.some((i) => i < 0 || !mayBreak(slots[i]!, text))) return [];
    return [{ install, at, command: byEnd.get(install.command.words[0]!.at.start) ?? -1 }];
  });
  for (const { at } of lists) {
    for (const i of at) slots[i]!.break = { ...(slots[i]!.break ?? onNewLine(0)), column: undefined };
  }
  return lists;
}

/** Indents packages a step deeper than the command that installs them, and breaks the line behind the last. */
export function indentLists(lists: readonly List[], slots: readonly Slot[], text: string, operators: string): void {
  let seen = 0;
  let level = 0;
  for (const { install, at, command } of lists) {
    for (; seen <= command; seen++) level = slots[seen]!.break?.level ?? level;
    for (const i of at) slots[i]!.break = { ...slots[i]!.break!, level: level + 1 };
    const [before, after] = slots.slice(at.at(-1)! + 1, at.at(-1)! + 3);
    if (before?.beside !== 'before' || before.start !== install.packages.at(-1)!.word.at.end) continue;
    const target = operators === 'trailing' ? after : before;
    if (target && !before.break && !after?.break && mayBreak(target, text))
      target.break = onNewLine(Math.max(level, 1));
  }
}

/** The installations of two or more packages in an instruction's own shell text, in order. */
function installsIn(instruction: Instruction): readonly Install[] {
  const installs = commandsIn(instruction, 'sh').flatMap((command) => {
    const install = command.script ? installsOf(command) : undefined;
    return install && install.packages.length > 1 ? [install] : [];
  });
  return installs.sort((a, b) => a.command.words[0]!.at.start - b.command.words[0]!.at.start);
}

/**
 * Puts the packages of a list in order, by the edits of their words. Comments between them belong to one of them, and nothing
 * else may stand there: such a list stays as it is.
 */
export function sortList({ install, at }: List, slots: readonly Slot[], text: string): readonly Edit[] {
  const { packages } = install;
  const words = packages.map(({ word }) => slice(text, word.at));
  const movable = packages.every(
    ({ kind, word }, i) =>
      kind === 'name' &&
      !words[i]!.includes('\n') &&
      word.raw === words[i] &&
      (i === 0 || (at[i] === at[i - 1]! + 1 && (slots[at[i]!]!.break?.lines.length ?? 0) === 0)),
  );
  if (!movable) return [];
  const sorted = words.toSorted();
  return packages.flatMap(({ word }, i) => (sorted[i] === words[i] ? [] : [{ at: word.at, text: sorted[i]! }]));
}
