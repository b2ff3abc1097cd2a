/**
 * What ShellCheck would say of the scripts of RUN, found without it. The ids that fire on real Dockerfiles most; the texts
 * are the rules'. hadolint hands ShellCheck each RUN as a script of its own, with the stage's ARG and ENV exported.
 */

import { type Dialect, isPosix } from '../../shell/dialect';
import type * as Shell from '../../shell/tree';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import { interpreterAt } from '../commands';
import { fact } from '../fact';
import { type ScriptText, scriptsOf, treeOf } from '../scripts';
import type { InstructionView } from '../view';
import { commandNotes } from './commandChecks';
import { dialectNotes, isKnownBy, type Sh } from './dialectChecks';
import { flowNotes } from './flowChecks';
import { nameNotes } from './nameChecks';
import { type Code, compareNotes, type Note, unsaid } from './note';
import { splitNotes } from './splits';
import { surveyOf } from './survey';
import { loopNotes, wordNotes } from './wordChecks';

export type { Code, Note } from './note';

/** A note with its place. Spans count in the instruction. */
export interface PlacedNote<C extends Code = Code> {
  readonly note: Note & { readonly code: C };
  readonly at: Span;
  /** Empty where there are none. */
  readonly edits: readonly Edit[];
  /** The ids under which hadolint reports it: of each RUN it keeps the last one of all that ShellCheck says. */
  readonly as: readonly string[];
}

/** The notes on a RUN under some ids. */
export function shellNotes<const C extends Code>(
  view: InstructionView,
  ...codes: readonly C[]
): readonly PlacedNote<C>[] {
  const byCode = notesByCode(view);
  if (byCode.size === 0) return none;
  return codes.flatMap((code) => (byCode.get(code) ?? none) as readonly PlacedNote<C>[]);
}

const none: readonly never[] = [];
const noNotes: ReadonlyMap<Code, readonly PlacedNote[]> = new Map();

/** All notes on an instruction. */
export const notesByCode = fact((view: InstructionView): ReadonlyMap<Code, readonly PlacedNote[]> => {
  let byCode: Map<Code, PlacedNote[]> | undefined;
  const { instruction, inForce } = view;
  for (const script of scriptsOf(instruction)) {
    const { dialect } = script.interpreter ?? interpreterAt(inForce);
    if (!isPosix(dialect)) continue;
    // what `sh` is in an image is asked later: here all is said that some `sh` may not know
    const named = script.interpreter || inForce.shell || inForce.shellPragma !== undefined;
    const notes = named ? (notesFor[dialect] ?? notesForOthers)(script) : notesForSh(script);
    if (notes.length === 0) continue;
    byCode ??= new Map();
    // ARG and ENV are taken to hold one word, as hadolint does
    const holding = notes.filter(({ unless }) => !unless || ![...unless].every((name) => view.isSet(name)));
    const said = script.kind === 'argument' ? undefined : holding.findLast(({ code }) => !unsaid.has(code));
    for (const note of holding) {
      const placed = place(note, script, note === said);
      const list = byCode.get(note.code);
      if (list) list.push(placed);
      else byCode.set(note.code, [placed]);
    }
  }
  return byCode ?? noNotes;
});

const place = (note: Note, script: ScriptText, said: boolean): PlacedNote => ({
  note,
  at: script.spanOf(note),
  edits: (note.edits ?? []).map(({ at, text }) => ({ at: editSpan(script, at), text: script.written(text) })),
  as: said ? [note.code] : [],
});

/** An insertion behind a word stays at the word, and does not go behind the line break that may follow in the file. */
export function editSpan(script: ScriptText, { start, end }: Span): Span {
  if (start < end || start === 0 || /\S/.test(script.text[start] ?? ' ')) return script.spanAt(start, end);
  const behind = script.spanAt(start - 1, start).end;
  return { start: behind, end: behind };
}

const reader = (sh: Sh | 'sh' | undefined): ((script: ScriptText) => readonly Note[]) =>
  fact((script) => notesOf(treeOf(script), script, sh));

const notesForSh = reader('sh');
const notesForOthers = reader(undefined);
const notesFor: Partial<Record<Dialect, (script: ScriptText) => readonly Note[]>> = {
  sh: notesForSh,
  dash: reader('dash'),
  ash: reader('ash'),
};

const checks = [commandNotes, wordNotes, loopNotes, flowNotes, nameNotes];

/** @param sh the shell, where it is not one with Bash's abilities */
function notesOf(tree: Shell.ShellTree, script: ScriptText, sh: Sh | 'sh' | undefined): readonly Note[] {
  if (tree.errors.length > 0 || tree.deferred) return none;
  const survey = surveyOf(tree);
  const notes: Note[] = [];
  for (const note of splitNotes(script, sh === 'sh')) notes.push(note);
  for (const check of checks) for (const note of check(survey)) notes.push(note);
  if (sh !== undefined) {
    for (const note of dialectNotes(survey)) if (sh === 'sh' || !isKnownBy(note, sh)) notes.push(note);
  }
  if (notes.length === 0) return none;
  notes.sort(compareNotes);
  if (!tree.text.includes('shellcheck')) return notes;
  const comments = tree.comments.filter(({ start, end }) => directive.test(tree.text.slice(start, end)));
  return notes.filter(({ code, at }) => !isDisabled(tree, comments, code, at));
}

const directive = /^#\s*shellcheck\s+(.*)$/;
const disabled = /(?:^|\s)disable=([^\s#]+)/g;

/**
 * Whether a comment of ShellCheck's in the script (`# shellcheck disable=SC2086`) silences an id: from the comment to the
 * end of the next command, or everywhere where the script begins with it.
 */
function isDisabled({ text, body }: Shell.ShellTree, comments: readonly Span[], code: Code, at: Span): boolean {
  for (const comment of comments) {
    if (comment.start > at.start) return false;
    const given = directive.exec(text.slice(comment.start, comment.end));
    if (!given) continue;
    const names = [...given[1]!.matchAll(disabled)].flatMap((match) => match[1]!.split(','));
    if (!names.some((each) => each === 'all' || each === code || `SC${each}` === code)) continue;
    const next = body.entries.findIndex(({ pipeline }) => pipeline.at.end > comment.end);
    if (next <= 0 || endOfChain(body, next) >= at.start) return true;
  }
  return false;
}

/** Where the chain of `&&` and `||` that an entry belongs to ends. */
function endOfChain({ entries }: Shell.List, from: number): number {
  let i = from;
  while (i < entries.length - 1 && /^(?:&&|\|\|)$/.test(entries[i]!.operator?.text ?? '')) i++;
  return entries[i]!.pipeline.at.end;
}
