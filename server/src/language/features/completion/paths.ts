import { ignoredBy } from '../../model/context';
import { copiedPaths } from '../../model/copiedPaths';
import type { Dockerfile } from '../../model/dockerfile';
import { forceAt } from '../../model/inForce';
import { cleanPath } from '../../model/paths';
import { stageReferences } from '../../model/references';
import { type Stage, stageAt } from '../../model/stages';
import { scopeAt } from '../../model/variables';
import { type Ask, type CompletionItem, nothing, type Place } from './item';
import { placeAt } from './place';

/** What a COPY or ADD may name: paths of the build context, or those that a stage is known to have. */
export function copiedItems(ask: Ask, place: Place): readonly CompletionItem[] {
  if (!place.instruction.flag('from')) return contextItems(ask, place.typed);
  const { file } = ask;
  const own = stageAt(file, place.placed.index);
  const from = own && stageReferences(file)[own.index]!.find(({ index }) => index === place.placed.index)?.stage;
  return from ? stagePaths(file, from) : nothing;
}

/** What the build context holds in the folder that is typed so far, without what is ignored. */
export function contextItems({ around }: Ask, typed: string): readonly CompletionItem[] {
  const { context } = around;
  if (!context) return nothing;
  const { lead, folder } = folderOf(typed);
  const items = new Map<string, CompletionItem>();
  for (const path of context.paths) {
    if (!path.startsWith(folder) || path.length === folder.length) continue;
    const slash = path.indexOf('/', folder.length);
    const entry = slash < 0 ? path : path.slice(0, slash + 1);
    // a name with a blank in it can only be written in the JSON form
    if (items.has(entry) || /\s/.test(entry) || ignoredBy(context, entry.replace(/\/$/, ''))) continue;
    const text = `${lead}${entry}`;
    items.set(entry, { kind: entry.endsWith('/') ? 'folder' : 'file', label: text, text });
  }
  return [...items.values()];
}

/** A typed path's folder, with a slash at its end, empty for the context itself; `lead` is what of it names the context. */
function folderOf(typed: string): { readonly lead: string; readonly folder: string } {
  const lead = /^\.?\//.exec(typed)?.[0] ?? '';
  return { lead, folder: typed.slice(lead.length, typed.lastIndexOf('/') + 1) };
}

/**
 * The folder of the build context whose entries would be proposed at an offset: empty for the context itself, else with a
 * slash at its end. Undefined where none would: whoever lists folders need not do so.
 */
export function contextFolder(file: Dockerfile, offset: number): string | undefined {
  // what a new file may be hangs on what is beside it
  if (file.instructions.length === 0) return '';
  const place = placeAt(file, offset);
  if (!place) return undefined;
  const typed = typedPath(place);
  if (typed === undefined || /[$*?[\\]/.test(typed) || /^\w+:/.test(typed)) return undefined;
  const { folder } = folderOf(typed);
  // nobody is led out of the context
  return folder === '' || `${cleanPath(folder)}/` === folder ? folder : undefined;
}

function typedPath({ instruction, typed }: Place): string | undefined {
  const { keyword } = instruction;
  if (keyword === 'RUN') return mountedPath(typed);
  const copies = (keyword === 'COPY' || keyword === 'ADD') && !instruction.flag('from');
  return copies && !typed.startsWith('-') ? typed : undefined;
}

/** What is typed of a bind mount's source, where that is a path of the context. */
export function mountedPath(typed: string): string | undefined {
  const value = /^--mount=(.*)$/.exec(typed)?.[1];
  const source = value === undefined ? null : /(?:^|,)(?:source|src)=([^,]*)$/.exec(value);
  const other = /(?:^|,)(?:from=|type=(?!bind(?:,|$)))/.test(value ?? '');
  return source && !other ? source[1] : undefined;
}

/** So many paths of a stage are proposed, the last ones. */
const mostPaths = 50;

/** Where a stage's WORKDIR, COPY and ADD lead, what comes last first: what others take from it is mostly there. */
function stagePaths(file: Dockerfile, { first, last }: Stage): readonly CompletionItem[] {
  const found = new Map<string, CompletionItem>();
  const add = (path: string, kind: 'folder' | 'file') => {
    const text = kind === 'folder' && path !== '/' ? `${path}/` : path;
    if (path.startsWith('/') && !found.has(text)) found.set(text, { kind, label: text, text });
  };
  for (let index = last - 1; index > first && found.size < mostPaths; index--) {
    const { instruction } = file.instructions[index]!;
    const force = forceAt(file, index)!;
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
      for (const { paths } of copiedPaths(instruction, force, scopeAt(file, index))) add(paths[0]!, 'file');
    }
    if (force.workdirSet && force.workdir !== undefined) add(force.workdir, 'folder');
  }
  return [...found.values()];
}
