import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from '../yaml';
import type { Place, ProjectBuild } from './build';

/**
 * The builds of a Compose file: `services.*.build`, a path or a map.
 * Source: https://docs.docker.com/reference/compose-file/build/ (July 2026). What cannot be read gives none.
 */
export function composeBuilds(text: string): readonly ProjectBuild[] {
  const services = parseDocument(text, { strict: false }).get('services');
  if (!isMap(services)) return [];
  return services.items.flatMap(({ value }): ProjectBuild[] => {
    const build: unknown = isMap(value) ? value.get('build', true) : undefined;
    if (isScalar(build)) {
      return [
        { context: wordOf(build), dockerfile: undefined, dockerfileFrom: 'context', target: undefined, args: [] },
      ];
    }
    // a Dockerfile written in the file itself is none of the folder's
    if (!isMap(build) || build.has('dockerfile_inline')) return [];
    const word = (key: string): string | undefined => wordOf(build.get(key, true));
    return [
      {
        context: word('context'),
        dockerfile: word('dockerfile'),
        dockerfileFrom: 'context',
        target: placeOf(text, build.get('target', true)),
        args: argsOf(text, build.get('args', true)),
      },
    ];
  });
}

const wordOf = (node: unknown): string | undefined =>
  isScalar(node) && typeof node.value === 'string' ? node.value : undefined;

/** `NAME: value` in a map, `NAME=value` in a list. */
function argsOf(text: string, node: unknown): readonly Place[] {
  if (isMap(node)) return node.items.flatMap(({ key }) => placeOf(text, key) ?? []);
  if (!isSeq(node)) return [];
  return node.items.flatMap((item) => {
    const place = placeOf(text, item);
    if (!place) return [];
    const name = place.text.split('=', 1)[0]!;
    return [{ text: name, start: place.start, end: place.start + name.length }];
  });
}

/** Where a scalar's text stands, without its quotes; undefined where it is not written as it reads. */
function placeOf(text: string, node: unknown): Place | undefined {
  const range = isScalar(node) ? (node as Scalar & Node).range : undefined;
  const word = wordOf(node);
  if (!range || word === undefined) return undefined;
  const start = text.startsWith(word, range[0]) ? range[0] : range[0] + 1;
  return text.startsWith(word, start) ? { text: word, start, end: start + word.length } : undefined;
}
