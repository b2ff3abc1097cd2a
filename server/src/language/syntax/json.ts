/** One string of a JSON array. Offsets count in the text that was read and include the quotes. */
export interface JsonString {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export type JsonResult =
  | { readonly kind: 'strings'; readonly items: readonly JsonString[] }
  /** A JSON array that holds something else than strings: the builder refuses it. */
  | { readonly kind: 'not-strings' }
  /** No JSON array at all: the builder takes the text as it stands. */
  | { readonly kind: 'none' };

const none: JsonResult = { kind: 'none' };

/** Reads `text[start, end)` as the JSON array of strings that an exec form is. */
export function parseJsonStrings(text: string, start: number, end: number): JsonResult {
  if (text[start] !== '[') return none;
  let values: unknown;
  try {
    values = JSON.parse(text.slice(start, end));
  } catch {
    return none;
  }
  if (!Array.isArray(values)) return none;
  if (!values.every((value) => typeof value === 'string')) return { kind: 'not-strings' };
  const items: JsonString[] = [];
  let at = start + 1;
  for (const value of values) {
    const open = text.indexOf('"', at);
    let close = open + 1;
    while (text[close] !== '"') close += text[close] === '\\' ? 2 : 1;
    at = close + 1;
    items.push({ value, start: open, end: at });
  }
  return { kind: 'strings', items };
}
