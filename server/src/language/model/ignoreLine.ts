/** A line of a `.dockerignore`. */
export interface IgnoreLine {
  /** Counted from 1, as `IgnoreRule.line`. */
  readonly line: number;
  /** Where it begins, behind a byte order mark. */
  readonly start: number;
  /** All of it, without its line break. */
  readonly raw: string;
}

/** The line that an offset is in: Docker ends one at LF alone. */
export function ignoreLineAt(text: string, offset: number): IgnoreLine {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const found = text.indexOf('\n', offset);
  const end = found < 0 ? text.length : found;
  const start = from === 0 && text[0] === '\ufeff' ? 1 : from;
  return { line: text.slice(0, from).split('\n').length, start, raw: text.slice(start, end).replace(/\r+$/, '') };
}

/** The text with that line empty. */
export function withoutIgnoreLine(text: string, offset: number): string {
  const { start, raw } = ignoreLineAt(text, offset);
  return text.slice(0, start) + text.slice(start + raw.length);
}
