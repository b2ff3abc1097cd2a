import type { Locale } from '../../locale/locale';
import type { Dockerfile, Placed } from '../../model/dockerfile';
import type { InForce } from '../../model/inForce';
import type { Stage } from '../../model/stages';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';

/** LSP's kinds of code actions that refactorings have. */
export type RefactoringKind = 'refactor.extract' | 'refactor.inline' | 'refactor.rewrite';

/** Where somebody asks for refactorings. Offsets count in the file. */
export interface Place {
  readonly file: Dockerfile;
  /** What is selected; empty where the cursor is alone. */
  readonly range: Span;
  /** The first instruction that the range touches. */
  readonly placed: Placed;
  readonly inForce: InForce;
  readonly stage: Stage | undefined;
}

/** What a refactoring would do. Edits count in the file and do not collide. */
export interface Proposal<M> {
  readonly title: (text: M) => string;
  readonly edits: readonly Edit[];
}

/** A way to write the same, or nearly the same, in another form. It refuses rather than guesses. */
export interface Refactoring<M> {
  /** The name of its file. */
  readonly id: string;
  readonly kind: RefactoringKind;
  readonly text: Readonly<Record<Locale, M>>;
  /** Undefined where it cannot be done, or where it would change more than it says. */
  readonly propose: (at: Place) => Proposal<M> | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: each refactoring knows its own texts
export type AnyRefactoring = Refactoring<any>;

/** Checks that both languages have the same texts. */
export const defineRefactoring = <M>(
  refactoring: Refactoring<M> & { readonly text: { readonly en: M; readonly ko: NoInfer<M> } },
): Refactoring<M> => refactoring;
