import type { Span } from '../text/span';

/**
 * A shell script as rules read it. Every span counts in the text that was parsed and slices to what it names; inside
 * backticks with escapes in them it covers the escapes too.
 */
export interface ShellTree {
  readonly text: string;
  readonly body: List;
  readonly errors: readonly ShellError[];
  /** From `#` to the line's end; those inside command substitutions are not among them. */
  readonly comments: readonly Span[];
  /** Why the text was not read: then `body` is empty. */
  readonly deferred: Deferral | undefined;
}

/**
 * `size`: more text than is read on a keystroke. `heredocs`, `nesting`: built to be slow or to exhaust the stack; no real
 * script comes near.
 */
export type Deferral = 'size' | 'heredocs' | 'nesting';

/** What the parser could not make sense of. The texts are the parser's, in English, and not meant for users. */
export interface ShellError {
  readonly message: string;
  readonly at: Span;
}

export type OperatorText = '&&' | '||' | ';' | '&' | '\n' | '|' | '|&';

export interface Operator {
  readonly text: OperatorText;
  readonly at: Span;
}

/** Pipelines one after another. `a && b || c; d &` has four entries. */
export interface List {
  readonly at: Span;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly pipeline: Pipeline;
  /** Between this pipeline and the next, or behind the last. */
  readonly operator: Operator | undefined;
  /** True where `&` ends the chain of `&&` and `||` that the pipeline is in. */
  readonly background: boolean;
}

export interface Pipeline {
  readonly at: Span;
  /** The `!` in front. */
  readonly negated: Span | undefined;
  /** `time` in front, with its options. */
  readonly timed: Span | undefined;
  readonly commands: readonly ShellCommand[];
  /** One less than there are commands. */
  readonly operators: readonly Operator[];
}

export type ShellCommand = SimpleCommand | CompoundCommand;

export interface SimpleCommand {
  readonly kind: 'simple';
  readonly at: Span;
  readonly assignments: readonly Assignment[];
  /** The command's name and its arguments. */
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
}

export type CompoundKind =
  | 'if'
  | 'for'
  | 'select'
  | 'while'
  | 'until'
  | 'case'
  | 'group'
  | 'subshell'
  | 'function'
  | 'coproc'
  | 'test'
  | 'arithmetic';

export interface CompoundCommand {
  readonly kind: CompoundKind;
  readonly at: Span;
  /** Reserved words and brackets that belong to this command itself, in order: `if`, `then`, `fi`, `(`, `)`, `;;`. */
  readonly keywords: readonly Keyword[];
  /** The variable and the list of `for`, the subject and the patterns of `case`, a function's name, the operands of `[[ ]]`. */
  readonly words: readonly Word[];
  /** Lists of commands in order. */
  readonly parts: readonly CompoundPart[];
  readonly redirects: readonly Redirect[];
}

export interface Keyword {
  readonly text: string;
  readonly at: Span;
}

export interface CompoundPart {
  /** `condition`: of `if`, `elif`, `while`, `until`. */
  readonly role: 'condition' | 'body';
  readonly list: List;
}

/** `NAME=value` in front of a command, or alone. */
export interface Assignment {
  readonly name: string;
  readonly nameAt: Span;
  /** Undefined for an array. */
  readonly value: Word | undefined;
  /** An array's elements. */
  readonly elements: readonly Word[];
  readonly append: boolean;
  readonly at: Span;
}

export interface Redirect {
  /** `>`, `>>`, `<`, `&>`, `<<<`, `<<` … */
  readonly operator: string;
  /** File descriptor in front, as it is written. */
  readonly descriptor: string | undefined;
  /** A heredoc's delimiter counts as its target. */
  readonly target: Word | undefined;
  readonly at: Span;
  /** A heredoc's lines, without the terminator. */
  readonly body: HeredocBody | undefined;
}

export interface HeredocBody {
  readonly at: Span;
  /** The terminator; undefined where it is missing. */
  readonly closing: Span | undefined;
  /** What the shell replaces in it; empty where the delimiter is quoted. */
  readonly expansions: readonly Expansion[];
}

/** A word with its quotes. */
export interface Word {
  readonly at: Span;
  /** As it is written. */
  readonly raw: string;
  /**
   * What the command gets, quotes and escapes taken away; undefined where that depends on a variable or a substitution.
   * Patterns (`*.txt`) and braces count as they are written.
   */
  readonly literal: string | undefined;
  readonly parts: readonly Part[];
  /** All variables and substitutions in the word, also inside of double quotes, in order. */
  readonly expansions: readonly Expansion[];
}

export type Part = TextPart | GroupPart | Expansion;

export interface TextPart {
  /** `single` and `ansi` are quoted. */
  readonly kind: 'literal' | 'single' | 'ansi';
  readonly at: Span;
  /** Without its quotes and escapes. */
  readonly value: string;
}

export interface GroupPart {
  /** `double` quotes; `glob` is a pattern's wildcard (`*`, `[a-z]`); `brace` is `{a,b}`. */
  readonly kind: 'double' | 'glob' | 'brace';
  readonly at: Span;
  /** As it is written. */
  readonly raw: string;
  readonly parts: readonly Part[];
}

export type Expansion = VariablePart | SubstitutionPart | ArithmeticPart;

export interface VariablePart {
  readonly kind: 'variable';
  readonly at: Span;
  readonly name: string;
  readonly nameAt: Span;
  readonly braced: boolean;
  /** True inside of double quotes. */
  readonly quoted: boolean;
  /** `:-`, `#`, `//` and so on; `length` for `${#name}`, `indirect` for `${!name}`; empty for none. */
  readonly modifier: string;
  /** What stands in the default, pattern or replacement. */
  readonly operands: readonly Word[];
}

/** `$(…)`, `` `…` ``, `<(…)` or `>(…)`. */
export interface SubstitutionPart {
  readonly kind: 'command' | 'process';
  readonly at: Span;
  readonly backticks: boolean;
  readonly quoted: boolean;
  /** Empty where substitutions are nested deeper than any script has them. */
  readonly list: List;
}

/** `$((…))`. */
export interface ArithmeticPart {
  readonly kind: 'arithmetic';
  readonly at: Span;
  readonly quoted: boolean;
  /** `$x` and `$(…)` in the expression. */
  readonly inner: readonly Expansion[];
}
