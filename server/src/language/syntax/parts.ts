import type { Span } from '../text/span';

/** A word of an instruction: `text` as the builder's splitter hands it on, decoded in the JSON form. */
export interface Word {
  readonly text: string;
  /** Where it stands in the instruction's text; with its quotes in the JSON form. */
  readonly at: Span;
  /** Where `text` begins in the joined line: the base of offsets within `text`. */
  readonly joinedAt: number;
}

/** `--name=value`. */
export interface Flag {
  readonly name: string;
  /** Undefined where there is no `=`. */
  readonly value: string | undefined;
  readonly at: Span;
  readonly nameAt: Span;
  /** Behind the `=`; empty at the flag's end where there is none. */
  readonly valueAt: Span;
  readonly joinedAt: number;
}

/** A name with its value: of ENV, LABEL and ARG. */
export interface Pair {
  readonly key: Word;
  /** Undefined for `ARG name`. */
  readonly value: Word | undefined;
  /** `ENV key value`, without `=`. */
  readonly legacy: boolean;
  readonly at: Span;
}
