import type { Span } from '../../text/span';

/** A part of a signature that somebody fills. */
export interface SignatureParameter {
  /** In the signature's label. */
  readonly at: Span;
  /** Markdown. */
  readonly documentation?: string;
}

/** One way to write something. */
export interface Signature {
  /** Angle brackets stand for what the author writes, square brackets for what may be left out. */
  readonly label: string;
  /** Markdown. */
  readonly documentation: string;
  readonly parameters: readonly SignatureParameter[];
}

export interface SignatureHelp {
  readonly signatures: readonly Signature[];
  /** The signature that what is written so far fits. */
  readonly active: number;
  /** Which of its parameters is being written; undefined where none is. */
  readonly parameter?: number;
}
