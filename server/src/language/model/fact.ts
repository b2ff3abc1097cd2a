/** Where an object keeps what was derived from it. */
const facts = Symbol('facts');

interface Subject {
  [facts]?: Map<number, unknown>;
}

/** Stands for a derivation that gave undefined. */
const nothing = Symbol('nothing');

/** How many derivations there are: each has a number of its own. */
const numbers = { count: 0 };

/** Gives the derivation of an object, made when first asked for. */
export interface Fact<Of extends object, Value> {
  (subject: Of): Value;
  /** The derivation if somebody asked for it before. */
  known(subject: Of): Value | undefined;
}

/**
 * A derivation that is made at most once for each object it is about: an Instruction (then it survives edits elsewhere) or a
 * Dockerfile snapshot. It hangs on the object itself and goes with it. (Not in a WeakMap: tens of thousands of weak entries
 * cost a third of the time in garbage collection. And in a small map: an array with a place for each derivation is nearly
 * empty, for a command knows one or two of hundreds.)
 */
export function fact<Of extends object, Value>(derive: (subject: Of) => Value): Fact<Of, Value> {
  const number = numbers.count++;
  const of = (subject: Of): Value => {
    let known = (subject as Subject)[facts];
    if (known) {
      const value = known.get(number);
      if (value !== undefined) return (value === nothing ? undefined : value) as Value;
    } else {
      known = new Map();
      // not for those who list or compare what the object says
      Object.defineProperty(subject, facts, { value: known });
    }
    const value = derive(subject);
    known.set(number, value === undefined ? nothing : value);
    return value;
  };
  const known = (subject: Of): Value | undefined => {
    const value = (subject as Subject)[facts]?.get(number);
    return (value === nothing ? undefined : value) as Value | undefined;
  };
  return Object.assign(of, { known });
}
