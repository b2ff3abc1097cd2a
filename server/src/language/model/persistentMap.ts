const bits = 3;
const width = 1 << bits;
const mask = width - 1;

/** An entry; those of one hash hang on each other. */
interface Leaf<Value> {
  readonly hash: number;
  readonly name: string;
  readonly value: Value;
  readonly next: Leaf<Value> | undefined;
}

type Branch<Value> = readonly (Branch<Value> | Leaf<Value> | undefined)[];
type Node<Value> = Branch<Value> | Leaf<Value> | undefined;

const isBranch = <Value>(node: Node<Value>): node is Branch<Value> => Array.isArray(node);

/** FNV-1a. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * A map from names to values of which every version stays as it is: `set` gives a new one that shares almost all of the
 * old. Both take O(log n), so that each of n instructions can have a scope of its own without n copies.
 */
export class PersistentMap<Value extends object> {
  private constructor(private readonly root: Node<Value>) {}

  static empty<Value extends object>(): PersistentMap<Value> {
    return new PersistentMap<Value>(undefined);
  }

  get(name: string): Value | undefined {
    let node = this.root;
    if (!node) return undefined;
    const hash = hashOf(name);
    for (let rest = hash; isBranch(node); rest >>>= bits) node = node[rest & mask];
    while (node && node.name !== name) node = node.next;
    return node?.value;
  }

  set(name: string, value: Value): PersistentMap<Value> {
    return new PersistentMap(put(this.root, 0, { hash: hashOf(name), name, value, next: undefined }));
  }

  /** All values, in no order that means anything, but always the same. */
  *values(): Iterable<Value> {
    yield* walk(this.root);
  }
}

function put<Value>(node: Node<Value>, shift: number, leaf: Leaf<Value>): Node<Value> {
  if (!node) return leaf;
  if (isBranch(node)) {
    const copy = node.slice();
    const slot = (leaf.hash >>> shift) & mask;
    copy[slot] = put(copy[slot], shift + bits, leaf);
    return copy;
  }
  if (node.hash === leaf.hash) return chain(node, leaf);
  const branch: Node<Value>[] = new Array(width).fill(undefined);
  branch[(node.hash >>> shift) & mask] = node;
  // two hashes differ in one of their bits at least: this ends
  return put(branch as Branch<Value>, shift, leaf);
}

/** The entries of one hash, with `leaf` in the place of the one of its name. */
function chain<Value>(first: Leaf<Value>, leaf: Leaf<Value>): Leaf<Value> {
  const others: Leaf<Value>[] = [];
  for (let at: Leaf<Value> | undefined = first; at; at = at.next) if (at.name !== leaf.name) others.push(at);
  let next: Leaf<Value> | undefined;
  for (const other of others) next = { ...other, next };
  return { ...leaf, next };
}

function* walk<Value>(node: Node<Value>): Iterable<Value> {
  if (!node) return;
  if (isBranch(node)) for (const child of node) yield* walk(child);
  else for (let at: Leaf<Value> | undefined = node; at; at = at.next) yield at.value;
}
