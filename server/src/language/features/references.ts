import type { Dockerfile } from '../model/dockerfile';
import type { Span } from '../text/span';
import { namedAt } from './names/namedAt';

/** All places that name what is named at an offset, in order; empty where nothing is. Offsets count in the file. */
export function references(file: Dockerfile, offset: number, withDefinitions: boolean): readonly Span[] {
  const places = namedAt(file, offset)?.places ?? [];
  return places.filter(({ definition }) => withDefinitions || !definition).map(({ at }) => at);
}
