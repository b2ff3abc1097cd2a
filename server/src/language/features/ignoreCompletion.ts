import { ignoreSections } from '../knowledge/ignoreLines';
import type { Reference } from '../knowledge/reference/types';
import { ignoredBy, ignoreRules } from '../model/context';
import { ignoreLineAt } from '../model/ignoreLine';
import { cleanPath } from '../model/paths';
import type { BuildContext } from '../model/surroundings';
import type { Completion, CompletionItem } from './completion/item';
import { isNamed } from './dockerignore';

/** A line as it is typed so far. */
interface Typed {
  /** Where what is typed begins, behind blanks. */
  readonly start: number;
  /** `!` and the blanks behind it. */
  readonly sign: string;
  /** `/` or `./`, which change nothing. */
  readonly lead: string;
  /** The folder that is typed, with a slash at its end; empty for the context itself. */
  readonly folder: string;
  /** All of it. */
  readonly text: string;
}

/** What may be typed in a line of a `.dockerignore`; undefined in a comment, and behind a pattern that has ended. */
function typedAt(text: string, offset: number): Typed | undefined {
  const { start, raw } = ignoreLineAt(text, offset);
  const typed = raw.slice(0, Math.max(0, offset - start));
  const [, blanks, sign, lead, rest] = /^(\s*)(!?\s*)(\.?\/|)(.*)$/.exec(typed) ?? [];
  if (raw.startsWith('#') || rest === undefined) return undefined;
  return {
    start: start + blanks!.length,
    sign: sign!,
    lead: lead!,
    folder: rest.slice(0, rest.lastIndexOf('/') + 1),
    text: typed.slice(blanks!.length),
  };
}

/** The folder of the context whose entries are proposed there; undefined where none are: whoever lists folders need not do so. */
export function ignoreFolder(text: string, offset: number): string | undefined {
  const typed = typedAt(text, offset);
  if (!typed || /[*?[\\]/.test(typed.folder)) return undefined;
  // nobody is led out of the context
  return typed.folder === '' || `${cleanPath(typed.folder)}/` === typed.folder ? typed.folder : undefined;
}

/**
 * What may be written in a line of a `.dockerignore`: paths of the context, and what a project like this leaves out and the
 * file does not name. Behind `!` only what a line leaves out.
 * @param context what `ignoreFolder` holds, with the file's other lines as `ignore`
 * @param names what the context's own folder holds: by these a project is known
 */
export function ignoreCompletion(
  text: string,
  offset: number,
  { language, ignore: texts }: Reference,
  context: BuildContext,
  names: readonly string[],
): Completion {
  const typed = typedAt(text, offset);
  if (!typed) return { at: { start: offset, end: offset }, items: [] };
  const negated = typed.sign !== '';
  const found = new Map<string, CompletionItem>();
  const add = (item: CompletionItem) => {
    if (!found.has(item.label)) found.set(item.label, item);
  };
  if (ignoreFolder(text, offset) !== undefined) {
    for (const path of context.paths) {
      const folder = path.endsWith('/');
      const left = ignoredBy(context, folder ? path.slice(0, -1) : path) !== undefined;
      if (left !== negated || !writable(path)) continue;
      const label = `${typed.sign}${typed.lead}${path.replace(/[*?[\]\\]/g, '\\$&')}`;
      add({ kind: folder ? 'folder' : 'file', label, text: label });
    }
  }
  const known = new Set(ignoreRules(context.ignore ?? '').map(({ pattern }) => plain(pattern)));
  for (const { heading, files, lines } of ignoreSections) {
    if (files.length > 0 && !files.some((file) => names.some((name) => isNamed(name, file)))) continue;
    for (const line of lines) {
      const fits = !known.has(plain(line)) && (typed.text === '' || line.startsWith('!') === negated);
      if (fits && typed.lead === '') add({ kind: 'value', label: line, text: line, detail: heading[language] });
    }
  }
  if (typed.text === '') add({ kind: 'keyword', label: '!', text: '!', documentation: texts.negation });
  return { at: { start: typed.start, end: offset }, items: [...found.values()] };
}

/** A pattern without what makes no difference to a reader who has it already. */
function plain(pattern: string): string {
  const keeps = pattern.startsWith('!');
  return (keeps ? '!' : '') + cleanPath(keeps ? pattern.slice(1).trim() : pattern).replace(/^\*\*\//, '');
}

/** A name that begins or ends with a blank, or begins as a comment or `!` does, cannot be written as it is. */
const writable = (path: string): boolean => path.trim() === path && !/^[#!]/.test(path);
