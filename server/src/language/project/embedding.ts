import type { ProjectKind } from './builds';
import { projectKindOf } from './projectFile';

/** Files in which whole Dockerfiles may stand. */
export type EmbeddingKind = ProjectKind | 'markdown';

/** What a file is, by its path (`/` between its parts) and VS Code's name of its language; undefined if nothing stands in it. */
export const embeddingKindOf = (path: string, languageId: string): EmbeddingKind | undefined =>
  languageId === 'markdown' ? 'markdown' : projectKindOf(path);

/** A text as it must be written in a file of that kind, where `$` may begin a variable of the file's own. */
export function writtenIn(kind: EmbeddingKind, text: string): string {
  if (kind === 'compose') return text.replaceAll('$', '$$$$');
  return kind === 'bake' ? text.replace(/[$%](?=\{)/g, '$&$&') : text;
}

/**
 * True if a block is to be checked: all of a build's own, and of Markdown's those that look whole. Documentation shows pieces,
 * which have no FROM, and leaves out lines.
 */
export const looksWhole = (kind: EmbeddingKind, text: string): boolean =>
  kind !== 'markdown' || (/^[ \t]*from[ \t]/im.test(text) && !/^[ \t]*\[?(?:\.{3}|\u2026)/m.test(text));
