import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Place, ProjectBuild } from './build';

/**
 * The build of a devcontainer.json. Paths count from the file's folder.
 * Source: https://containers.dev/implementors/json_reference/ (July 2026): `build`, and the older `dockerFile` and `context`.
 */
export function devcontainerBuilds(text: string): readonly ProjectBuild[] {
  const root = parseTree(text);
  const at = (...path: string[]): Node | undefined => (root ? findNodeAtLocation(root, path) : undefined);
  const dockerfile = at('build', 'dockerfile') ?? at('dockerFile');
  if (!dockerfile) return [];
  return [
    {
      context: wordOf(at('build', 'context') ?? at('context')),
      dockerfile: wordOf(dockerfile),
      dockerfileFrom: 'file',
      target: placeOf(text, at('build', 'target')),
      args: keysOf(text, at('build', 'args')),
    },
  ];
}

/** The targets of a Bake file in JSON: https://docs.docker.com/build/bake/reference/ (July 2026). */
export function bakeJsonBuilds(text: string): readonly ProjectBuild[] {
  const root = parseTree(text);
  const targets = root && findNodeAtLocation(root, ['target']);
  return (targets?.children ?? []).flatMap(({ children: [, target] = [] }): ProjectBuild[] => {
    const at = (key: string): Node | undefined => target && findNodeAtLocation(target, [key]);
    if (!target || at('dockerfile-inline')) return [];
    return [
      {
        context: wordOf(at('context')),
        dockerfile: wordOf(at('dockerfile')),
        dockerfileFrom: 'context',
        target: placeOf(text, at('target')),
        args: keysOf(text, at('args')),
      },
    ];
  });
}

const wordOf = (node: Node | undefined): string | undefined => (node?.type === 'string' ? node.value : undefined);

const keysOf = (text: string, node: Node | undefined): readonly Place[] =>
  (node?.type === 'object' ? (node.children ?? []) : []).flatMap(
    ({ children: [key] = [] }) => placeOf(text, key) ?? [],
  );

/** Where a string's text stands, without its quotes; undefined where it is not written as it reads. */
function placeOf(text: string, node: Node | undefined): Place | undefined {
  const word = wordOf(node);
  if (!node || word === undefined || !text.startsWith(word, node.offset + 1)) return undefined;
  return { text: word, start: node.offset + 1, end: node.offset + 1 + word.length };
}
