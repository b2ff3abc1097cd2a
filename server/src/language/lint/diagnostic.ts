import type { Locale } from '../locale/locale';
import type { Placed } from '../model/dockerfile';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import type { Category, Level, Safety, Tag } from './rule';

/** A fix with spans of the file. */
export interface DiagnosticFix {
  readonly title: (locale: Locale) => string;
  readonly safety: Safety;
  readonly edits: readonly Edit[];
  /** A new name for the file itself: see Fix. */
  readonly renameTo?: string;
}

/** What is wrong at one place of a file: a rule's finding, or what the builder refuses. Spans count in the file. */
export interface Diagnostic {
  /** The rule's id, `builder-error`, or an id of the real ShellCheck's that no rule stands for. */
  readonly rule: string;
  /** Where it is explained, if not on a page of ours. */
  readonly page?: string;
  /** The problem's code where the builder refuses. */
  readonly code?: string;
  readonly builder: boolean;
  readonly category: Category;
  readonly level: Exclude<Level, 'off'>;
  readonly at: Span;
  readonly message: (locale: Locale) => string;
  readonly aliases: readonly string[];
  readonly fixes: readonly DiagnosticFix[];
  readonly related: readonly { readonly at: Span; readonly message: (locale: Locale) => string }[];
  readonly tags: readonly Tag[];
  /** Of two diagnostics with the same one and the same level the same is to be said, wherever they stand. */
  readonly key?: object;
  /** The instruction it belongs to; undefined outside any. */
  readonly placed: Placed | undefined;
}
