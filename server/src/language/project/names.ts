import { spanOf } from '../text/span';
import type { ProjectArg } from './builds';
import { entriesOf, plain, type Text, type Tree, textsOf } from './tree';

/**
 * The names and values of a mapping, or of a list of `name=value`.
 * @param read what the file's format makes of a value
 */
export function namesOf(tree: Tree | undefined, read: (text: Text) => Text = (text) => text): readonly ProjectArg[] {
  if (tree?.kind === 'list') return textsOf(tree).flatMap((item) => pairOf(item, read));
  return entriesOf(tree).map(({ key, at, value }) => ({
    name: key,
    at,
    value: value.kind === 'text' && value.at.end > value.at.start ? read(value) : undefined,
  }));
}

function pairOf({ text, at, pieces }: Text, read: (text: Text) => Text): readonly ProjectArg[] {
  // escapes in front of the name: nobody writes them, and then its place is not known
  if (text === undefined || !pieces) return [];
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  const start = at.start + equals + 1;
  const value = equals < 0 ? undefined : read(plain(text.slice(equals + 1), start));
  return [{ name, at: spanOf(at.start, at.start + name.length), value }];
}

/** What Compose and Bake both take for one platform or several. */
export const listOf = (tree: Tree | undefined): readonly Text[] => (tree?.kind === 'text' ? [tree] : textsOf(tree));
