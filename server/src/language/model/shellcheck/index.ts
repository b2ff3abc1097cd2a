/**
 * What ShellCheck would say of the scripts of RUN, found without it. The ids that fire on real Dockerfiles most; the texts
 * are the rules'. hadolint hands ShellCheck each RUN as a script of its own, with the stage's ARG and ENV exported.
 */

import { type Dialect, isPosix } from '../../shell/dialect';
import type * as Shell from '../../shell/tree';
import type { Edit } from '../../text/edit';
import { type Span, shift } from '../../text/span';
import { interpreterAt } from '../commands';
import type { Dockerfile, Placed } from '../dockerfile';
import { fact } from '../fact';
import { type InForce, inForceAt } from '../inForce';
import { type ScriptText, scriptsOf, treeOf } from '../scripts';
import { inShell } from '../variables';
import { commandNotes } from './commandChecks';
import { dialectNotes, isKnownBy, type Sh } from './dialectChecks';
import { flowNotes } from './flowChecks';
import { nameNotes } from './nameChecks';
import { type Code, compareNotes, type Note, unsaid } from './note';
import { splitNotes } from './splits';
import { surveyOf } from './survey';
import { loopNotes, wordNotes } from './wordChecks';

export type { Code, Note } from './note';

/** A note with its place. Spans count in the file. */
export interface PlacedNote<C extends Code = Code> {
  readonly note: Note & { readonly code: C };
  readonly at: Span;
  /** Empty where there are none. */
  readonly edits: readonly Edit[];
  /** The ids under which hadolint reports it: of each RUN it keeps the last one of all that ShellCheck says. */
  readonly as: readonly string[];
  /** What is in force there. */
  readonly inForce: InForce;
}

interface Found {
  readonly script: ScriptText;
  readonly notes: readonly Note[];
}

/** All notes of a file by their id, in the order of the text. */
const shellNotesOf = fact((file: Dockerfile): ReadonlyMap<Code, readonly PlacedNote[]> => {
  const byCode = new Map<Code, PlacedNote[]>();
  const inForce = inForceAt(file);
  for (const placed of file.instructions) {
    const { keyword } = placed.instruction.trigger?.instruction ?? placed.instruction;
    if (keyword !== 'RUN') continue;
    const force = inForce[placed.index]!;
    for (const { script, notes } of foundIn(placed, force)) {
      const holding = notes.filter(({ unless }) => !unless || ![...unless].every((name) => isSet(file, placed, name)));
      const said = script.kind === 'argument' ? undefined : holding.findLast(({ code }) => !unsaid.has(code));
      for (const note of holding) {
        const last = note === said;
        const list = byCode.get(note.code);
        const found = place(note, script, placed.start, last, force);
        if (list) list.push(found);
        else byCode.set(note.code, [found]);
      }
    }
  }
  return byCode;
});

/** The notes under some ids. */
export function* shellNotes<const C extends Code>(file: Dockerfile, ...codes: readonly C[]): Iterable<PlacedNote<C>> {
  const byCode = shellNotesOf(file);
  for (const code of codes) yield* (byCode.get(code) ?? none) as readonly PlacedNote<C>[];
}

const none: readonly PlacedNote[] = [];

function place(note: Note, script: ScriptText, start: number, last: boolean, inForce: InForce): PlacedNote {
  return {
    note,
    at: shift(script.spanOf(note), start),
    edits: (note.edits ?? []).map(({ at, text }) => ({
      at: shift(editSpan(script, at), start),
      text: script.written(text),
    })),
    as: last ? [note.code] : [],
    inForce,
  };
}

/** An insertion behind a word stays at the word, and does not go behind the line break that may follow in the file. */
function editSpan(script: ScriptText, { start, end }: Span): Span {
  if (start < end || start === 0 || /\S/.test(script.text[start] ?? ' ')) return script.spanAt(start, end);
  const behind = script.spanAt(start - 1, start).end;
  return { start: behind, end: behind };
}

/** What ARG and ENV set is taken to be one word, as hadolint does. */
function isSet(file: Dockerfile, { index }: Placed, name: string): boolean {
  const found = inShell(file, index, name);
  return found === 'proxy' || (found !== undefined && found.kind !== 'base');
}

function foundIn({ instruction }: Placed, force: InForce): readonly Found[] {
  const found: Found[] = [];
  for (const script of scriptsOf(instruction)) {
    const { dialect } = script.interpreter ?? interpreterAt(force);
    if (!isPosix(dialect)) continue;
    // what `sh` is in an image is asked later: here all is said that some `sh` may not know
    const named = script.interpreter || force.shell || force.shellPragma !== undefined;
    const notes = named ? (notesFor[dialect] ?? notesForOthers)(script) : notesForSh(script);
    if (notes.length > 0) found.push({ script, notes });
  }
  return found;
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

/** @param sh the shell, where it is not one with Bash's abilities */
function notesOf(tree: Shell.ShellTree, script: ScriptText, sh: Sh | 'sh' | undefined): readonly Note[] {
  if (tree.errors.length > 0 || tree.deferred) return [];
  const survey = surveyOf(tree);
  const notes = [
    ...splitNotes(script, sh === 'sh'),
    ...commandNotes(survey),
    ...wordNotes(survey),
    ...loopNotes(survey),
    ...flowNotes(survey),
    ...nameNotes(survey),
    ...(sh === undefined ? [] : [...dialectNotes(survey)].filter((note) => sh === 'sh' || !isKnownBy(note, sh))),
  ].sort(compareNotes);
  return tree.comments.length === 0 ? notes : notes.filter(({ code, at }) => !isDisabled(tree, code, at));
}

const directive = /^#\s*shellcheck\s+(.*)$/;
const disabled = /(?:^|\s)disable=([^\s#]+)/g;

/**
 * Whether a comment of ShellCheck's in the script (`# shellcheck disable=SC2086`) silences an id: from the comment to the
 * end of the next command, or everywhere where the script begins with it.
 */
function isDisabled({ text, comments, body }: Shell.ShellTree, code: Code, at: Span): boolean {
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
