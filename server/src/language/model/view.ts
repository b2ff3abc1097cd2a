import type { Instruction } from '../syntax/instruction';
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
