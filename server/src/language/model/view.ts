import type { Instruction } from '../syntax/instruction';
import type { Block } from './block';
import type { InForce } from './inForce';

/** What a rule sees of one instruction: itself, and what is in force where it stands. */
export interface InstructionView {
  readonly instruction: Instruction;
  readonly inForce: InForce;
  /** True where ONBUILD holds the instruction. */
  readonly inOnbuild: boolean;
}

export const viewOf = (instruction: Instruction, inForce: InForce, inOnbuild = false): InstructionView => ({
  instruction,
  inForce,
  inOnbuild,
});

/** What a rule sees of a whole stage, or of what stands before the first FROM. */
export interface StageView {
  readonly block: Block;
  /** What is in force at each instruction of the block. */
  readonly inForce: readonly InForce[];
}
