import type { Word } from '../syntax/instruction';
import { type Span, shift } from '../text/span';
import { instructionsOn } from './block';
import { unquoted } from './copied';
import type { Dockerfile } from './dockerfile';

/** One label of a LABEL instruction. Offsets count in the file. */
export interface Label {
  readonly key: string;
  readonly keyAt: Span;
  /** Without quotes; empty for `key=`. */
  readonly value: string;
  readonly valueAt: Span;
  /** The whole pair. */
  readonly at: Span;
  /** The instruction's index in the file. */
  readonly index: number;
}

/** All labels of a file, in order. */
export function* labelsOf(file: Dockerfile): Iterable<Label> {
  for (const { instruction, index, start } of instructionsOn(file, 'LABEL')) {
    for (const { key, value, at } of instruction.pairs) {
      const keyAt = shift(key.at, start);
      yield {
        key: unquoted(key.text),
        keyAt,
        value: textOf(value),
        valueAt: value ? shift(value.at, start) : keyAt,
        at: shift(at, start),
        index,
      };
    }
  }
}

const textOf = (word: Word | undefined): string => unquoted(word?.text ?? '');
