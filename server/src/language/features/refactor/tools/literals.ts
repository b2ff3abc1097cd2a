import { commandsAt } from '../../../model/commands';
import type { InForce } from '../../../model/inForce';
import { viewOf } from '../../../model/view';
import type { Part } from '../../../shell/tree';
import type { Instruction } from '../../../syntax/instruction';
import { type Span, slice } from '../../../text/span';

/** A piece of a script's word in which a variable may stand in the place of text. Spans count in the instruction. */
export interface LiteralWord {
  readonly at: Span;
  /** The whole word. */
  readonly whole: Span;
}

/** All pieces of a script's words that are written as they are meant and where the shell replaces variables. */
export function literalWords(instruction: Instruction, inForce: InForce): readonly LiteralWord[] {
  const found: LiteralWord[] = [];
  for (const { script, words, wrappers, assignments } of commandsAt(viewOf(instruction, inForce))) {
    if (!script || script.kind === 'argument') continue;
    const all = [
      ...wrappers.flatMap((each) => each.words),
      ...words,
      ...assignments.flatMap(({ value }) => value ?? []),
    ];
    for (const { node, at } of all) {
      if (!node) continue;
      for (const part of literalParts(node.parts)) {
        const span = script.spanAt(part.at.start, part.at.end);
        if (slice(instruction.text, span) !== part.value) continue;
        found.push({ at: span, whole: at });
      }
    }
  }
  return found.sort((a, b) => a.at.start - b.at.start);
}

function* literalParts(parts: readonly Part[]): Iterable<{ readonly at: Span; readonly value: string }> {
  for (const part of parts) {
    if (part.kind === 'literal') yield part;
    else if (part.kind === 'double') yield* literalParts(part.parts);
  }
}
