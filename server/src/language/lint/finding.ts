import { fact } from '../model/fact';
import type { Edit } from '../text/edit';
import { type Span, shift } from '../text/span';
import type { Finding, Fix, Messages, Safety } from './rule';

// biome-ignore lint/suspicious/noExplicitAny: a finding is read with its own rule's texts
export type AnyFinding = Finding<any>;

// biome-ignore lint/suspicious/noExplicitAny: a fix is read with its own rule's texts
export type AnyFix = Fix<any>;

/** The fixes of a finding, however many it has. */
export const fixesOf = ({ fix }: AnyFinding): readonly AnyFix[] =>
  fix === undefined ? [] : 'edits' in fix ? [fix] : fix;

/** A fix whose edits stand `by` units further on. */
export const shiftFix = (fix: AnyFix, by: number): AnyFix => ({
  ...fix,
  edits: fix.edits.map((edit) => ({ ...edit, at: shift(edit.at, by) })),
  ...(fix.deleteLines && { deleteLines: fix.deleteLines.map((at) => shift(at, by)) }),
});

/** A finding that stands `by` units further on, fixes and related places with it. */
export const shiftFinding = (finding: AnyFinding, by: number): AnyFinding => ({
  ...finding,
  at: shift(finding.at, by),
  ...(finding.fix && { fix: fixesOf(finding).map((fix) => shiftFix(fix, by)) }),
  ...(finding.related && { related: finding.related.map((each) => ({ ...each, at: shift(each.at, by) })) }),
});

/** A finding, and how far behind the place from which its spans count it stands: it stays the same object where text moves it. */
export interface Shifted {
  readonly finding: AnyFinding;
  readonly by: number;
}

/**
 * What was found of a text in which something was replaced: what stood at `from` or behind it stands `by` units further on. What
 * was replaced holds none of its spans, but some may hold that.
 */
export function moveFinding(shifted: Shifted, from: number, by: number): Shifted {
  const { finding, by: before } = shifted;
  const { start, end } = hullOf(finding);
  if (end + before < from) return shifted;
  if (start + before >= from) return { finding, by: before + by };
  const move = (at: Span): Span =>
    at.end + before < from ? at : { start: at.start + before < from ? at.start : at.start + by, end: at.end + by };
  const moved: AnyFinding = {
    ...finding,
    at: move(finding.at),
    ...(finding.fix && {
      fix: fixesOf(finding).map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({ ...edit, at: move(edit.at) })),
        ...(fix.deleteLines && { deleteLines: fix.deleteLines.map(move) }),
      })),
    }),
    ...(finding.related && { related: finding.related.map((each) => ({ ...each, at: move(each.at) })) }),
  };
  return { finding: moved, by: before };
}

/** From the first to the last place that a finding speaks of or mends. */
const hullOf = fact((finding: AnyFinding): Span => {
  let { start, end } = finding.at;
  const take = (at: Span) => {
    start = Math.min(start, at.start);
    end = Math.max(end, at.end);
  };
  for (const { edits, deleteLines = [] } of fixesOf(finding)) {
    for (const { at } of edits) take(at);
    for (const at of deleteLines) take(at);
  }
  for (const { at } of finding.related ?? []) take(at);
  return { start, end };
});

/**
 * The fix of a finding, to be spread into it, where `edits` mend it: a note of ShellCheck's may come without any, and a
 * fix without edits would be offered and do nothing. Its title is the rule's own text `fix`.
 */
export const mendedBy = (edits: readonly Edit[], safety: Safety): { fix?: Fix<FixMessages> } =>
  edits.length > 0 ? { fix: { title: (text) => text.fix, safety, edits } } : {};

interface FixMessages extends Messages {
  readonly fix: string;
}
