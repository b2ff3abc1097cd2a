import type { Instruction } from '../syntax/instruction';
import type { Block } from './block';
import type { Scope } from './definitions';
import type { InForce } from './inForce';

/** What a rule sees of one instruction: itself, and what is in force where it stands. */
export interface InstructionView {
  readonly instruction: Instruction;
  readonly inForce: InForce;
  /** True where ONBUILD holds the instruction. */
  readonly inOnbuild: boolean;
  /** Whether the shell of the instruction has a variable by ARG, ENV or the builder's proxies; the base image's are not known. */
  isSet(name: string): boolean;
}

const nothing = (): boolean => false;

/** @param isSet left out where no rule asks */
export const viewOf = (
  instruction: Instruction,
  inForce: InForce,
  inOnbuild = false,
  isSet: InstructionView['isSet'] = nothing,
): InstructionView => ({ instruction, inForce, inOnbuild, isSet });

/** What a rule sees of a whole stage, or of what stands before the first FROM. */
export interface StageView {
  readonly block: Block;
  /** What is in force at each instruction of the block. */
  readonly inForce: readonly InForce[];
  /** What ARG and ENV define at each; empty before the first FROM. */
  readonly scopes: readonly Scope[];
  /** Whether its layers are in an image that is built, or in a stage upon it: see `keptBlocks`. */
  readonly kept: boolean;
}
