import type { Dockerfile } from '../model/dockerfile';
import { namedAt } from './names/namedAt';

/** A name by which files beside a Dockerfile can speak of what it defines: a stage's, or a build argument's. */
export interface OutsideName {
  readonly kind: 'stage' | 'argument';
  readonly name: string;
}

/** What is named at an offset, if it can be named outside of the file. */
export function namedOutside(file: Dockerfile, offset: number): OutsideName | undefined {
  const named = namedAt(file, offset);
  if (!named || named.kind === 'heredoc') return undefined;
  const { mention, places } = named;
  if (mention.kind === 'stage') return mention.stage?.name && { kind: 'stage', name: mention.stage.name.text };
  const isArgument = places.some(({ mention: each }) => /^(?:global-)?arg$/.test(each?.definition?.kind ?? ''));
  return isArgument ? { kind: 'argument', name: mention.name } : undefined;
}
