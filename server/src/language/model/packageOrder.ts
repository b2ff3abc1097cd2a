import type { Edit } from '../text/edit';
import { type Span, slice } from '../text/span';
import type { Package } from './installs';

/** Packages of one command in the order that they are not in. */
export interface PackageOrder {
  readonly sorted: readonly Package[];
  /** The number of the first that stands elsewhere. */
  readonly first: number;
  /** From the first package to the last. */
  readonly span: Span;
}

/** The right order of packages; undefined where they have it, or where some of them are no plain names. */
export function packageOrder(packages: readonly Package[]): PackageOrder | undefined {
  if (!packages.every(isPlain)) return undefined;
  const sorted = [...packages].sort(byName);
  const first = packages.findIndex((each, i) => each !== sorted[i]);
  if (first < 0) return undefined;
  return { sorted, first, span: { start: packages[0]!.word.at.start, end: packages.at(-1)!.word.at.end } };
}

/** The edits, in the instruction with that text, that put each package in its place. */
export const sortingEdits = (text: string, packages: readonly Package[], sorted: readonly Package[]): Edit[] =>
  packages.flatMap(({ word }, i) => {
    const other = sorted[i]!.word;
    return word === other ? [] : [{ at: word.at, text: slice(text, other.at) }];
  });

const isPlain = ({ kind, name, word }: Package): boolean =>
  kind === 'name' && name !== undefined && word.text === word.raw;

/** As `sort` does in the C locale, in any case; not by the reader's language. */
function byName(a: Package, b: Package): number {
  const [x, y] = [a.name!.toLowerCase(), b.name!.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}
