/** A JSON object; an empty one where a text is none. */
export function recordIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // a page of a proxy's, or half an answer
    return {};
  }
}

/** A list in an answer; some registries write null for an empty one. */
export function listIn(text: string, member: string): readonly unknown[] | undefined {
  const value = recordIn(text)[member];
  if (value === null) return [];
  return Array.isArray(value) ? value.filter((each) => each !== null && each !== undefined) : undefined;
}
