import { interpreterAt } from '../../../model/commands';
import type { InForce } from '../../../model/inForce';
import { type ScriptText, scriptsOf, treeOf } from '../../../model/scripts';
import { isPosix } from '../../../shell/dialect';
import { parseShell } from '../../../shell/parse';
import type { Entry, List, Word } from '../../../shell/tree';
import type { Instruction } from '../../../syntax/instruction';
import type { Span } from '../../../text/span';

/** A script that is read whole and without errors by one of Bourne's shells. */
export interface ReadScript {
  readonly script: ScriptText;
  readonly entries: readonly Entry[];
  /** Comments of the script itself; spans count in its text. */
  readonly comments: readonly Span[];
}

/** The one script of an instruction that runs in the shell in force; undefined where there is none that can be read. */
export function scriptOf(instruction: Instruction, inForce: InForce, kind: 'line' | 'heredoc'): ReadScript | undefined {
  const [script] = scriptsOf(instruction);
  if (script?.kind !== kind || script.interpreter || !isPosix(interpreterAt(inForce).dialect)) return undefined;
  const { body, errors, deferred, comments } = treeOf(script);
  if (deferred || errors.length > 0 || body.entries.length === 0) return undefined;
  return { script, entries: body.entries, comments };
}

/** The commands of a text that is to take another one's place; none where it cannot be read. */
export function entriesOf(text: string): readonly Entry[] {
  const { body, errors, deferred } = parseShell(text);
  return deferred || errors.length > 0 ? [] : body.entries;
}

/** Pipelines as they can be compared: equal strings, equal words, redirections and structure; layout does not count. */
export const shapeOf = (entries: readonly Entry[]): string =>
  JSON.stringify(
    entries.map(({ pipeline, background }) => ({ pipeline, background })),
    withoutPlaces,
  );

function withoutPlaces(this: { readonly kind?: string }, key: string, value: unknown): unknown {
  if (key === 'at' || key === 'nameAt') return undefined;
  // of `!` and `time` only that they are there
  if (key === 'negated' || key === 'timed') return value !== undefined;
  // a pattern has no other value than what is written
  if (key === 'raw' && this.kind !== 'glob' && this.kind !== 'brace') return undefined;
  // words are read when first asked for
  return typeof value === 'object' && value && 'expansions' in value ? { parts: (value as Word).parts } : value;
}

/** Where a pipeline stands in its instruction. */
export const pipelineAt = (script: ScriptText, { pipeline }: Entry): Span =>
  script.spanAt(pipeline.at.start, pipeline.at.end);

/** True where all commands follow each other by one of these operators and nothing stands behind the last. */
export const joinedBy = (entries: readonly Entry[], ...operators: readonly string[]): boolean =>
  entries.every(({ operator, background }, i) =>
    background
      ? false
      : i === entries.length - 1
        ? operator === undefined || (operator.text === '\n' && operators.includes('\n'))
        : operators.includes(operator?.text ?? ''),
  );

/** Commands that one `;` or line break ends: `a && b` is one statement. */
export type Statement = readonly Entry[];

export function statementsOf(entries: readonly Entry[]): readonly Statement[] {
  const statements: Entry[][] = [[]];
  for (const entry of entries) {
    statements.at(-1)!.push(entry);
    const ends = entry.operator?.text === ';' || entry.operator?.text === '\n';
    if (ends && entry !== entries.at(-1)) statements.push([]);
  }
  return statements;
}

/** Where a statement stands in its script. */
export const statementAt = (statement: Statement): Span => ({
  start: statement[0]!.pipeline.at.start,
  end: statement.at(-1)!.pipeline.at.end,
});

/** Every list in a command: bodies, conditions, substitutions. */
export function* listsIn(entries: readonly Entry[]): Iterable<List> {
  for (const { pipeline } of entries) {
    for (const command of pipeline.commands) {
      const words = command.kind === 'simple' ? command.assignments.flatMap(({ value }) => (value ? [value] : [])) : [];
      for (const { expansions } of [...words, ...command.words]) {
        for (const part of expansions) {
          if (part.kind !== 'command' && part.kind !== 'process') continue;
          yield part.list;
          yield* listsIn(part.list.entries);
        }
      }
      if (command.kind === 'simple') continue;
      for (const { list } of command.parts) {
        yield list;
        yield* listsIn(list.entries);
      }
    }
  }
}
