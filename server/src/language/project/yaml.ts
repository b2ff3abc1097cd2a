import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Scalar, type YAMLMap } from 'yaml';
import { spanOf } from '../text/span';
import { type Entry, type Mapping, opaque, type Piece, plain, type Text, type Tree } from './tree';

/**
 * Reads YAML as texts, lists and mappings, aliases and merge keys resolved (https://yaml.org/type/merge.html). Of several
 * documents the first counts. What is wrong or half typed is passed over.
 */
export function readYaml(source: string): Tree | undefined {
  // with this schema, all scalars stay as they are written
  const options = {
    schema: 'failsafe',
    strict: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  } as const;
  const [first] = parseAllDocuments(source, options);
  return first && 'contents' in first ? treeOf(first.contents, source, new Map()) : undefined;
}

function treeOf(node: unknown, source: string, anchors: Map<string, Tree>): Tree | undefined {
  if (isAlias(node)) return anchors.get(node.source);
  const tree = isScalar(node)
    ? textOf(node, source)
    : isSeq(node)
      ? ({ kind: 'list', items: node.items.flatMap((each) => treeOf(each, source, anchors) ?? []) } as const)
      : isMap(node)
        ? mappingOf(node, source, anchors)
        : undefined;
  if (tree && (isScalar(node) || isSeq(node) || isMap(node)) && node.anchor) anchors.set(node.anchor, tree);
  return tree;
}

function mappingOf(node: YAMLMap, source: string, anchors: Map<string, Tree>): Mapping {
  const entries: Entry[] = [];
  const merged: Tree[] = [];
  for (const { key, value } of node.items) {
    if (!isScalar(key)) continue;
    const { text, at } = textOf(key, source);
    if (text === undefined) continue;
    const read = treeOf(value, source, anchors);
    if (text !== '<<') entries.push({ key: text, at, value: read ?? opaque(spanOf(at.end, at.end)) });
    else if (read) merged.push(...(read.kind === 'list' ? read.items : [read]));
  }
  if (merged.length === 0) return { kind: 'mapping', entries };
  const own = new Set(entries.map(({ key }) => key));
  for (const each of merged) {
    if (each.kind !== 'mapping') continue;
    for (const entry of each.entries) {
      if (own.has(entry.key)) continue;
      own.add(entry.key);
      entries.push(entry);
    }
  }
  return { kind: 'mapping', entries };
}

function textOf(node: Scalar, source: string): Text {
  const [start, end] = node.range ?? [0, 0];
  const value = typeof node.value === 'string' ? node.value : '';
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return blockOf(value, source, start, end);
  const quotes = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
  if (end <= start) return opaque(spanOf(start, start));
  // a quote that is not closed yet
  const closed = quotes && end - start > 1 && source[end - 1] === source[start] ? 1 : 0;
  const at = spanOf(start + quotes, end - closed);
  return source.slice(at.start, at.end) === value ? plain(value, at.start) : opaque(at, value);
}

/** A block scalar: each of its lines stands behind its indentation. Folded lines do not stand as they read. */
function blockOf(value: string, source: string, start: number, end: number): Text {
  const header = source.indexOf('\n', start);
  const body = header < 0 || header >= end ? end : header + 1;
  const at = spanOf(body, end);
  const indent = indentOf(source, body, end);
  const pieces: Piece[] = [];
  let line = body;
  let offset = 0;
  while (offset < value.length) {
    const next = value.indexOf('\n', offset);
    const length = (next < 0 ? value.length : next) - offset;
    const from = line + (length === 0 ? 0 : indent);
    if (source.slice(from, from + length) !== value.slice(offset, offset + length)) return opaque(at, value);
    pieces.push({ at: offset, from });
    offset += length + 1;
    const lineFeed = source.indexOf('\n', from);
    line = lineFeed < 0 ? source.length : lineFeed + 1;
  }
  return { kind: 'text', text: value, at, pieces: pieces.length > 0 ? pieces : [{ at: 0, from: body }] };
}

/** The indentation of the first line that is not blank, or as the header says, which then is no more than that. */
function indentOf(source: string, body: number, end: number): number {
  for (let line = body; line < end; ) {
    const next = source.indexOf('\n', line);
    const stop = next < 0 ? end : next;
    let at = line;
    while (source[at] === ' ') at++;
    if (at < stop && source[at] !== '\r') return at - line;
    line = stop + 1;
  }
  return 0;
}
