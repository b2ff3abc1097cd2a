// Assertions that work in the Node and in the web worker extension host alike: the latter has no node:assert.

/** Waits until `probe` returns a value; its last error or `what` is in the failure after `limitMs`. */
export async function until<T>(
  what: string,
  probe: () => T | undefined | Promise<T | undefined>,
  limitMs = 20_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`timed out: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Throws unless `value` is neither undefined nor null nor false. */
export function ok<T>(value: T, what: string): asserts value is NonNullable<Exclude<T, false>> {
  if (value === undefined || value === null || value === false) throw new Error(what);
}

/** Throws unless both are the same as JSON. */
export function equal(actual: unknown, expected: unknown, what = 'value'): void {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) throw new Error(`${what}: expected ${e}, got ${a}`);
}

/** Throws unless the text matches. */
export function matches(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) throw new Error(`expected ${pattern} in ${JSON.stringify(text)}`);
}
