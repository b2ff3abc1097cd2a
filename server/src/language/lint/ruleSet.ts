import type { Replacement } from '../model/dockerfile';
import type { Instruction, Keyword } from '../syntax/instruction';
import { forms } from '../syntax/keywords';
import type { ActiveRule } from './config';
import { Interested } from './interested';

/** Rules by what they look at; one object for each configuration, so that what they found can be kept under it. */
export class RuleSet {
  private readonly byKeyword = new Map<string, Interested>();
  private readonly ofInstruction: readonly ActiveRule[];
  readonly ofStage: Readers;
  readonly ofFile: Readers;

  constructor(rules: readonly ActiveRule[]) {
    this.ofInstruction = rules.filter(({ rule }) => rule.checkInstruction);
    this.ofStage = new Readers(rules.filter(({ rule }) => rule.checkStage));
    this.ofFile = new Readers(rules.filter(({ rule }) => rule.checkFile));
  }

  /** The rules that look at an instruction of a keyword. */
  on(keyword: string): Interested {
    let list = this.byKeyword.get(keyword);
    if (!list) {
      list = new Interested(this.ofInstruction.filter(({ rule }) => !rule.on || rule.on.includes(keyword as Keyword)));
      remember(this.byKeyword, keyword, list);
    }
    return list;
  }
}

/** Rules over several instructions, which say what they read. */
export class Readers {
  private readonly byKeyword = new Map<string, readonly number[]>();

  constructor(readonly rules: readonly ActiveRule[]) {}

  /** Places of the rules that look at an instruction as it was or as it is now, and do not see the same in both. */
  concernedBy({ before, after }: Replacement<unknown>): readonly number[] {
    if (before.trigger || after.trigger || before.keyword !== after.keyword) return [...this.rules.keys()];
    return this.on(before.keyword).filter((place) => {
      const { readsOf } = this.rules[place]!.rule;
      return !readsOf || readsOf(before) !== readsOf(after);
    });
  }

  private on(keyword: string): readonly number[] {
    let places = this.byKeyword.get(keyword);
    if (!places) {
      places = [...this.rules.keys()].filter((place) => {
        const { reads } = this.rules[place]!.rule;
        return !reads || reads.includes(keyword as Keyword);
      });
      remember(this.byKeyword, keyword, places);
    }
    return places;
  }
}

/** Not one more for every slip of the keyboard. */
function remember<Value>(map: Map<string, Value>, keyword: Instruction['keyword'], value: Value): void {
  if (keyword in forms) map.set(keyword, value);
}
