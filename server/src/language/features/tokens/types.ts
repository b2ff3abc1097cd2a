import type { Span } from '../../text/span';

/** What tokens are called, in the order of their numbers; the names are those of LSP 3.18. */
export const tokenTypes = [
  'keyword',
  'class',
  'namespace',
  'type',
  'enumMember',
  'macro',
  'number',
  'variable',
  'operator',
  'string',
  'property',
  'parameter',
  'function',
  'comment',
  'label',
] as const;

/** What is added to a token's type, in the order of its bits. */
export const tokenModifiers = ['declaration', 'readonly'] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

/** A part of a text that has a meaning; may hold others, which go before it. */
export interface Token {
  readonly at: Span;
  readonly type: number;
  /** Bits. */
  readonly modifiers: number;
}

const numbers: ReadonlyMap<string, number> = new Map(tokenTypes.map((type, i) => [type, i]));
const bits: Readonly<Record<TokenModifier, number>> = { declaration: 1, readonly: 2 };

/** A token over a span. */
export const token = (at: Span, type: TokenType, modifier?: TokenModifier): Token => ({
  at,
  type: numbers.get(type)!,
  modifiers: modifier ? bits[modifier] : 0,
});
