const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** A number of bytes as people read it, in decimal units as Docker gives them: `1.2 MB`. */
export function sizeText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  // the tenth counts in small numbers only
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${units[unit]}`;
}
