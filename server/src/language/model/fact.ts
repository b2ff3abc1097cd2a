/**
 * A derivation that is made at most once for each object it is about: an Instruction (then it survives edits elsewhere) or
 * a Dockerfile snapshot. It hangs on the object and goes with it.
 */
export function fact<Subject extends object, Value>(derive: (subject: Subject) => Value): (subject: Subject) => Value {
  const known = new WeakMap<Subject, { readonly value: Value }>();
  return (subject) => {
    let entry = known.get(subject);
    if (!entry) {
      entry = { value: derive(subject) };
      known.set(subject, entry);
    }
    return entry.value;
  };
}
