import type { Dockerfile } from '../model/dockerfile';
import type { Span } from '../text/span';
import { namedAt } from './names/namedAt';

/** A place to highlight. Offsets count in the file. */
export interface Highlight {
  readonly at: Span;
  /** `write`: the name is given its meaning there. */
  readonly kind: 'read' | 'write';
}

/** The places of the name at an offset; empty where there is none. */
export function documentHighlight(file: Dockerfile, offset: number): readonly Highlight[] {
  const places = namedAt(file, offset)?.places ?? [];
  return places.map(({ at, definition }) => ({ at, kind: definition ? 'write' : 'read' }));
}
