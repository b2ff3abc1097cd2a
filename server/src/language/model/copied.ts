import { isArchiveName } from '../knowledge/archives';
import { heredocOfWord } from '../syntax/heredoc';
import type { Instruction, Word } from '../syntax/instruction';
import { fact } from './fact';

/** What COPY or ADD copies, and where to. */
export interface Copied {
  /** Paths, patterns and URLs; files that the Dockerfile itself holds are left out. */
  readonly sources: readonly Word[];
  readonly destination: Word;
  /** How many sources there are, those in the Dockerfile included. */
  readonly count: number;
}

/** The sources and the destination of a COPY or ADD; undefined for any other instruction, and where one of them is missing. */
export const copiedBy = fact(({ keyword, words }: Instruction): Copied | undefined => {
  const destination = words.at(-1);
  if ((keyword !== 'COPY' && keyword !== 'ADD') || !destination || words.length < 2) return undefined;
  const sources = words.slice(0, -1);
  return {
    sources: sources.filter((word) => !heredocOfWord(word.text)),
    destination,
    count: sources.length,
  };
});

/** A word without the quotes around it. */
export const unquoted = (text: string): string => text.replace(/^["']|["']$/g, '');

const remote = /^(?:https?|ftp|git|ssh):\/\/|^git@|\.git(?:#.*)?$/i;

/** True of a source that ADD fetches from elsewhere. */
export const isRemote = (source: string): boolean => remote.test(source);

/** Flags of ADD that COPY does not know. */
export const ADD_FLAGS: ReadonlySet<string> = new Set(['checksum', 'keep-git-dir', 'unpack']);

/** True of an ADD or COPY that neither fetches nor unpacks: all its sources are plain, known paths of the build context. */
export function copiesOnly(instruction: Instruction): boolean {
  const copied = copiedBy(instruction);
  if (!copied || copied.sources.length < copied.count) return false;
  const sources = copied.sources.map(({ text }) => unquoted(text));
  return !sources.some((source) => isArchiveName(source) || isRemote(source) || source.includes('$'));
}
