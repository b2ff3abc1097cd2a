import { type Span, spanOf } from '../../text/span';
import type { ImagePart } from './types';

/** A part of an image's name. Offsets count in the name. */
export interface NamePart {
  readonly part: ImagePart;
  readonly at: Span;
}

/**
 * The parts of an image's name by its separators alone, so that a name with variables or one that is still being typed
 * has parts, too.
 */
export function partsOf(name: string): readonly NamePart[] {
  const at = name.indexOf('@');
  const named = at < 0 ? name.length : at;
  const slash = name.indexOf('/');
  const first = slash < 0 || slash > named ? '' : name.slice(0, slash);
  const registry = first === 'localhost' || /[.:$]/.test(first) ? slash : -1;
  const lastSlash = name.lastIndexOf('/', named);
  const colon = outside(name, lastSlash + 1, named);
  const parts: NamePart[] = [];
  const add = (part: ImagePart, start: number, end: number) => parts.push({ part, at: spanOf(start, end) });
  if (registry >= 0) add('registry', 0, registry);
  add('repository', registry + 1, colon < 0 ? named : colon);
  if (colon >= 0) add('tag', colon + 1, named);
  if (at >= 0) add('digest', at + 1, name.length);
  return parts;
}

/** The first colon in `[from, to)` that is not inside of `${…}`; -1 for none. */
function outside(name: string, from: number, to: number): number {
  let depth = 0;
  for (let i = from; i < to; i++) {
    if (name[i] === '{') depth++;
    else if (name[i] === '}' && depth > 0) depth--;
    else if (name[i] === ':' && depth === 0) return i;
  }
  return -1;
}

/** The part that `holds` picks, with its separator in front where that is what it is on; spans as `place` puts them. */
export function partAt(
  name: string,
  place: (start: number, end: number) => Span,
  holds: (span: Span) => boolean,
): NamePart | undefined {
  for (const { part, at } of partsOf(name)) {
    const placed = place(at.start, at.end);
    if (holds(placed)) return { part, at: placed };
    const separated = place(Math.max(at.start - 1, 0), at.end);
    if (holds(separated)) return { part, at: separated };
  }
  return undefined;
}
