import type { Message } from 'vscode-languageserver';

/**
 * JSON in ASCII, as pieces that follow each other: those that were written before need not be put together anew, and as many bytes
 * are sent as there are units. What is not ASCII is escaped.
 */
export type Json = readonly string[];

const writers = new WeakMap<object, () => Json>();

/** Says how a message's result or parameters can be written faster than as a whole; what that gives is the same. */
export function writtenBy<Content extends object>(content: Content, write: () => Json): Content {
  writers.set(content, write);
  return content;
}

/** A value of which nothing was written before. */
export const jsonOf = (value: unknown): Json => [textOf(value)];

function textOf(value: unknown): string {
  const text = JSON.stringify(value);
  return ascii.test(text) ? text : text.replace(other, escaped);
}

const ascii = /^[\0-\x7f]*$/;
const other = /[^\0-\x7f]/g;
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** An object whose last member is a list: what is in the list was written before, the rest was not. */
export function withList(rest: object, name: string, list: readonly Json[]): Json {
  const front = textOf(rest);
  return [`${front.slice(0, -1)}${front === '{}' ? '' : ','}"${name}":`, ...listOf(list), '}'];
}

/** A list of what was written before. */
export function listOf(list: readonly Json[]): Json {
  const pieces = ['['];
  for (let i = 0; i < list.length; i++) {
    if (i > 0) pieces.push(',');
    pieces.push(...list[i]!);
  }
  pieces.push(']');
  return pieces;
}

/** A message, for connections that send text. */
export function jsonOfMessage(message: Message): Json {
  const { result, params, ...rest } = message as { readonly result?: unknown; readonly params?: unknown };
  const write = writerOf(result) ?? writerOf(params);
  if (!write) return jsonOf(message);
  const front = textOf(rest);
  return [`${front.slice(0, -1)},"${result === undefined ? 'params' : 'result'}":`, ...write(), '}'];
}

const writerOf = (content: unknown): (() => Json) | undefined =>
  typeof content === 'object' && content !== null ? writers.get(content) : undefined;
