import { special } from '../syntax/expand';
import type { Instruction } from '../syntax/instruction';
import { type Block, blockAt, blocksOf, carried } from './block';
import { resolveIn, type Scope } from './definitions';
import type { Dockerfile } from './dockerfile';
import { fact } from './fact';
import { joinWorkdir } from './paths';
import { shellPragmas } from './shellPragmas';
import { type Base, type Stage, stagesOf } from './stages';
import { resolveAt, type StageScopes, scopeAtStart, scopesOfStages } from './variables';
import { looksLikeWindows } from './windows';

/**
 * What holds when an instruction runs. The object is a value: as long as the instructions that made it stay as they are, it
 * is the same object in every version of a file, so that findings can be kept under it.
 */
export interface InForce {
  /** False before the first FROM, and for FROM itself. */
  readonly inStage: boolean;
  /** Undefined for the default: `/bin/sh -c`, on Windows `cmd /S /C`. */
  readonly shell: readonly string[] | undefined;
  /** The program that a comment of hadolint's names for lack of a SHELL: see `shellPragmas`. */
  readonly shellPragma: string | undefined;
  /** A guess: see `looksLikeWindows`. */
  readonly windows: boolean;
  /** As the file sets it, variables resolved; undefined where it does not: then it is the base image's own. */
  readonly user: string | undefined;
  /**
   * The folder, as far as the file tells: absolute, or counted from the base image's own folder, then with no `/` in front
   * (empty: that folder itself). Undefined where a variable without a value stands at the front of it.
   */
  readonly workdir: string | undefined;
  /** Whether a WORKDIR of this file came before, in this stage or one that it is built upon. */
  readonly workdirSet: boolean;
  /** Familiar name of the image that the chain of stages begins with: `ubuntu`; `scratch`; undefined where not known. */
  readonly base: string | undefined;
  readonly baseTag: string | undefined;
}

const outside: InForce = {
  inStage: false,
  shell: undefined,
  shellPragma: undefined,
  windows: false,
  user: undefined,
  workdir: undefined,
  workdirSet: false,
  base: undefined,
  baseTag: undefined,
};

/** What is in force at each instruction of a block. As long as it is the same, so is this object: findings hang on it. */
export interface States {
  readonly block: Block;
  readonly at: readonly InForce[];
  readonly end: InForce;
  /** What ARG and ENV define at each instruction; empty before the first FROM. */
  readonly scopes: readonly Scope[];
}

/** For each instruction of a file, what is in force before it: for those who look at all of them. */
export const inForceAt = fact((file: Dockerfile): readonly InForce[] => statesOf(file).flatMap(({ at }) => at));

/** What is in force before the file's instruction `index`; undefined where there is no such instruction. */
export function forceAt(file: Dockerfile, index: number): InForce | undefined {
  const block = blockAt(file, index);
  return statesOf(file)[block]?.at[index - blocksOf(file)[block]!.first];
}

/** What is in force in each block of a file, in the order of `blocksOf`. */
export const statesOf = fact((file: Dockerfile): readonly States[] => {
  const [preamble] = blocksOf(file);
  const triggered = new Map<Stage, InForce>();
  const stages = stagesOf(file);
  const pragmas = shellPragmas(file);
  const before = pragmas.size === 0 ? plainStates(preamble!.block) : preambleStates(preamble!.block, pragmas);
  // in front of the first FROM it holds for all stages, in front of another for that one
  const everywhere = pragmas.get(stages[0]?.first ?? -1) ?? before.end.shellPragma;
  const list: States[] = [before];
  for (const stage of stages) {
    const { parent } = stage.base;
    let state: InForce;
    if (parent) {
      state = triggered.get(parent) ?? afterTriggers(file, parent, stage, list[parent.index + 1]!.end);
      triggered.set(parent, state);
    } else state = withPragma(root(file, stage), everywhere);
    state = withPragma(state, pragmas.get(stage.first));
    const scopes = scopesOfStages(file)[stage.index]!;
    list.push(
      pragmas.size === 0
        ? knownStates(scopes, state)
        : statesIn(scopes, state, (index) => pragmas.get(stage.first + index)),
    );
  }
  return list;
});

/** Before the first FROM nothing is in force but what comments say. */
function preambleStates(block: Block, pragmas: ReadonlyMap<number, string>): States {
  let end = outside;
  const at = block.instructions.map((_, index) => {
    end = withPragma(end, pragmas.get(index));
    return end;
  });
  return { block, at, end, scopes: [] };
}

const plainStates = fact((block: Block): States => preambleStates(block, new Map()));

function statesIn(
  { block, before: scopes }: StageScopes,
  start: InForce,
  pragmaAt: (index: number) => string | undefined,
): States {
  const at: InForce[] = [outside];
  let state = start;
  for (let index = 1; index < block.instructions.length; index++) {
    state = withPragma(state, pragmaAt(index));
    at.push(state);
    state = after(state, block.instructions[index]!, () => scopes[index]!);
  }
  return { block, at, end: state, scopes };
}

/** States by what a stage begins with. */
const statesByStart = fact((_block: Block) => new Map<InForce, States>());

function knownStates(stage: StageScopes, start: InForce): States {
  const { block, before: scopes } = stage;
  const byStart = statesByStart(block);
  const known = byStart.get(start);
  if (known?.scopes === scopes) return known;
  // what is never in force and defines nothing leaves all as it was
  const before = carried(block, (other) => statesByStart.known(other)?.get(start), mayBeInForce);
  const states = before?.scopes === scopes ? { ...before, block } : statesIn(stage, start, () => undefined);
  if (byStart.size >= mostStates) byStart.clear();
  byStart.set(start, states);
  return states;
}

const mayBeInForce = ({ keyword }: Instruction): boolean =>
  keyword === 'SHELL' || keyword === 'USER' || keyword === 'WORKDIR';

/** How many beginnings of one stage are remembered; a value being typed leaves many behind. */
const mostStates = 4;

function withPragma(before: InForce, shell: string | undefined): InForce {
  if (shell === undefined || shell === before.shellPragma) return before;
  // the later of a comment and a SHELL counts
  return known(followers(before), `hadolint shell=${shell}`, () => ({
    ...before,
    shell: undefined,
    shellPragma: shell,
  }));
}

function root(file: Dockerfile, stage: Stage): InForce {
  const { instruction, index } = stage.from;
  const { base } = stage;
  const flag = stage.platform?.value;
  const windows = looksLikeWindows(instruction, base, flag && resolveAt(file, index, flag).text);
  const tag = base.unresolved.length === 0 ? base.image?.tag?.text : undefined;
  const name = base.scratch ? 'scratch' : base.repository;
  return known(roots(instruction), `${windows}\n${name}\n${tag}`, () => ({
    inStage: true,
    shell: undefined,
    shellPragma: undefined,
    windows,
    user: undefined,
    workdir: firstWorkdir(base, windows),
    workdirSet: false,
    base: name,
    baseTag: tag,
  }));
}

const firstWorkdir = (base: Base, windows: boolean): string => (base.scratch && !windows ? '/' : '');

/** What a stage upon `parent` begins with: the ONBUILD triggers of the parent run first. */
function afterTriggers(file: Dockerfile, parent: Stage, stage: Stage, end: InForce): InForce {
  const scope = () => scopeAtStart(file, stage);
  let state = end;
  for (let index = parent.first + 1; index < parent.last; index++) {
    const { trigger } = file.instructions[index]!.instruction;
    if (trigger) state = after(state, trigger.instruction, scope);
  }
  return state;
}

/** What is in force behind an instruction; the same object where it changes nothing. */
function after(before: InForce, instruction: Instruction, scope: () => Scope): InForce {
  switch (instruction.keyword) {
    case 'SHELL': {
      const { json } = instruction;
      if (!json) return before;
      const shell = json.map(({ text }) => text);
      return known(followers(before), `SHELL ${JSON.stringify(shell)}`, () => ({
        ...before,
        shell,
        shellPragma: undefined,
      }));
    }
    case 'USER': {
      const user = argument(instruction, scope);
      if (user === undefined || user === before.user) return before;
      return known(followers(before), `USER ${user}`, () => ({ ...before, user }));
    }
    case 'WORKDIR': {
      const value = argument(instruction, scope);
      if (value === undefined) return before;
      const workdir = joinWorkdir(before.workdir, value, before.windows);
      if (before.workdirSet && workdir === before.workdir) return before;
      return known(followers(before), `WORKDIR ${workdir}`, () => ({ ...before, workdir, workdirSet: true }));
    }
    default:
      return before;
  }
}

/** The argument of USER or WORKDIR with its variables resolved; those without a value stay as they are written. */
function argument(instruction: Instruction, scope: () => Scope): string | undefined {
  const text = instruction.words[0]?.text;
  // most have no variable: then no scope need be made
  if (text === undefined || !special.test(text)) return text;
  return resolveIn(scope(), text, instruction.escape).text;
}

/** How many different states are remembered behind one; a value that is being typed leaves many behind. */
const mostKnown = 32;

/** What followed a state before. It hangs on the first state, which hangs on its FROM instruction, and goes with it. */
const followers = fact((_before: InForce) => new Map<string, InForce>());
const roots = fact((_from: Instruction) => new Map<string, InForce>());

/** @param key all that makes the new state, beside what it is looked up in */
function known(states: Map<string, InForce>, key: string, make: () => InForce): InForce {
  let state = states.get(key);
  if (!state) {
    state = make();
    if (states.size >= mostKnown) states.clear();
    states.set(key, state);
  }
  return state;
}
