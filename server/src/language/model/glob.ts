/**
 * Path patterns of `.dockerignore` (github.com/moby/patternmatcher, `Pattern.compile`) and of COPY's sources (Go's
 * filepath.Match), which differ in `**` alone. Matched by a set of states in O(pattern × path), since a regular
 * expression could backtrack for ever on a hostile pattern.
 */

type Token =
  | { readonly kind: 'unit'; readonly unit: string }
  /** `?`: any unit but `/`. */
  | { readonly kind: 'one' }
  /** `*`: any number of units but `/`. */
  | { readonly kind: 'star' }
  /** `**`: any number of units. */
  | { readonly kind: 'deep' }
  /** A `**` with a `/` behind it: nothing, or any number of units up to a `/`. */
  | { readonly kind: 'folders' }
  | { readonly kind: 'class'; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] };

export type Glob = readonly Token[];

const literal = /^[^*?[\]\\]*$/;

/** A pattern's tokens; undefined where it is no valid one. */
export function parseGlob(pattern: string, deep: boolean): Glob | undefined {
  const tokens: Token[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const unit = pattern[i]!;
    if (unit === '*') {
      let end = i;
      while (pattern[end + 1] === '*') end++;
      if (end === i || !deep) tokens.push({ kind: 'star' });
      else if (pattern[end + 1] === '/') {
        tokens.push({ kind: 'folders' });
        end++;
      } else if (end + 1 === pattern.length || (i === 0 && literal.test(pattern.slice(end + 1)))) {
        // what ends with the rest: moby's shortcut, which is wider than its expression
        tokens.push({ kind: 'deep' });
      } else tokens.push({ kind: 'folders' });
      i = end;
    } else if (unit === '?') tokens.push({ kind: 'one' });
    else if (unit === '[') {
      const found = classAt(pattern, i);
      if (!found) return undefined;
      tokens.push(found.token);
      i = found.end - 1;
    } else if (unit === '\\') {
      const next = pattern[++i];
      if (next === undefined) return undefined;
      tokens.push({ kind: 'unit', unit: next });
    } else tokens.push({ kind: 'unit', unit });
  }
  return tokens;
}

/** `[a-z]` or `[^a-z]` at `start`; undefined where it is not closed or empty. */
function classAt(pattern: string, start: number): { token: Token; end: number } | undefined {
  let at = start + 1;
  const negated = pattern[at] === '^';
  if (negated) at++;
  const ranges: (readonly [string, string])[] = [];
  const unit = (): string | undefined => {
    if (pattern[at] === '\\') at++;
    return pattern[at++];
  };
  while (at < pattern.length && pattern[at] !== ']') {
    const low = unit();
    let high = low;
    if (pattern[at] === '-' && pattern[at + 1] !== ']') {
      at++;
      high = unit();
    }
    if (low === undefined || high === undefined) return undefined;
    ranges.push([low, high]);
  }
  if (pattern[at] !== ']' || ranges.length === 0) return undefined;
  return { token: { kind: 'class', negated, ranges }, end: at + 1 };
}

/** True where a pattern matches a path or one of the folders that it is in. */
export function matchesPathOrParent(glob: Glob, path: string): boolean {
  const last = glob.length;
  let states = new Uint8Array(last + 1);
  enter(glob, 0, states);
  for (let i = 0; i < path.length; i++) {
    const unit = path[i]!;
    if (unit === '/' && states[last] === 1) return true;
    const next = new Uint8Array(last + 1);
    let alive = false;
    for (let state = 0; state < last; state++) if (states[state] === 1 && step(glob, state, unit, next)) alive = true;
    if (!alive) return false;
    states = next;
  }
  return states[last] === 1;
}

/** Puts a state into the set, with all that can follow without a unit. */
function enter(glob: Glob, state: number, into: Uint8Array): void {
  for (let at = state; ; at++) {
    into[at] = 1;
    const kind = glob[at]?.kind;
    if (kind !== 'star' && kind !== 'deep' && kind !== 'folders') return;
  }
}

/** Takes one unit in a state; true where that leads on. */
function step(glob: Glob, state: number, unit: string, into: Uint8Array): boolean {
  const token = glob[state]!;
  switch (token.kind) {
    case 'unit':
      if (token.unit !== unit) return false;
      break;
    case 'one':
      if (unit === '/') return false;
      break;
    case 'class':
      if (unit === '/' || token.ranges.some(([low, high]) => low <= unit && unit <= high) === token.negated)
        return false;
      break;
    case 'star':
      if (unit === '/') return false;
      enter(glob, state, into);
      return true;
    case 'deep':
      enter(glob, state, into);
      return true;
    case 'folders':
      // what follows begins behind a `/` only
      into[state] = 1;
      if (unit !== '/') return true;
  }
  enter(glob, state + 1, into);
  return true;
}
