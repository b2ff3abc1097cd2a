import type { Span } from '../text/span';
import type { LexedWord } from './lexedWords';

/** What a name stands for; undefined where it is not set. */
export interface Environment {
  get(name: string): string | undefined;
}

export interface ExpandOptions {
  readonly escape: string;
  /** Keep quotes in the result. */
  readonly rawQuotes?: boolean;
  /** Keep escape characters in the result. */
  readonly rawEscapes?: boolean;
  /** Leave variables that are not set as they are written. */
  readonly skipUnset?: boolean;
  /** Quotes are plain characters (heredoc bodies). */
  readonly skipQuotes?: boolean;
}

/** One use of a variable. Offsets count in the text that was expanded. */
export interface VariableUse {
  readonly name: string;
  readonly at: Span;
  readonly nameAt: Span;
  readonly braced: boolean;
  /** `-`, `:-`, `+`, `:+`, `?`, `:?`, `#`, `%` or `/`; empty for none. */
  readonly modifier: string;
  /** What follows the modifier, up to the closing brace. */
  readonly operandAt?: Span;
}

export type ExpandErrorCode =
  | 'unclosed-single-quote'
  | 'unclosed-double-quote'
  | 'unclosed-brace'
  | 'unclosed-slash'
  | 'bad-substitution'
  | 'unsupported-modifier'
  | 'invalid-pattern'
  | 'required-variable'
  | 'too-deep';

export interface ExpandError {
  readonly code: ExpandErrorCode;
  readonly at: Span;
  /** The modifier, the pattern, or the message that the code is about. */
  readonly detail: string;
}

export interface Expansion {
  readonly result: string;
  /** Empty after an error, as in BuildKit. */
  readonly words: readonly LexedWord[];
  readonly uses: readonly VariableUse[];
  readonly matched: ReadonlySet<string>;
  readonly unmatched: ReadonlySet<string>;
  readonly error?: ExpandError;
}
