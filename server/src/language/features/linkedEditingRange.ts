import type { Dockerfile } from '../model/dockerfile';
import { type Span, slice } from '../text/span';
import { isRefusal } from './rename/refusal';
import { subjectAt } from './rename/subject';

/**
 * The places of a stage's name that may be typed in at once: all of them, where all are written alike; undefined where there
 * is but one, or where a change of these alone would change what is built. Offsets count in the file.
 */
export function linkedEditingRange(file: Dockerfile, offset: number): readonly Span[] | undefined {
  const subject = subjectAt(file, offset);
  if (isRefusal(subject) || subject.kind !== 'stage' || subject.places.length < 2) return undefined;
  const spans = subject.places.map(({ at }) => at);
  const written = slice(file.text, spans[0]!);
  return spans.every((span) => slice(file.text, span) === written) ? spans : undefined;
}
