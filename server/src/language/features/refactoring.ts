import type { Locale } from '../locale/locale';
import type { Dockerfile, Placed } from '../model/dockerfile';
import { fact } from '../model/fact';
import { forceAt } from '../model/inForce';
import { problemsOf } from '../model/problems';
import { checkedOf } from '../model/problems/instruction';
import { stageAt } from '../model/stages';
import { Instruction } from '../syntax/instruction';
import { wholePiece } from '../syntax/split';
import { applyEdits, type Edit } from '../text/edit';
import { overlaps, type Span, shift, spanOf } from '../text/span';
import { addHealthcheck } from './refactor/add-healthcheck';
import { addToCopy } from './refactor/add-to-copy';
import { addUser } from './refactor/add-user';
import { execToShell } from './refactor/exec-to-shell';
import { extractVersion } from './refactor/extract-version';
import { heredocToRun } from './refactor/heredoc-to-run';
import { inlineArg } from './refactor/inline-arg';
import { joinLines } from './refactor/join-lines';
import { mergeRuns } from './refactor/merge-runs';
import { multiStage } from './refactor/multi-stage';
import type { AnyRefactoring, Place, RefactoringKind } from './refactor/refactoring';
import { runToHeredoc } from './refactor/run-to-heredoc';
import { shellToExec } from './refactor/shell-to-exec';
import { sortPackages } from './refactor/sort-packages';
import { splitLines } from './refactor/split-lines';
import { splitRun } from './refactor/split-run';

/** All refactorings, in the order in which they are shown. */
export const refactorings: readonly AnyRefactoring[] = [
  extractVersion,
  inlineArg,
  mergeRuns,
  splitRun,
  runToHeredoc,
  heredocToRun,
  shellToExec,
  execToShell,
  addToCopy,
  sortPackages,
  splitLines,
  joinLines,
  addUser,
  addHealthcheck,
  multiStage,
];

/** A refactoring that can be done where it was asked for. Edits count in the file and do not collide. */
export interface OfferedRefactoring {
  readonly id: string;
  readonly kind: RefactoringKind;
  readonly title: (locale: Locale) => string;
  readonly edits: readonly Edit[];
}

/**
 * What can be refactored at a cursor or a selection. The result of each was read anew: it brings no problem of the builder's,
 * and leaves the instructions alone that it does not touch.
 * @param wants takes some kinds, or ids, only
 */
export function refactoring(
  file: Dockerfile,
  range: Span,
  wants: (refactoring: AnyRefactoring) => boolean = () => true,
): readonly OfferedRefactoring[] {
  const place = placeOf(file, range);
  if (!place) return [];
  const known = offers(file);
  return refactorings.filter(wants).flatMap((each) => {
    const key = `${each.id} ${range.start} ${range.end}`;
    const offered = known.has(key) ? known.get(key) : offer(each, place);
    known.set(key, offered);
    return offered ?? [];
  });
}

/** What was found before: editors ask again for the menu, and for what is chosen in it. */
const offers = fact((_file: Dockerfile) => new Map<string, OfferedRefactoring | undefined>());

function offer({ id, kind, text, propose }: AnyRefactoring, place: Place): OfferedRefactoring | undefined {
  const proposal = propose(place);
  if (!proposal) return undefined;
  const { edits } = proposal;
  if (!isSoundAlone(place.placed, edits) && !isSound(place.file, edits)) return undefined;
  return { id, kind, title: (locale) => proposal.title(text[locale]), edits };
}

function placeOf(file: Dockerfile, range: Span): Place | undefined {
  const placed =
    file.at(range.start) ?? file.instructions.find((each) => overlaps(spanOf(each.start, each.end), range));
  const inForce = placed && forceAt(file, placed.index);
  return placed && inForce && { file, range, placed, inForce, stage: stageAt(file, placed.index) };
}

/**
 * True where one instruction becomes another of its kind, which the builder has no more to say of by itself, and nothing that hangs
 * on others: then the file need not be read again.
 */
function isSoundAlone({ instruction, start, end }: Placed, edits: readonly Edit[]): boolean {
  const { keyword, escape } = instruction;
  if (keyword === 'FROM' || keyword === 'ONBUILD') return false;
  if (edits.some(({ at }) => at.start < start || at.end > end)) return false;
  const own = edits.map((edit) => ({ at: shift(edit.at, -start), text: edit.text }));
  const text = applyEdits(instruction.text, own);
  const piece = wholePiece(text, escape);
  if (!piece) return false;
  const after = new Instruction(text, piece.head, piece.heredocs, escape);
  if (after.keyword !== keyword) return false;
  const { drafts, late, sources } = checkedOf(after);
  if (late.length > 0 || sources.length > 0) return false;
  const before = checkedOf(instruction).drafts.map(({ code }) => code);
  return drafts.every(({ code }) => before.includes(code)) && drafts.length <= before.length;
}

/** No new problem, and what was not edited is still there, in its order. */
function isSound(file: Dockerfile, edits: readonly Edit[]): boolean {
  if (edits.length === 0) return true;
  const after = file.edit(asOne(file.text, edits));
  const left = codesOf(file);
  for (const [code, count] of codesOf(after)) if (count > (left.get(code) ?? 0)) return false;
  let index = 0;
  for (const placed of file.instructions) {
    const { instruction } = placed;
    // most are the same objects in both
    if (after.instructions[index]?.instruction === instruction) {
      index++;
      continue;
    }
    if (isEdited(placed, edits)) continue;
    while (index < after.instructions.length && after.instructions[index]!.instruction.text !== instruction.text)
      index++;
    if (index++ >= after.instructions.length) return false;
  }
  return true;
}

/** The one edit that does what several do: it takes in all between the first and the last. */
function asOne(text: string, edits: readonly Edit[]): Edit {
  const start = Math.min(...edits.map(({ at }) => at.start));
  const end = Math.max(...edits.map(({ at }) => at.end));
  const within = edits.map((edit) => ({ at: shift(edit.at, -start), text: edit.text }));
  return { at: spanOf(start, end), text: applyEdits(text.slice(start, end), within) };
}

const isEdited = ({ start, end }: Placed, edits: readonly Edit[]): boolean =>
  edits.some(({ at }) => at.start <= end && start <= at.end);

/** How often the builder would refuse the file for each reason. */
const codesOf = fact((file: Dockerfile): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { code, hint } of problemsOf(file, {})) if (!hint) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
});
