import { flagSpec, type InstructionKeyword } from '../knowledge/instructions';
import { emptyEnvironment, expand, type VariableUse } from '../syntax/expand';
import type { Instruction, Word } from '../syntax/instruction';
import { type Span, shift } from '../text/span';
import { fact } from './fact';
import { isPlain, mountsOf } from './mounts';

/** A use of a variable in a text that the builder expands. Spans count in the file's instruction. */
export interface Use extends VariableUse {
  /** Whether the builder warns where the name is not defined: not so in EXPOSE. */
  readonly reported: boolean;
  /** Of ENV, LABEL and ARG: the number of the pair that it stands in; else -1. */
  readonly pair: number;
  /** True behind ONBUILD: it is resolved where the trigger runs, in a stage built upon this one. */
  readonly deferred: boolean;
}

const noUses: readonly Use[] = [];

/**
 * All uses of variables in the texts that the builder itself expands: words and pairs, the flags that take variables, the
 * values of RUN --mount, heredoc bodies of COPY and ADD. Not what a shell expands: RUN, CMD, ENTRYPOINT, HEALTHCHECK.
 */
export const variableUses = fact((instruction: Instruction): readonly Use[] => {
  if (!instruction.text.includes('$')) return noUses;
  const { trigger } = instruction;
  if (trigger) return deferred(variableUses(trigger.instruction), trigger.start);
  const collector = new Collector(instruction);
  switch (instruction.keyword) {
    case 'ADD':
    case 'COPY':
      collector.flags();
      collector.words(true);
      collector.heredocs();
      break;
    case 'FROM':
      collector.flags();
      collector.words(true, 1);
      break;
    case 'RUN':
      collector.mounts();
      break;
    case 'ARG':
    case 'ENV':
    case 'LABEL':
      collector.pairs(instruction.keyword !== 'ARG');
      break;
    case 'EXPOSE':
      collector.words(false);
      break;
    case 'STOPSIGNAL':
    case 'USER':
    case 'VOLUME':
    case 'WORKDIR':
      collector.words(true);
  }
  return collector.uses.length > 0 ? collector.uses : noUses;
});

function deferred(uses: readonly Use[], start: number): readonly Use[] {
  return uses.map((use) => ({
    ...use,
    at: shift(use.at, start),
    nameAt: shift(use.nameAt, start),
    ...(use.operandAt && { operandAt: shift(use.operandAt, start) }),
    deferred: true,
  }));
}

class Collector {
  readonly uses: Use[] = [];

  constructor(private readonly instruction: Instruction) {}

  flags(): void {
    const { instruction } = this;
    for (const flag of instruction.flags) {
      if (!flag.value?.includes('$')) continue;
      if (!flagSpec(instruction.keyword as InstructionKeyword, flag.name)?.expands) continue;
      this.text(flag.value, isPlain(instruction, flag) ? flag.joinedAt : -1, flag.valueAt);
    }
  }

  mounts(): void {
    for (const { fields } of mountsOf(this.instruction)) {
      for (const { value, valueAt, joinedAt } of fields) if (value?.includes('$')) this.text(value, joinedAt, valueAt);
    }
  }

  words(reported: boolean, most = Number.POSITIVE_INFINITY): void {
    const { instruction } = this;
    const marks = new Set(instruction.heredocs.map(({ at }) => at.start));
    let count = 0;
    for (const word of instruction.words) {
      if (count++ >= most) break;
      if (!marks.has(word.at.start)) this.word(word, reported, -1);
    }
  }

  pairs(keys: boolean): void {
    let i = 0;
    for (const { key, value } of this.instruction.pairs) {
      if (keys) this.word(key, true, i);
      if (value) this.word(value, true, i);
      i++;
    }
  }

  heredocs(): void {
    const { text, heredocs } = this.instruction;
    for (const { body, expand: expands } of heredocs) {
      if (!expands) continue;
      const content = text.slice(body.start, body.end);
      if (!content.includes('$')) continue;
      const { uses } = expand(content, emptyEnvironment, { escape: '\\', skipUnset: true, skipQuotes: true });
      for (const use of uses) this.add(use, (span) => shift(span, body.start), true, -1);
    }
  }

  private word(word: Word, reported: boolean, pair: number): void {
    if (!word.text.includes('$')) return;
    const { instruction } = this;
    if (instruction.line.text.startsWith(word.text, word.joinedAt)) {
      for (const use of instruction.usesIn(word)) this.uses.push({ ...use, reported, pair, deferred: false });
    } else this.text(word.text, -1, word.at);
  }

  /** Uses in a text that begins at `joinedAt`; where that is -1, each stands at the whole of `whole`. */
  private text(text: string, joinedAt: number, whole: Span): void {
    const { escape, line } = this.instruction;
    const { uses } = expand(text, emptyEnvironment, { escape, skipUnset: true });
    const place = (span: Span) => (joinedAt < 0 ? whole : line.spanOf(joinedAt + span.start, joinedAt + span.end));
    for (const use of uses) this.add(use, place, true, -1);
  }

  private add(use: VariableUse, place: (span: Span) => Span, reported: boolean, pair: number): void {
    this.uses.push({
      ...use,
      at: place(use.at),
      nameAt: place(use.nameAt),
      ...(use.operandAt && { operandAt: place(use.operandAt) }),
      reported,
      pair,
      deferred: false,
    });
  }
}
