import { extensionOf } from '../knowledge/buildOutputs';
import { editDistance } from '../text/suggest';

/** Endings of the same kind of file. */
const same: readonly (readonly string[])[] = [
  ['yml', 'yaml'],
  ['htm', 'html'],
  ['jpg', 'jpeg'],
];

/** So much of a name may differ, by its length without the ending: short names are like too many others. */
const farthest = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : 2);

/** So many names are compared. */
const mostCompared = 2000;

/**
 * The name of a file or folder that is probably meant by one that is not there: other case, two letters exchanged, a letter or
 * two missing, too many or wrong. Never one of another kind (`app.ts` for `app.js`) or number (`v1.conf` for `v2.conf`): these
 * are others, not the same one misspelt.
 */
export function nearName(name: string, options: readonly string[]): string | undefined {
  const wanted = partsOf(name);
  let found: string | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const option of options.slice(0, mostCompared)) {
    const far = distanceTo(wanted, partsOf(option));
    if (far < distance) {
      found = option;
      distance = far;
    }
  }
  return found;
}

interface Parts {
  readonly stem: string;
  readonly ending: string;
}

function partsOf(name: string): Parts {
  const ending = extensionOf(name) ?? '';
  const stem = ending === '' ? name : name.slice(0, -ending.length - 1);
  return { stem: stem.toLowerCase(), ending };
}

function distanceTo(a: Parts, b: Parts): number {
  const limit = farthest(a.stem.length);
  const isSameKind = a.ending === b.ending || same.some((each) => each.includes(a.ending) && each.includes(b.ending));
  if (!isSameKind) return Number.POSITIVE_INFINITY;
  if (a.stem === b.stem) return 0;
  if (lettersOf(a.stem) === lettersOf(b.stem)) return Number.POSITIVE_INFINITY;
  if (areExchanged(a.stem, b.stem)) return 1;
  const far = editDistance(a.stem, b.stem, limit);
  return far <= limit ? far : Number.POSITIVE_INFINITY;
}

const lettersOf = (name: string): string => name.replace(/\d/g, '');

/** True where two neighbours changed places, and nothing else is different. */
function areExchanged(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
