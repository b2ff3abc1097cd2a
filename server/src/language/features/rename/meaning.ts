import type { Dockerfile } from '../../model/dockerfile';
import { stageReferences } from '../../model/references';
import { stagesOf } from '../../model/stages';
import { mentionsOf } from '../../model/symbols';
import { definitionsOf } from '../../model/variables';
import { slice } from '../../text/span';

/**
 * What all names of a file stand for, without the names themselves: which stage each FROM, `--from` and `from=` takes, which
 * definition each variable, what the values come to, and where heredocs end. Two files that differ in names alone build the
 * same where this is the same.
 */
export function meaningOf(file: Dockerfile): readonly string[] {
  const meaning: string[] = [];
  const say = (...parts: readonly unknown[]) => meaning.push(parts.join('\n'));
  const symbols = new Map<number, number>();
  for (const { kind, role, index, symbol, shell, byNumber, stage, definition } of mentionsOf(file)) {
    if (!symbols.has(symbol)) symbols.set(symbol, symbols.size);
    const same = symbols.get(symbol);
    say(kind, role, index, same, shell, byNumber, stage?.index, definition?.kind, definition?.ordinal);
  }
  for (const { base, first, name } of stagesOf(file)) {
    say(first, name !== undefined, base.parent?.index ?? base.resolved, base.error?.error, base.expandError?.code);
  }
  for (const { index, kind, stage, image, problem, error } of stageReferences(file).flat()) {
    say(index, kind, stage?.index, image?.familiar, image?.tag?.text, image?.digest?.text, problem, error?.error);
  }
  for (const { kind, ordinal, value } of definitionsOf(file)) {
    say(kind, ordinal, value.text, value.assumed, value.cut, value.error?.code);
  }
  for (const { instruction } of file.instructions) {
    const heredocs = instruction.heredocs.map(
      ({ terminated, body }) => `${terminated} ${slice(instruction.text, body).split('\n').length}`,
    );
    say(instruction.keyword, instruction.words.length, ...heredocs);
  }
  return meaning;
}
