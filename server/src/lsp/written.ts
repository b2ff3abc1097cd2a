import type { Message } from 'vscode-languageserver';

/** JSON as pieces that follow each other: those that were written before need not be put together anew. */
export interface Json {
  readonly pieces: readonly string[];
  /** It has as many bytes as units. */
  readonly ascii: boolean;
}

const writers = new WeakMap<object, () => Json>();

/** Says how a message's result or parameters can be written faster than as a whole; what that gives is the same. */
export function writtenBy<Content extends object>(content: Content, write: () => Json): Content {
  writers.set(content, write);
  return content;
}

/** A text as a piece. */
export const json = (text: string): Json => ({ pieces: [text], ascii: isAscii(text) });

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

/** What stands in front of a list, the list with commas, and what stands behind it. */
export function listed(front: string, list: readonly Json[], behind: string): Json {
  const pieces = [front];
  let ascii = isAscii(front) && isAscii(behind);
  for (let i = 0; i < list.length; i++) {
    if (i > 0) pieces.push(',');
    pieces.push(...list[i]!.pieces);
    ascii &&= list[i]!.ascii;
  }
  pieces.push(behind);
  return { pieces, ascii };
}

/** A message as JSON, for connections that send text. */
export function jsonOf(message: Message): Json {
  const { id, method, params, result } = message as { [name in 'id' | 'method' | 'params' | 'result']?: unknown };
  const write = writerOf(result) ?? writerOf(params);
  if (!write) return json(JSON.stringify(message));
  return listed(
    method === undefined
      ? `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":`
      : `{"jsonrpc":"2.0","method":${JSON.stringify(method)},"params":`,
    [write()],
    '}',
  );
}

const writerOf = (content: unknown): (() => Json) | undefined =>
  typeof content === 'object' && content !== null ? writers.get(content) : undefined;
