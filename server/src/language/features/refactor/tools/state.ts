import type { Entry, ShellCommand } from '../../../shell/tree';

/** Commands after which the same shell is another one: its folder, options, variables, traps, or its end. */
const changing: ReadonlySet<string | undefined> = new Set(
  '. alias bg break cd continue declare disown enable eval exec exit export fg getopts hash let local mapfile popd pushd read readarray readonly return set setopt shift shopt source trap typeset ulimit umask unalias unset unsetopt wait'.split(
    ' ',
  ),
);

/** What the builder makes anew for every RUN. */
const notInLayers = /\/dev\/shm|\/etc\/(?:hosts|resolv\.conf|hostname)\b/;
/** `${name:=value}` sets a variable. */
const assigningUse = /\$\{\w+:?=/;
/** Names that no program looks for in its environment. */
const ownName = /^[a-z][a-z0-9_]*$/;

/** What commands leave behind in their shell that those behind them may feel. Files they leave do not count. */
export interface LeftState {
  /** True where they change more than variables of their own: then they cannot be parted from what follows. */
  readonly changed: boolean;
  /** The variables and functions that they set. */
  readonly names: ReadonlySet<string>;
}

/** @param text the commands' own text */
export function leftState(entries: readonly Entry[], text: string): LeftState {
  const names = new Set<string>();
  const plain = !notInLayers.test(text) && !assigningUse.test(text) && collect(entries, names);
  return { changed: !plain || [...names].some((name) => !ownName.test(name) || name.endsWith('_proxy')), names };
}

/** True where what comes behind, of which `later` gives the text, may feel it. */
export function isFelt({ changed, names }: LeftState, later: () => string): boolean {
  if (changed || names.size === 0) return changed;
  const text = later();
  return [...names].some((name) => text.includes(name));
}

/** Adds the names that commands set; false where they change more than that. */
function collect(entries: readonly Entry[], names: Set<string>): boolean {
  return entries.every(
    ({ pipeline, background }) => !background && pipeline.commands.every((command) => collectFrom(command, names)),
  );
}

function collectFrom(command: ShellCommand, names: Set<string>): boolean {
  if (command.kind === 'simple') {
    const words = command.words.map(({ literal }) => literal);
    const name = words.find((word) => word !== 'command' && word !== 'builtin');
    if (changing.has(name)) return false;
    if (words.length === 0) for (const each of command.assignments) names.add(each.name);
    return true;
  }
  if (command.kind === 'subshell') return true;
  if (command.kind === 'coproc') return false;
  const [first] = command.words;
  if (command.kind === 'for' || command.kind === 'select' || command.kind === 'function') {
    if (first?.literal === undefined) return false;
    names.add(first.literal);
  }
  return command.parts.every(({ list }) => collect(list.entries, names));
}
