import { slice } from '../text/span';
import type { Dockerfile } from './dockerfile';
import { fact } from './fact';

const pragma = /^#[ \t]*hadolint[ \t]+shell[ \t]*=[ \t]*([^\s#]+)[ \t\r]*(?:#.*)?$/i;

const none: ReadonlyMap<number, string> = new Map();

/**
 * What hadolint's comments `# hadolint shell=…` say: by the index of the instruction that they stand before, the program that
 * runs what follows, whatever the base image is. The last of several counts.
 */
export const shellPragmas = fact((file: Dockerfile): ReadonlyMap<number, string> => {
  if (!file.addressesLinters) return none;
  const found = new Map<number, string>();
  for (const placed of file.instructions) {
    if (placed.gap === placed.start) continue;
    for (const at of file.commentsBefore(placed)) {
      const shell = pragma.exec(slice(file.text, at))?.[1];
      if (shell) found.set(placed.index, shell);
    }
  }
  return found;
});
