import type { Instruction, Keyword } from '../syntax/instruction';
import type { Dockerfile, Placed, Replacement } from './dockerfile';
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
  /** What made it; let go of when the next is made from it, so that old blocks do not pile up. */
  replacement?: Replacement<Block> | undefined;
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
  const { replacement } = file;
  const before = replacement && blocksOf.known(replacement.of);
  if (before && replacement.before.keyword !== 'FROM' && replacement.after.keyword !== 'FROM')
    return withReplaced(before, replacement);
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

/** The blocks of a version in which one instruction was replaced. */
function withReplaced(blocks: readonly PlacedBlock[], replacement: Replacement<Dockerfile>): readonly PlacedBlock[] {
  const { index, by } = replacement;
  const changed = placeOfBlock(blocks, index);
  return blocks.map((placed, i) => {
    if (i < changed) return placed;
    const { block, first, start } = placed;
    if (i > changed) return by === 0 ? placed : { block, first, start: start + by };
    const within = { ...replacement, of: block, index: index - first, from: replacement.from - start };
    return { block: blockBy(within), first, start };
  });
}

function blockBy(replacement: Replacement<Block>): Block {
  const { of, index, after, by } = replacement;
  of.replacement = undefined;
  return {
    instructions: of.instructions.with(index, after),
    offsets: of.offsets.map((offset, at) => (at > index ? offset + by : offset)),
    replacement,
  };
}

/** What some instructions of a block have, in order; indices count in the block. */
export type OfSome<Value> = readonly { readonly index: number; readonly value: Value }[];

/** A derivation of each instruction by itself, undefined for most: of a rewritten block only what was written anew is asked. */
export function factOfSome<Value>(
  derive: (instruction: Instruction) => Value | undefined,
): (block: Block) => OfSome<Value> {
  const among = (instructions: readonly Instruction[], from: number): OfSome<Value> => {
    const some: { index: number; value: Value }[] = [];
    for (let i = 0; i < instructions.length; i++) {
      const value = derive(instructions[i]!);
      if (value !== undefined) some.push({ index: from + i, value });
    }
    return some;
  };
  const found = fact(({ instructions, replacement }: Block): OfSome<Value> => {
    const before = replacement && found.known(replacement.of);
    if (!before) return among(instructions, 0);
    const { index, after } = replacement;
    const now = among([after], index);
    if (now.length === 0 && !before.some((each) => each.index === index)) return before;
    return withOne(before, index, now);
  });
  return found;
}

/** What there is of all instructions, that of the one at `index` anew. */
export const withOne = <Value>(before: OfSome<Value>, index: number, now: OfSome<Value>): OfSome<Value> => [
  ...before.filter((each) => each.index < index),
  ...now,
  ...before.filter((each) => each.index > index),
];

/** What is known of the block that a block was made from, unless that hangs on what was written anew. */
export function carried<Value>(
  { replacement }: Block,
  known: (block: Block) => Value | undefined,
  hangsOn: (instruction: Instruction) => boolean,
): Value | undefined {
  if (!replacement || hangsOn(replacement.before) || hangsOn(replacement.after)) return undefined;
  return known(replacement.of);
}

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
export const blockAt = (file: Dockerfile, index: number): number => placeOfBlock(blocksOf(file), index);

function placeOfBlock(blocks: readonly PlacedBlock[], index: number): number {
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

/** What was typed in a file, if in a stage behind its FROM: then all stages and what they are built upon are as they were. */
export function typedInStage(file: Dockerfile): Replacement<Dockerfile> | undefined {
  const { replacement } = file;
  if (!replacement || replacement.before.keyword === 'FROM' || replacement.after.keyword === 'FROM') return undefined;
  return blockAt(file, replacement.index) > 0 ? replacement : undefined;
}

/** The instructions of a file on some keywords, in order: only those are walked over. */
export function* instructionsOn(file: Dockerfile, ...keywords: readonly Keyword[]): Iterable<Placed> {
  for (const { block, first } of blocksOf(file)) {
    for (const index of indicesOf(block, keywords)) yield file.instructions[first + index]!;
  }
}

const none: readonly number[] = [];

/** What is known of the block that a block was made from, where the two have the same keywords. */
const likeBefore = <Value>({ replacement }: Block, known: (block: Block) => Value | undefined): Value | undefined =>
  replacement && replacement.before.keyword === replacement.after.keyword ? known(replacement.of) : undefined;

/** Where a block has instructions, by their keyword. */
const byKeyword = fact((block: Block): ReadonlyMap<string, readonly number[]> => {
  const before = likeBefore(block, byKeyword.known);
  if (before) return before;
  const { instructions } = block;
  const map = new Map<string, number[]>();
  for (let index = 0; index < instructions.length; index++) {
    const { keyword } = instructions[index]!;
    const list = map.get(keyword);
    if (list) list.push(index);
    else map.set(keyword, [index]);
  }
  return map;
});

/** The keywords that stand in a block, those behind ONBUILD included. */
export const keywordsIn = fact((block: Block): ReadonlySet<string> => {
  const places = byKeyword(block);
  const keywords = new Set(places.keys());
  for (const index of places.get('ONBUILD') ?? none) keywords.add(innerOf(block, index).instruction.keyword);
  return keywords;
});

const byKeywords = fact(
  (block: Block): Map<string, readonly number[]> => likeBefore(block, byKeywords.known) ?? new Map(),
);

/** Where a block has instructions on some keywords. */
export function indicesOf(block: Block, keywords: readonly Keyword[]): readonly number[] {
  const each = byKeyword(block);
  // of several keywords most blocks have one at most
  const present = keywords.filter((keyword) => each.has(keyword));
  if (present.length < 2) return each.get(present[0] ?? '') ?? none;
  const known = byKeywords(block);
  const key = present.join();
  let list = known.get(key);
  if (!list) {
    list = present.flatMap((keyword) => each.get(keyword)!).sort((a, b) => a - b);
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
