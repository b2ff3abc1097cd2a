import type { Instruction, Keyword } from '../syntax/instruction';
import type { Dockerfile, Placed } from './dockerfile';
import { fact } from './fact';

/**
 * The instructions of one stage, its FROM first; or those before the first FROM. Like an Instruction it knows nothing of the
 * file around it, and is the same object as long as its instructions and the distances between them stay: what is derived
 * from a whole stage survives edits in other stages.
 */
export interface Block {
  readonly instructions: readonly Instruction[];
  /** Where each begins, counted from the first. */
  readonly offsets: readonly number[];
}

/** A block with its place in one version of a file. */
export interface PlacedBlock {
  readonly block: Block;
  /** The index of its first instruction. */
  readonly first: number;
  /** Where that begins; 0 for an empty block. */
  readonly start: number;
}

const empty: Block = { instructions: [], offsets: [] };

/** What stands before the first FROM, then the stages in order: stage `i` is block `i + 1`. */
export const blocksOf = fact((file: Dockerfile): readonly PlacedBlock[] => {
  const { instructions } = file;
  const blocks: PlacedBlock[] = [];
  let first = 0;
  for (let index = 0; index <= instructions.length; index++) {
    if (index < instructions.length && instructions[index]!.instruction.keyword !== 'FROM') continue;
    if (index > first || blocks.length === 0) blocks.push(placeBlock(file, first, index));
    first = index;
  }
  return blocks;
});

function placeBlock(file: Dockerfile, first: number, last: number): PlacedBlock {
  if (first >= last) return { block: empty, first, start: 0 };
  const { instruction, start } = file.instructions[first]!;
  const known = knownOf(instruction);
  let block = known.find((other) => isAt(other, file, first, last));
  if (!block) {
    const placed = file.instructions.slice(first, last);
    block = { instructions: placed.map((each) => each.instruction), offsets: placed.map((each) => each.start - start) };
    if (known.length >= mostKnown) known.shift();
    known.push(block);
  }
  return { block, first, start };
}

/** How many blocks are remembered that begin with one instruction. */
const mostKnown = 4;

const knownOf = fact((_first: Instruction): Block[] => []);

function isAt({ instructions, offsets }: Block, file: Dockerfile, first: number, last: number): boolean {
  if (instructions.length !== last - first) return false;
  const { start } = file.instructions[first]!;
  for (let i = 0; i < instructions.length; i++) {
    const placed = file.instructions[first + i]!;
    if (placed.instruction !== instructions[i] || placed.start - start !== offsets[i]) return false;
  }
  return true;
}

/** The place among `blocksOf` of the block that holds the file's instruction `index`. */
export function blockAt(file: Dockerfile, index: number): number {
  const blocks = blocksOf(file);
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.first > index) high = middle;
    else low = middle + 1;
  }
  // an empty block begins where the one behind it does
  return low - 1;
}

/** The instructions of a file on some keywords, in order: only those are walked over. */
export function* instructionsOn(file: Dockerfile, ...keywords: readonly Keyword[]): Iterable<Placed> {
  for (const { block, first } of blocksOf(file)) {
    for (const index of indicesOf(block, keywords)) yield file.instructions[first + index]!;
  }
}

const indices = fact((_block: Block) => new Map<string, readonly number[]>());

/** Where a block has instructions on some keywords. */
export function indicesOf(block: Block, keywords: readonly Keyword[]): readonly number[] {
  const known = indices(block);
  const key = keywords.join();
  let list = known.get(key);
  if (!list) {
    const wanted: ReadonlySet<string> = new Set(keywords);
    list = block.instructions.flatMap(({ keyword }, index) => (wanted.has(keyword) ? [index] : []));
    known.set(key, list);
  }
  return list;
}

/** An instruction of a block as it runs: of ONBUILD what it holds. */
export interface Inner {
  readonly instruction: Instruction;
  /** Where it begins, counted from the block's first instruction. */
  readonly start: number;
  readonly triggered: boolean;
}

export function innerOf({ instructions, offsets }: Block, index: number): Inner {
  const { trigger } = instructions[index]!;
  return {
    instruction: trigger?.instruction ?? instructions[index]!,
    start: offsets[index]! + (trigger?.start ?? 0),
    triggered: trigger !== undefined,
  };
}
