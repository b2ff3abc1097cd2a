import type { Scope } from '../model/definitions';
import { fact } from '../model/fact';
import type { InForce } from '../model/inForce';
import { isSetIn } from '../model/variables';
import { type InstructionView, viewOf } from '../model/view';
import type { Instruction } from '../syntax/instruction';
import type { ActiveRule } from './config';
import type { OnError } from './findAll';
import { type AnyFinding, shiftFinding } from './finding';
import type { Interested } from './interested';
import type { RuleSet } from './ruleSet';

/** What a rule found in one instruction; spans count in it. */
export interface Kept {
  readonly active: ActiveRule;
  readonly finding: AnyFinding;
}

/** How much is remembered of one instruction: it may be seen under one state now and another while something is typed. */
const mostKnown = 4;

interface KnownInInstruction {
  readonly rules: RuleSet;
  readonly force: InForce;
  /** What rules asked about variables, and the answers. */
  readonly asked: ReadonlyMap<string, boolean>;
  readonly kept: readonly Kept[];
}

const knownInInstruction = fact((_instruction: Instruction): KnownInInstruction[] => []);

/** What rules find in one instruction: kept as long as what is in force there, and what they ask of variables, stays. */
export function inInstruction(
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
  if (own.all.length > 0) look(own, viewOf(instruction, force, false, isSet), 0, kept, onError);
  const { trigger } = instruction;
  if (trigger) {
    const inner = rules.on(trigger.instruction.keyword);
    look(inner, viewOf(trigger.instruction, force, true, isSet), trigger.start, kept, onError);
  }
  return kept;
}

/** Asks the rules about one instruction, which begins at `base` in the file's own. */
function look(
  interested: Interested,
  view: InstructionView,
  base: number,
  kept: Kept[],
  onError: OnError | undefined,
): void {
  for (const active of interested.in(view)) {
    if (view.inOnbuild && !active.rule.inOnbuild) continue;
    try {
      for (const finding of active.rule.checkInstruction!(view, active.options)) {
        kept.push({ active, finding: base === 0 ? finding : shiftFinding(finding, base) });
      }
    } catch (error) {
      onError?.(active.rule.id, error);
    }
  }
}
