import type { Span } from './span';

/** Puts `text` in the place of what stands at `at`. */
export interface Edit {
  readonly at: Span;
  readonly text: string;
}

/** True where two edits cannot both be made: they change a common unit, or insert at one place. */
export const collide = (a: Edit, b: Edit): boolean =>
  a.at.start === b.at.start ? true : a.at.start < b.at.start ? a.at.end > b.at.start : b.at.end > a.at.start;

/** `text` with all edits made. Edits are given in units of the old text and must not collide. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.at.start - b.at.start)) {
    result += text.slice(at, edit.at.start) + edit.text;
    at = edit.at.end;
  }
  return result + text.slice(at);
}
