import type { Keyword } from '../syntax/instruction';
import { forms } from '../syntax/keywords';
import type { ActiveRule } from './config';

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
