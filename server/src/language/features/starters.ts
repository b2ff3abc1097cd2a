import { newestTagOf } from '../knowledge/endOfLife';
import type { ReferenceLanguage } from '../knowledge/reference/types';
import { type StarterComment, starterComments } from '../knowledge/starters/comments';
import { starters as all, type Starter } from '../knowledge/starters/starters';
import { isNamed } from './dockerignore';

/** A whole Dockerfile to begin with. */
export interface StarterText {
  readonly id: string;
  readonly title: string;
  /** With places to fill, as in LSP's snippets. */
  readonly snippet: string;
  /** The same with what is proposed for these places. */
  readonly text: string;
}

/**
 * The Dockerfiles that fit a folder, the likeliest first; all of them where none fits.
 * @param names what the folder holds: file names
 */
export function starters(names: readonly string[], language: ReferenceLanguage): readonly StarterText[] {
  const fitting = all.filter(({ files }) => files.every((file) => names.some((name) => isNamed(name, file))));
  return (fitting.length > 0 ? fitting : all).map((starter) => written(starter, language));
}

function written({ id, title, text }: Starter, language: ReferenceLanguage): StarterText {
  const snippet = text
    .replace(/\{\{#(\w+)\}\}/g, (_, name) => starterComments[name as StarterComment][language])
    .replace(/\{\{([^}]+)\}\}/g, (_, image) => newestTagOf(image) ?? 'latest')
    // a dollar that is no place to fill
    .replace(/\$(?![{\d])/g, '\\$');
  return { id, title, snippet, text: plain(snippet) };
}

/** A snippet as text: what is proposed for its places stands there. */
const plain = (snippet: string): string => snippet.replace(/\$\{\d+:([^}]*)\}/g, '$1').replaceAll('\\$', '$');
