import type { Dockerfile } from '../model/dockerfile';
import { fact } from '../model/fact';
import { stagesOf } from '../model/stages';
import type { Instruction } from '../syntax/instruction';
import { type Span, shift } from '../text/span';

export type FoldKind = 'stage' | 'instruction' | 'heredoc' | 'comment' | 'region';

/** Lines that fold under the first one. */
export interface Fold {
  readonly kind: FoldKind;
  /** Zero-based; the line that stays. */
  readonly startLine: number;
  /** Zero-based, the last one that goes; behind `startLine`. */
  readonly endLine: number;
}

/**
 * What folds in a file: stages, continued instructions, heredocs, blocks of comments, `#region` to `#endregion`. Sorted by
 * their first lines, of which no two are the same; any two lie one in the other or apart.
 */
export function foldingRange(file: Dockerfile): readonly Fold[] {
  const folds: Fold[] = [];
  const { source } = file;
  const add = (kind: FoldKind, { start, end }: Span) => {
    const startLine = source.lineAt(start);
    const endLine = source.lineAt(end);
    if (endLine > startLine) folds.push({ kind, startLine, endLine });
  };
  for (const { from, last } of stagesOf(file)) {
    add('stage', { start: from.start, end: file.instructions[last - 1]!.end });
  }
  for (const { instruction, start } of file.instructions) {
    for (const { kind, at } of ownFolds(instruction)) add(kind, shift(at, start));
  }
  const comments = commentsOf(file);
  for (const block of blocksOf(file.text, comments)) add('comment', block);
  for (const region of regionsOf(file.text, comments)) add('region', region);
  return nested(folds);
}

/** Comment lines outside of instructions. */
function commentsOf(file: Dockerfile): readonly Span[] {
  const comments: Span[] = [];
  for (const placed of file.instructions) {
    if (placed.start > placed.gap) comments.push(...file.commentsBefore(placed));
  }
  comments.push(...file.trailingComments);
  return comments;
}

interface OwnFold {
  readonly kind: FoldKind;
  readonly at: Span;
}

/** Spans count in the instruction. */
const ownFolds = fact((instruction: Instruction): readonly OwnFold[] => {
  const { text, comments, heredocs } = instruction;
  if (!/[\r\n]/.test(text)) return [];
  const folds: OwnFold[] = [{ kind: 'instruction', at: { start: 0, end: text.length } }];
  for (const { body, terminator } of heredocs.slice(1)) {
    // the line in front of the body is the mark's, or the end of the heredoc before it
    folds.push({ kind: 'heredoc', at: { start: Math.max(body.start - 1, 0), end: terminator.end } });
  }
  for (const at of blocksOf(text, comments)) folds.push({ kind: 'comment', at });
  return folds;
});

/** Comments that stand on lines one after another, two or more. */
function blocksOf(text: string, comments: readonly Span[]): readonly Span[] {
  const blocks: Span[] = [];
  for (let i = 0; i < comments.length; ) {
    let j = i;
    while (j + 1 < comments.length && followsOn(text, comments[j]!, comments[j + 1]!)) j++;
    if (j > i) blocks.push({ start: comments[i]!.start, end: comments[j]!.end });
    i = j + 1;
  }
  return blocks;
}

/** Nothing but blanks and one line break stands between. */
function followsOn(text: string, first: Span, second: Span): boolean {
  if (isMarker(text, first) || isMarker(text, second)) return false;
  let breaks = 0;
  for (let at = first.end; at < second.start; at++) {
    const unit = text[at];
    if (unit === '\n') breaks++;
    else if (unit !== ' ' && unit !== '\t' && unit !== '\r') return false;
  }
  return breaks === 1;
}

const opening = /^#\s*region\b/;
const ending = /^#\s*endregion\b/;
/** A marker is at the front of its line: what follows may be long. */
const front = (text: string, { start, end }: Span): string => text.slice(start, Math.min(end, start + 40));
const isMarker = (text: string, span: Span): boolean =>
  opening.test(front(text, span)) || ending.test(front(text, span));

function regionsOf(text: string, comments: readonly Span[]): readonly Span[] {
  const regions: Span[] = [];
  const open: number[] = [];
  for (const span of comments) {
    if (opening.test(front(text, span))) open.push(span.start);
    else if (ending.test(front(text, span))) {
      const start = open.pop();
      if (start !== undefined) regions.push({ start, end: span.end });
    }
  }
  return regions;
}

/** Of folds with one first line the longest; those that lie across another one are left out. */
function nested(folds: Fold[]): readonly Fold[] {
  folds.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  const kept: Fold[] = [];
  const around: Fold[] = [];
  for (const fold of folds) {
    if (fold.startLine === kept.at(-1)?.startLine) continue;
    while (around.length > 0 && around.at(-1)!.endLine < fold.startLine) around.pop();
    const parent = around.at(-1);
    if (parent && fold.endLine > parent.endLine) continue;
    kept.push(fold);
    around.push(fold);
  }
  return kept;
}
