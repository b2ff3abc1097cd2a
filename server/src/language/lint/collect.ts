import type { Block } from '../model/block';
import type { Scope } from '../model/definitions';
import { fact } from '../model/fact';
import type { InForce, States } from '../model/inForce';
import { isSetIn } from '../model/variables';
import { type InstructionView, viewOf } from '../model/view';
import type { Instruction, Keyword } from '../syntax/instruction';
import { forms } from '../syntax/keywords';
import type { ActiveRule } from './config';
import { type AnyFinding, shiftFinding } from './finding';

/** Called when a rule throws: its findings are missing, the rest is complete. */
export type OnError = (rule: string, error: unknown) => void;

/** What a rule found in one instruction. */
interface Kept {
  readonly active: ActiveRule;
  readonly finding: AnyFinding;
}

/** What a rule found in a block; spans count in it. */
export interface KeptInBlock extends Kept {
  /** The instruction's index in the block; -1 for a finding of a whole stage. */
  readonly index: number;
}

/** Rules by what they look at; one object for each configuration, so that what they found can be kept under it. */
export class RuleSet {
  private readonly byKeyword = new Map<string, readonly ActiveRule[]>();
  readonly ofInstruction: readonly ActiveRule[];
  readonly ofStage: readonly ActiveRule[];
  readonly ofFile: readonly ActiveRule[];

  constructor(rules: readonly ActiveRule[]) {
    this.ofInstruction = rules.filter(({ rule }) => rule.checkInstruction);
    this.ofStage = rules.filter(({ rule }) => rule.checkStage);
    this.ofFile = rules.filter(({ rule }) => rule.checkFile);
  }

  /** The rules that look at an instruction of a keyword. */
  on(keyword: string): readonly ActiveRule[] {
    let list = this.byKeyword.get(keyword);
    if (!list) {
      list = this.ofInstruction.filter(({ rule }) => !rule.on || rule.on.includes(keyword as Keyword));
      // not one more for every slip of the keyboard
      if (keyword in forms) this.byKeyword.set(keyword, list);
    }
    return list;
  }
}

/** Hands on what a rule yields, up to where it throws. */
export function guarded(
  active: ActiveRule,
  findings: () => Iterable<AnyFinding>,
  take: (finding: AnyFinding) => void,
  onError: OnError | undefined,
): void {
  try {
    for (const finding of findings()) take(finding);
  } catch (error) {
    onError?.(active.rule.id, error);
  }
}

/** How much is remembered of one object: it may be seen under one state now and another while something is typed. */
const mostKnown = 4;

interface KnownInBlock {
  readonly rules: RuleSet;
  readonly states: States;
  readonly isKept: boolean;
  readonly kept: readonly KeptInBlock[];
}

const knownInBlock = fact((_block: Block): KnownInBlock[] => []);

/**
 * What rules find in the instructions of a block, and in the block as a stage: kept as long as both stay the same.
 * @param isKept see `keptBlocks`
 */
export function collect(
  states: States,
  isKept: boolean,
  rules: RuleSet,
  onError: OnError | undefined,
): readonly KeptInBlock[] {
  const { block, at: inForce, scopes } = states;
  const known = knownInBlock(block);
  for (const each of known) {
    if (each.rules === rules && each.states === states && each.isKept === isKept) return each.kept;
  }
  const kept: KeptInBlock[] = [];
  for (const [index, instruction] of block.instructions.entries()) {
    for (const each of inInstruction(instruction, inForce[index]!, scopes[index], rules, onError))
      kept.push({ ...each, index });
  }
  const view = { block, inForce, scopes, kept: isKept };
  for (const active of rules.ofStage) {
    const findings = () => active.rule.checkStage!(view, active.options);
    guarded(active, findings, (finding) => kept.push({ active, finding, index: -1 }), onError);
  }
  if (known.length >= mostKnown) known.shift();
  known.push({ rules, states, isKept, kept });
  return kept;
}

interface KnownInInstruction {
  readonly rules: RuleSet;
  readonly force: InForce;
  /** What rules asked about variables, and the answers. */
  readonly asked: ReadonlyMap<string, boolean>;
  readonly kept: readonly Kept[];
}

const knownInInstruction = fact((_instruction: Instruction): KnownInInstruction[] => []);

function inInstruction(
  instruction: Instruction,
  force: InForce,
  scope: Scope | undefined,
  rules: RuleSet,
  onError: OnError | undefined,
): readonly Kept[] {
  const known = knownInInstruction(instruction);
  for (const each of known) {
    if (each.force === force && each.rules === rules && isStillSo(each.asked, scope)) return each.kept;
  }
  const asked = new Map<string, boolean>();
  const isSet = (name: string): boolean => {
    const answer = scope !== undefined && isSetIn(scope, name);
    asked.set(name, answer);
    return answer;
  };
  const kept = checkInstruction(instruction, force, isSet, rules, onError);
  if (known.length >= mostKnown) known.shift();
  known.push({ rules, force, asked, kept });
  return kept;
}

function isStillSo(asked: ReadonlyMap<string, boolean>, scope: Scope | undefined): boolean {
  for (const [name, answer] of asked) if ((scope !== undefined && isSetIn(scope, name)) !== answer) return false;
  return true;
}

function checkInstruction(
  instruction: Instruction,
  force: InForce,
  isSet: InstructionView['isSet'],
  rules: RuleSet,
  onError: OnError | undefined,
): readonly Kept[] {
  const kept: Kept[] = [];
  const own = rules.on(instruction.keyword);
  if (own.length > 0) look(own, viewOf(instruction, force, false, isSet), 0, kept, onError);
  const { trigger } = instruction;
  if (trigger) {
    const inner = rules.on(trigger.instruction.keyword).filter(({ rule }) => rule.inOnbuild);
    look(inner, viewOf(trigger.instruction, force, true, isSet), trigger.start, kept, onError);
  }
  return kept;
}

/** Asks each rule about one instruction, which begins at `base` in the file's own. */
function look(
  rules: readonly ActiveRule[],
  view: InstructionView,
  base: number,
  kept: Kept[],
  onError: OnError | undefined,
): void {
  for (let i = 0; i < rules.length; i++) {
    const active = rules[i]!;
    try {
      for (const finding of active.rule.checkInstruction!(view, active.options)) {
        kept.push({ active, finding: base === 0 ? finding : shiftFinding(finding, base) });
      }
    } catch (error) {
      onError?.(active.rule.id, error);
    }
  }
}
