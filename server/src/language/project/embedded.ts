import type { EmbeddingKind } from './embedding';
import { markdownDockerfiles } from './markdown';
import { projectBuilds } from './projectBuilds';
import type { Text } from './tree';

/** As of other files that are read whole. */
const MAX_LENGTH = 1_000_000;

/**
 * The Dockerfiles that stand in a file, in its order, each once: `dockerfile_inline`, `dockerfile-inline`, fenced blocks. Those
 * that depend on variables which nobody knows, or do not stand there as they read (escapes, folded lines), are left out.
 */
export function embeddedDockerfiles(kind: EmbeddingKind, text: string): readonly Text[] {
  if (kind === 'markdown') return text.length > MAX_LENGTH ? [] : markdownDockerfiles(text);
  // builds may share one by an alias or by `inherits`
  const found = new Map<number, Text>();
  for (const { inline } of projectBuilds(kind, text)) {
    if (inline?.text !== undefined && inline.pieces) found.set(inline.at.start, inline);
  }
  return [...found.values()].sort((a, b) => a.at.start - b.at.start);
}
