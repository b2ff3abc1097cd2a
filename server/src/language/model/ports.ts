import { emptyEnvironment, expand } from '../syntax/expand';
import type { Instruction } from '../syntax/instruction';
import { type Span, shift } from '../text/span';
import { type Block, blocksOf, indicesOf, instructionsOn } from './block';
import type { Dockerfile, Placed } from './dockerfile';
import { fact } from './fact';
import { type PortError, type PortSpec, parsePort } from './portSpec';
import { resolveAt } from './variables';

/** One word of an EXPOSE. Offsets count in the file. */
export interface ExposeWord {
  /** The instruction's index in the file. */
  readonly index: number;
  readonly at: Span;
  /** As it is written. */
  readonly text: string;
  /** With variables replaced; one word may come to several specifications, or to none. */
  readonly specs: readonly (PortSpec | PortError)[];
  /** Variables without a value: then nothing can be said of the specifications. */
  readonly unresolved: readonly string[];
}

/** The words of one EXPOSE instruction; none for any other. */
export function exposeWords(file: Dockerfile, { instruction, index, start }: Placed): readonly ExposeWord[] {
  if (instruction.keyword !== 'EXPOSE') return [];
  const plain = instruction.text.includes('$') ? undefined : plainSpecs(instruction);
  return instruction.words.map(({ text, at }, i) => {
    if (plain) return { index, at: shift(at, start), text, specs: plain[i]!, unresolved: [] };
    const { words, unresolved } = resolveAt(file, index, text, true);
    return { index, at: shift(at, start), text, specs: words.map(parsePort), unresolved };
  });
}

/** What the words of an EXPOSE without variables say. */
const plainSpecs = fact(({ words, escape }: Instruction) =>
  words.map(({ text }) => expand(text, emptyEnvironment, { escape }).words.map((word) => parsePort(word.text))),
);

/** The words of the EXPOSE instructions that hold more than plain numbers: a host, a protocol in capitals, a variable. */
export function* oddPorts(file: Dockerfile): Iterable<ExposeWord> {
  for (const { block, first } of blocksOf(file)) {
    for (const index of oddIn(block)) yield* exposeWords(file, file.instructions[first + index]!);
  }
}

const oddIn = fact((block: Block) =>
  indicesOf(block, ['EXPOSE']).filter((index) => /[:$A-Z]/.test(block.instructions[index]!.argument)),
);

/** The words of all EXPOSE instructions of a file, in order. */
export const exposedPorts = fact((file: Dockerfile): readonly ExposeWord[] =>
  [...instructionsOn(file, 'EXPOSE')].flatMap((placed) => exposeWords(file, placed)),
);
