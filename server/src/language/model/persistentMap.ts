const bits = 3;
const width = 1 << bits;
const mask = width - 1;

type Node<Value> = readonly (Node<Value> | Value | undefined)[];

/** Numbers for names, shared by all versions of one map. */
class Names {
  private readonly ids = new Map<string, number>();

  find(name: string): number | undefined {
    return this.ids.get(name);
  }

  idOf(name: string): number {
    let id = this.ids.get(name);
    if (id === undefined) {
      id = this.ids.size;
      this.ids.set(name, id);
    }
    return id;
  }
}

/**
 * A map from names to values of which every version stays as it is: `set` gives a new one that shares almost all of the
 * old. Both take O(log n), so that each of n instructions can have a scope of its own without n copies.
 */
export class PersistentMap<Value extends object> {
  private constructor(
    private readonly names: Names,
    private readonly root: Node<Value>,
    /** How many bits of a number the root's children leave to be looked at. */
    private readonly height: number,
  ) {}

  static empty<Value extends object>(): PersistentMap<Value> {
    return new PersistentMap<Value>(new Names(), [], 0);
  }

  get(name: string): Value | undefined {
    const id = this.names.find(name);
    if (id === undefined || id >> (this.height + bits) > 0) return undefined;
    let node: Node<Value> | undefined = this.root;
    for (let shift = this.height; shift > 0; shift -= bits) {
      node = node[(id >> shift) & mask] as Node<Value> | undefined;
      if (!node) return undefined;
    }
    return node[id & mask] as Value | undefined;
  }

  set(name: string, value: Value): PersistentMap<Value> {
    const id = this.names.idOf(name);
    let { root, height } = this;
    while (id >> (height + bits) > 0) {
      root = [root];
      height += bits;
    }
    return new PersistentMap(this.names, put(root, height, id, value), height);
  }

  /** All values, in the order in which their names first came up in any version. */
  *values(): Iterable<Value> {
    yield* walk(this.root, this.height);
  }
}

function put<Value>(node: Node<Value>, shift: number, id: number, value: Value): Node<Value> {
  const copy = node.slice();
  const slot = (id >> shift) & mask;
  while (copy.length < slot) copy.push(undefined);
  copy[slot] = shift === 0 ? value : put((copy[slot] ?? []) as Node<Value>, shift - bits, id, value);
  return copy;
}

function* walk<Value>(node: Node<Value>, shift: number): Iterable<Value> {
  for (const child of node) {
    if (child === undefined) continue;
    if (shift === 0) yield child as Value;
    else yield* walk(child as Node<Value>, shift - bits);
  }
}
