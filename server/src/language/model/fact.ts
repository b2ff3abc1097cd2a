/** Where an object keeps what was derived from it. */
const facts = Symbol('facts');

interface Subject {
  [facts]?: unknown[];
}

/** Stands for a derivation that gave undefined. */
const nothing = Symbol('nothing');

/** How many derivations there are: each has its own place. */
const places = { count: 0 };

/** Gives the derivation of an object, made when first asked for. */
export interface Fact<Of extends object, Value> {
  (subject: Of): Value;
  /** The derivation if somebody asked for it before. */
  known(subject: Of): Value | undefined;
}

/**
 * A derivation that is made at most once for each object it is about: an Instruction (then it survives edits elsewhere) or a
 * Dockerfile snapshot. It hangs on the object itself and goes with it. (Not in a WeakMap: tens of thousands of weak entries
 * cost a third of the time in garbage collection.)
 */
export function fact<Of extends object, Value>(derive: (subject: Of) => Value): Fact<Of, Value> {
  const place = places.count++;
  const of = (subject: Of): Value => {
    let known = (subject as Subject)[facts];
    if (known) {
      const value = known[place];
      if (value !== undefined) return (value === nothing ? undefined : value) as Value;
    } else {
      known = [];
      // not for those who list or compare what the object says
      Object.defineProperty(subject, facts, { value: known });
    }
    const value = derive(subject);
    known[place] = value === undefined ? nothing : value;
    return value;
  };
  const known = (subject: Of): Value | undefined => {
    const value = (subject as Subject)[facts]?.[place];
    return (value === nothing ? undefined : value) as Value | undefined;
  };
  return Object.assign(of, { known });
}
