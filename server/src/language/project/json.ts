import { type Node, parseTree } from 'jsonc-parser';
import { spanOf } from '../text/span';
import { opaque, plain, type Text, type Tree } from './tree';

/** Reads JSON with comments and trailing commas; what is wrong or half typed is passed over. */
export function readJson(source: string): Tree | undefined {
  const root = parseTree(source, [], { allowTrailingComma: true });
  return root && treeOf(root, source);
}

function treeOf(node: Node, source: string): Tree {
  if (node.type === 'array') return { kind: 'list', items: (node.children ?? []).map((each) => treeOf(each, source)) };
  if (node.type !== 'object') return textOf(node, source);
  const entries = (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    if (!key || !value) return [];
    const { text, at } = textOf(key, source);
    return text === undefined ? [] : [{ key: text, at, value: treeOf(value, source) }];
  });
  return { kind: 'mapping', entries };
}

function textOf({ type, offset, length, value }: Node, source: string): Text {
  if (type === 'null') return opaque(spanOf(offset, offset + length));
  if (type !== 'string') return plain(source.slice(offset, offset + length), offset);
  const closed = length > 1 && source[offset + length - 1] === '"' ? 1 : 0;
  const at = spanOf(offset + 1, Math.max(offset + length - closed, offset + 1));
  return source.slice(at.start, at.end) === value ? plain(value, at.start) : opaque(at, String(value));
}
