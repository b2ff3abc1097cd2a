import type { ProblemCode, ProblemTitle } from '../../locale/problems';
import type { Edit } from '../../text/edit';
import { type Span, shift } from '../../text/span';

/** One change that answers a problem. */
export interface ProblemFix {
  readonly title: ProblemTitle;
  readonly values: readonly string[];
  readonly edits: readonly Edit[];
}

/** Something that the builder refuses. Spans count in the file. */
export interface Problem {
  readonly code: ProblemCode;
  readonly at: Span;
  /** What the code's message speaks of, in the order that the message takes. */
  readonly values: readonly string[];
  /** Set where the build of this file need not fail for it. */
  readonly hint?: boolean;
  readonly fixes?: readonly ProblemFix[];
  /** The ids under which hadolint would report it at this instruction. */
  readonly as?: readonly string[];
}

/**
 * Which part of the builder refuses: its parser, its reading of one instruction, or the conversion into build steps. What
 * ONBUILD holds goes through the first alone.
 */
export type Phase = 'parse' | 'instruction' | 'convert';

/** A problem of one instruction, with spans relative to it, so that it can be kept with it. */
export interface Draft extends Problem {
  readonly phase: Phase;
  /** A front end of somebody else may know the name. */
  readonly soft?: boolean;
  /** The labs channel of the front end knows the flag. */
  readonly labs?: boolean;
}

type Rest = Partial<Pick<Draft, 'as' | 'fixes' | 'soft' | 'labs'>>;

export const draft = (
  phase: Phase,
  code: ProblemCode,
  at: Span,
  values: readonly string[] = [],
  rest: Rest = {},
): Draft => ({ phase, code, at, values, ...rest });

export const fix = (title: ProblemTitle, values: readonly string[], ...edits: readonly Edit[]): ProblemFix => ({
  title,
  values,
  edits,
});

/** The fix that puts `text` in the place of what stands at `at`. */
export const replaceFix = (at: Span, text: string): ProblemFix => fix('replace', [text], { at, text });

/** The problem with its spans moved by `by`. */
export function shiftProblem(problem: Problem, by: number, hint: boolean): Problem {
  const { code, at, values, fixes, as } = problem;
  return {
    code,
    at: shift(at, by),
    values,
    ...(hint && { hint }),
    ...(as && { as }),
    ...(fixes && {
      fixes: fixes.map((each) => ({
        ...each,
        edits: each.edits.map((edit) => ({ at: shift(edit.at, by), text: edit.text })),
      })),
    }),
  };
}
