import { type Block, blocksOf, keywordsIn, type OfSome, typedInStage, withOne } from '../model/block';
import type { Dockerfile, Replacement } from '../model/dockerfile';
import { fact } from '../model/fact';
import { mayDefine } from '../model/globals';
import type { States } from '../model/inForce';
import type { Surroundings } from '../model/surroundings';
import type { Keyword } from '../syntax/instruction';
import type { ActiveRule } from './config';
import { type FoundByRule, findAll, type OnError } from './findAll';
import { inInstruction, type Kept } from './inInstruction';
import type { RuleSet } from './ruleSet';

/** What rules found in a block; spans of `ofStage` count in it. */
export interface FoundInBlock {
  /** In single instructions: of those in which something was found. */
  readonly ofInstructions: OfSome<readonly Kept[]>;
  /** Places count in `RuleSet.ofStage`. */
  readonly ofStage: readonly FoundByRule[];
}

/** How much is remembered of one object: it may be seen under one state now and another while something is typed. */
const mostKnown = 4;

interface KnownInBlock {
  readonly rules: RuleSet;
  readonly states: States;
  readonly isKept: boolean;
  readonly found: FoundInBlock;
}

const knownInBlock = fact((_block: Block): KnownInBlock[] => []);

/**
 * What rules find in the instructions of a block, and in the block as a stage: kept as long as both stay the same.
 * @param isKept see `keptBlocks`
 */
export function collect(states: States, isKept: boolean, rules: RuleSet, onError: OnError | undefined): FoundInBlock {
  const { block, at: inForce, scopes } = states;
  const known = knownInBlock(block);
  const same = known.find((each) => each.rules === rules && each.states === states && each.isKept === isKept);
  if (same) return same.found;
  const { replacement } = block;
  const before =
    replacement &&
    knownInBlock
      .known(replacement.of)
      ?.find(
        (each) => each.rules === rules && each.isKept === isKept && isAlike(each.states, states, replacement.index),
      )?.found;
  const inSome = (indices: Iterable<number>): OfSome<readonly Kept[]> => {
    const some: { index: number; value: readonly Kept[] }[] = [];
    for (const index of indices) {
      const value = inInstruction(block.instructions[index]!, inForce[index]!, scopes[index], rules, onError);
      if (value.length > 0) some.push({ index, value });
    }
    return some;
  };
  const view = { block, inForce, scopes, kept: isKept };
  const present = keywordsIn(block);
  const found: FoundInBlock = {
    ofInstructions:
      before && !defines(replacement)
        ? withOne(before.ofInstructions, replacement.index, inSome([replacement.index]))
        : inSome(block.instructions.keys()),
    ofStage: findAll(
      rules.ofStage,
      ({ rule, options }) => rule.checkStage!(view, options),
      before && { found: before.ofStage, replacement },
      (keyword) => present.has(keyword),
      onError,
    ),
  };
  if (known.length >= mostKnown) known.shift();
  known.push({ rules, states, isKept, found });
  return found;
}

/** True where all instructions but one run under what they ran under before, and the stage begins with the same variables. */
function isAlike(before: States, now: States, index: number): boolean {
  const isSame = before.at === now.at || before.at.every((force, i) => i === index || force === now.at[i]);
  return isSame && before.scopes[1] === now.scopes[1];
}

/** True of what may change the variables that others see. */
const defines = ({ before, after }: Replacement<Block>): boolean => mayDefine(before) || mayDefine(after);

interface KnownInFile {
  readonly around: Surroundings;
  readonly found: readonly FoundByRule[];
}

const knownInFile = fact((_file: Dockerfile) => new Map<RuleSet, KnownInFile>());

/** What rules find in a file as a whole. */
export function collectOfFile(
  file: Dockerfile,
  around: Surroundings,
  rules: RuleSet,
  onError: OnError | undefined,
): readonly FoundByRule[] {
  // all look at FROM and what stands before the first one
  const replacement = typedInStage(file);
  const prior = replacement && knownInFile.known(replacement.of)?.get(rules);
  const before = replacement && prior?.around === around ? { found: prior.found, replacement } : undefined;
  const has = (keyword: Keyword) => blocksOf(file).some(({ block }) => keywordsIn(block).has(keyword));
  const check = ({ rule, options }: ActiveRule) => rule.checkFile!(file, around, options);
  const found = findAll(rules.ofFile, check, before, has, onError);
  knownInFile(file).set(rules, { around, found });
  return found;
}
