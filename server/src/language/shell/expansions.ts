import type * as Tree from './tree';

/** All expansions in a word's parts, in order. */
export function expansionsIn(parts: readonly Tree.Part[]): Tree.Expansion[] {
  return parts.flatMap((part) => {
    switch (part.kind) {
      case 'literal':
      case 'single':
      case 'ansi':
        return [];
      case 'double':
      case 'glob':
      case 'brace':
        return expansionsIn(part.parts);
      default:
        return [part];
    }
  });
}
