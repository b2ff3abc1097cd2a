/** How far a name may be from what was written to be suggested: BuildKit's `did you mean` stops at the same distance. */
const farthest = 2;

/** So many options are compared with a word: nobody has more in mind, and generated files have thousands. */
const mostCompared = 512;

/** The number of units to insert, delete or replace to turn `a` into `b`; anything above `limit` counts as `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const value = Math.min(replaced, previous[j]! + 1, row[j - 1]! + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return limit + 1;
    previous = row;
  }
  return previous[b.length]!;
}

/**
 * The option that `word` was probably meant to be: the nearest one at most two edits away, in any case; the first of
 * several. Undefined where none is near, and where `word` is one of them. Only the first 512 options are looked at.
 */
export function nearest(word: string, options: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let found: string | undefined;
  let distance = farthest + 1;
  let compared = 0;
  for (const option of options) {
    if (compared++ === mostCompared) break;
    if (option === word) return undefined;
    const far = editDistance(wanted, option.toLowerCase(), farthest);
    if (far < distance) {
      found = option;
      distance = far;
    }
  }
  return found;
}
