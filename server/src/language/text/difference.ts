import type { Edit } from './edit';

/** The one edit that makes `after` of `before`: all but their common beginning and end. */
export function difference(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++;
  }
  return { at: { start, end: before.length - end }, text: after.slice(start, after.length - end) };
}
