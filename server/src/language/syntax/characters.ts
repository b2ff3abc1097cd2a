/** Blank as Go's unicode.IsSpace has it, which BuildKit's parser trims and splits by. */
export function isSpace(unit: number): boolean {
  if (unit <= 32) return unit === 32 || (unit >= 9 && unit <= 13);
  if (unit < 0x1680) return unit === 0x85 || unit === 0xa0;
  return (
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** Blank in the narrow sense by which BuildKit cuts a line into words: `[\t\v\f\r ]`. */
export const isBlank = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13 && unit !== 10);

/** The first offset in `[start, end)` that holds no space, else `end`. */
export function skipSpaces(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The last offset in `[start, end]` behind which only spaces follow up to `end`. */
export function trimSpaces(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the line break right before `end` begins: all CR and LF there count, as BuildKit trims them. */
export function trimNewline(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text.charCodeAt(at - 1) === 10 || text.charCodeAt(at - 1) === 13)) at--;
  return at;
}

/** Where the line after the one that holds `offset` begins; the text's length when there is none. */
export function nextLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}
