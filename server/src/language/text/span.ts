/** A half-open pair of UTF-16 offsets: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span of `text` between two offsets. */
export const spanOf = (start: number, end: number): Span => ({ start, end });

/** The same span, `by` units further on. */
export const shift = (span: Span, by: number): Span =>
  by === 0 ? span : { start: span.start + by, end: span.end + by };

/** True where `offset` lies in the span or right behind its last unit (where a cursor still touches it). */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/** True where both spans share a unit, or an empty one lies in or at the edge of the other. */
export const overlaps = (a: Span, b: Span): boolean =>
  a.start === a.end || b.start === b.end ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;

/** What the span names in `text`. */
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end);
