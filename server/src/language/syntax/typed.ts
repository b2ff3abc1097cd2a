import { DockerfileParser, type Instruction as TypedInstruction } from 'dockerfile-ast';
import type { Instruction } from './instruction';

export type { Property, PropertyInstruction } from 'dockerfile-ast';

/** dockerfile-ast's view of one instruction, with the way from its positions to offsets of the instruction's text. */
export interface Typed {
  readonly instruction: TypedInstruction;
  /** Turns a zero-based line and column of its ranges into an offset of the instruction's text. */
  offsetAt(position: { readonly line: number; readonly character: number }): number;
}

const known = new WeakMap<Instruction, Typed | undefined>();

/**
 * The typed view of an instruction, made when first asked for: too slow for what runs on a keystroke. Undefined where that
 * library finds no instruction, or gives up on the text.
 */
export function typedOf(instruction: Instruction): Typed | undefined {
  if (!known.has(instruction)) known.set(instruction, read(instruction));
  return known.get(instruction);
}

function read({ text, escape }: Instruction): Typed | undefined {
  const head = escape === '\\' ? '' : `# escape=${escape}\n`;
  const full = head + text;
  try {
    const [first] = DockerfileParser.parse(full).getInstructions();
    if (!first) return undefined;
    const starts = [0];
    for (let at = full.indexOf('\n'); at >= 0; at = full.indexOf('\n', at + 1)) starts.push(at + 1);
    return {
      instruction: first,
      offsetAt: ({ line, character }) => (starts[line] ?? full.length) + character - head.length,
    };
  } catch {
    return undefined;
  }
}
