import { type Span, shift } from '../text/span';
import { copiedBy, isRemote, unquoted } from './copied';
import type { Dockerfile } from './dockerfile';
import { fact } from './fact';
import { frontendOf } from './frontend';
import { forceAt } from './inForce';
import { cleanPath } from './paths';
import { stageAt } from './stages';
import { usedStages } from './usedStages';

/** A source of COPY or ADD that must be in the build context. */
export interface CopySource {
  /** From the context's folder; never empty. */
  readonly path: string;
  /** Where it is written; counts in the file. */
  readonly at: Span;
}

/**
 * Patterns, which may match nothing; what the builder replaces before it looks, or who makes the Dockerfile out of a template;
 * drives of Windows, and what ADD takes for a repository.
 */
const open = /[*?[\]\\${}<>%"'`]|@\w*@|^[A-Za-z]:|^github\.com\//;

/**
 * The plain paths without which a build of the last stage fails. Those that only another stage copies are left out, and those in
 * Windows images, whose names match in any case; of another front end than BuildKit's nobody here knows what it copies.
 */
export const copySources = fact((file: Dockerfile): readonly CopySource[] => {
  const used = usedStages(file);
  if (!used || frontendOf(file) === 'other') return [];
  const found: CopySource[] = [];
  for (const { instruction, index, start } of file.instructions) {
    const copied = copiedBy(instruction);
    if (!copied || instruction.flag('from') || instruction.flag('parents')) continue;
    const stage = stageAt(file, index);
    if (!stage || !used.has(stage) || forceAt(file, index)?.windows) continue;
    for (const { text, at } of copied.sources) {
      const written = unquoted(text);
      const path = cleanPath(written);
      if (path === '' || open.test(written) || isRemote(written)) continue;
      found.push({ path, at: shift(at, start) });
    }
  }
  return found;
});
