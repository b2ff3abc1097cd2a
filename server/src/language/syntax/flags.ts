import { isSpace } from './characters';

/** A flag as it stands on an instruction's joined line. Offsets count in that line. */
export interface RawFlag {
  readonly start: number;
  readonly end: number;
  /** The flag without quotes and escapes, as BuildKit hands it on: `--name=value`. */
  readonly text: string;
}

export interface RawFlags {
  readonly flags: readonly RawFlag[];
  /** Where the arguments begin. */
  readonly rest: number;
}

/** Cuts `--flag` words off the front of an instruction's arguments, as BuildKit's extractBuilderFlags does. */
export function readFlags(line: string, from: number): RawFlags {
  const flags: RawFlag[] = [];
  let at = from;
  for (;;) {
    while (at < line.length && isSpace(line.charCodeAt(at))) at++;
    if (line[at] !== '-' || line[at + 1] !== '-') return { flags, rest: at };
    const start = at;
    let text = '';
    let quote = '';
    while (at < line.length) {
      const unit = line[at]!;
      if (quote === '' && isSpace(line.charCodeAt(at))) break;
      if (unit === '\\') {
        at++;
        text += line[at] ?? '';
        at++;
        continue;
      }
      if (quote === '' && (unit === '"' || unit === "'")) quote = unit;
      else if (unit === quote) quote = '';
      else text += unit;
      at++;
    }
    at = Math.min(at, line.length);
    if (text === '--') return { flags, rest: at };
    flags.push({ start, end: at, text });
  }
}
