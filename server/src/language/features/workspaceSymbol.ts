import type { Dockerfile } from '../model/dockerfile';
import { stageAt, stagesOf } from '../model/stages';
import { definer, definitionNameAt, definitionsOf } from '../model/variables';
import type { Span } from '../text/span';

/** Something in a file that can be looked for by its name. */
export interface WorkspaceSymbol {
  readonly kind: 'stage' | 'variable';
  readonly name: string;
  /** Of a variable: the stage that it is defined in, if that has a name; of a stage: what it is built upon. */
  readonly container: string | undefined;
  /** The name; offsets count in the file. */
  readonly at: Span;
}

/**
 * The stages and variables of a file whose names hold the letters of `query` in that order, in any case, as editors match;
 * an empty query finds all.
 */
export function workspaceSymbol(file: Dockerfile, query: string): readonly WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  const wanted = query.toLowerCase();
  for (const { name, base } of stagesOf(file)) {
    if (!name || !holdsInOrder(name.key, wanted)) continue;
    found.push({ kind: 'stage', name: name.text, container: base.text || undefined, at: name.at });
  }
  for (const definition of definitionsOf(file)) {
    if (!holdsInOrder(definition.name.toLowerCase(), wanted)) continue;
    const at = definitionNameAt(file, definition);
    if (!at) continue;
    const index = definer(file, definition)?.index ?? -1;
    found.push({ kind: 'variable', name: definition.name, container: stageAt(file, index)?.name?.text, at });
  }
  return found;
}

function holdsInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
