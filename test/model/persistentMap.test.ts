import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PersistentMap } from '../../server/src/language/model/persistentMap';

describe('a map that keeps its versions', () => {
  it('answers as a copied Map in every version', () => {
    const change = fc.tuple(fc.string({ maxLength: 3 }), fc.nat(9));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200 }), (changes) => {
        let map = PersistentMap.empty<{ n: number }>();
        let model = new Map<string, { n: number }>();
        const versions = [{ map, model }];
        for (const [name, n] of changes) {
          const value = { n };
          map = map.set(name, value);
          model = new Map(model).set(name, value);
          versions.push({ map, model });
        }
        for (const version of versions) {
          for (const [name] of changes) expect(version.map.get(name)).toBe(version.model.get(name));
          expect(new Set(version.map.values())).toEqual(new Set(version.model.values()));
        }
      }),
    );
  });

  it('holds names of one hash apart', () => {
    // two pairs with equal FNV-1a hashes
    const names = ['costarring', 'liquid', 'declinate', 'macallums'];
    let map = PersistentMap.empty<{ name: string }>();
    for (const name of names) map = map.set(name, { name });
    map = map.set('liquid', { name: 'again' });
    expect(names.map((name) => map.get(name)?.name)).toEqual(['costarring', 'again', 'declinate', 'macallums']);
    expect([...map.values()]).toHaveLength(4);
    expect(map.get('other')).toBeUndefined();
  });
});
