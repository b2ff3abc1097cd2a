import { Instruction } from '../syntax/instruction';
import type { Piece } from '../syntax/split';

/** How many UTF-16 units of text one generation holds: some thirty Dockerfiles; with all that is derived, a few megabytes. */
const generationSize = 64 * 1024;

/**
 * Instructions that were read lately, in whatever file. An instruction knows nothing of its file, and what is derived from it
 * hangs on it: one that is written alike elsewhere, or comes back when a file is opened again, is not read and checked anew.
 * What nobody asked for within a generation or two is forgotten.
 */
export class InstructionPool {
  private young = new Map<string, Instruction>();
  private old = new Map<string, Instruction>();
  private size = 0;

  /** The instruction of a piece, whose text is `text`. */
  read(text: string, { head, heredocs }: Piece, escape: string): Instruction {
    const known = this.young.get(text) ?? this.old.get(text);
    const fits = known?.head === head && known.escape === escape;
    const instruction = fits ? known : new Instruction(text, head, heredocs, escape);
    if (this.young.get(text) !== instruction) this.keep(instruction);
    return instruction;
  }

  private keep(instruction: Instruction): void {
    this.size += instruction.text.length;
    if (this.size > generationSize) {
      this.old = this.young;
      this.young = new Map();
      this.size = instruction.text.length;
    }
    this.young.set(instruction.text, instruction);
  }
}
