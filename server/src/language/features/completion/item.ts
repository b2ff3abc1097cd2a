import type { Reference } from '../../knowledge/reference/types';
import type { Dockerfile, Placed } from '../../model/dockerfile';
import type { Surroundings } from '../../model/surroundings';
import type { Instruction } from '../../syntax/instruction';
import type { Span } from '../../text/span';

/** What a proposal is. */
export type ItemKind =
  | 'keyword'
  | 'flag'
  | 'key'
  | 'value'
  | 'stage'
  | 'image'
  | 'variable'
  | 'folder'
  | 'file'
  | 'rule'
  | 'directive'
  | 'starter';

/** One proposal. */
export interface CompletionItem {
  readonly kind: ItemKind;
  /** What is shown; what the user types is compared with it. */
  readonly label: string;
  /** What stands there then. */
  readonly text: string;
  /** The same with places to fill, for editors that know snippets (LSP's syntax). */
  readonly snippet?: string;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
}

/** Proposals, the likeliest first, and what they replace. Offsets count in the file. */
export interface Completion {
  readonly at: Span;
  readonly items: readonly CompletionItem[];
  /** True where other proposals may fit once more is typed: they are to be asked for again. */
  readonly more?: boolean;
}

/** What proposals are made from. */
export interface Ask {
  readonly file: Dockerfile;
  readonly reference: Reference;
  readonly around: Surroundings;
}

/** A place within an instruction. */
export interface Place {
  readonly placed: Placed;
  /** Behind ONBUILD the inner one. */
  readonly instruction: Instruction;
  /** Where it begins in the file. */
  readonly start: number;
  readonly offset: number;
  /** The run of characters other than blanks around the offset, and what of it stands before the offset. */
  readonly word: Span;
  readonly typed: string;
  /** How many words of the instruction begin before that word; flags do not count. */
  readonly index: number;
}

export const nothing: readonly CompletionItem[] = [];

/** A proposal that is all that there is to say of it. */
export const value = (text: string): CompletionItem => ({ kind: 'value', label: text, text });
