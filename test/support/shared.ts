import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder with vectors and corpus, which are for tests only and never part of the project. */
const root = process.env.SLIPWAY_SHARED ?? resolve(import.meta.dirname, '../../../shared');

export const hasShared = existsSync(join(root, 'corpus/dev.jsonl'));
if (!hasShared)
  console.warn(`SKIPPED: no shared material at ${root} (set SLIPWAY_SHARED): corpus and vector tests do not run`);

export const sharedPath = (path: string): string => join(root, path);

export const readShared = (path: string): string => readFileSync(sharedPath(path), 'utf8');

/** The rows of a file with one JSON value a line. */
export const jsonLines = <T>(path: string): T[] =>
  readShared(path)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

export interface CorpusFile {
  readonly id: string;
  readonly repo: string;
  readonly path: string;
  readonly text: string;
}

/** All real Dockerfiles; none where the shared material is absent. */
export const corpus: readonly CorpusFile[] = hasShared ? jsonLines<CorpusFile>('corpus/dev.jsonl') : [];

/** The strangest of them. */
export const stress: readonly CorpusFile[] = hasShared ? jsonLines<CorpusFile>('corpus/stress.jsonl') : [];
