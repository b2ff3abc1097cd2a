/** Turns a rule off in the text of a `.slipway.json`. Pure. */

/** The new text, or undefined if the old one is not a JSON object whose `rules`, if any, are one too. */
export function withRuleOff(text: string, rule: string): string | undefined {
  let configuration: unknown;
  try {
    configuration = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(configuration) || !(configuration.rules === undefined || isObject(configuration.rules))) {
    return undefined;
  }
  // the indentation that the file has already
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? '  ';
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const changed = JSON.stringify({ ...configuration, rules: { ...configuration.rules, [rule]: 'off' } }, null, indent);
  return `${changed.replaceAll('\n', newline)}${newline}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
