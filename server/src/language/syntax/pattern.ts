/**
 * Patterns of `${name#pattern}`, `${name%pattern}` and `${name/pattern/text}` as BuildKit reads them: `*` and `?` are wild,
 * a backslash takes the next `*`, `?`, `\`, `}` or `/` literally, any other escape is refused. Matched by a set of
 * states in O(pattern × text), since a regular expression could backtrack for ever on a hostile pattern.
 */
export type Pattern = readonly { readonly kind: 'literal' | 'any' | 'star'; readonly unit: string }[];

/** The tokens of a pattern, or undefined where BuildKit calls it invalid. */
export function parsePattern(source: string): Pattern | undefined {
  const tokens: { kind: 'literal' | 'any' | 'star'; unit: string }[] = [];
  for (let i = 0; i < source.length; i++) {
    let unit = source[i]!;
    if (unit === '*') {
      tokens.push({ kind: 'star', unit });
      continue;
    }
    if (unit === '?') {
      tokens.push({ kind: 'any', unit });
      continue;
    }
    if (unit === '\\') {
      const next = source[i + 1];
      if (next === '}' || next === '/') continue;
      if (next !== '*' && next !== '?' && next !== '\\') return undefined;
      unit = next;
      i++;
    }
    tokens.push({ kind: 'literal', unit });
  }
  return tokens;
}

/** Where a match that begins at `start` ends: the longest one if `greedy`, else the shortest; -1 for none. */
export function matchFrom(pattern: Pattern, text: string, start: number, greedy: boolean): number {
  let states = new Set<number>();
  const add = (state: number, into: Set<number>) => {
    for (let s = state; ; s++) {
      into.add(s);
      if (pattern[s]?.kind !== 'star') return;
    }
  };
  add(0, states);
  let found = -1;
  for (let at = start; ; at++) {
    if (states.has(pattern.length)) {
      found = at;
      if (!greedy) return found;
    }
    if (at >= text.length || states.size === 0) return found;
    const unit = text[at]!;
    const next = new Set<number>();
    for (const s of states) {
      const token = pattern[s];
      if (!token) continue;
      if (token.kind === 'star') {
        if (unit !== '\n') add(s, next);
      } else if (token.kind === 'any' ? unit !== '\n' : token.unit === unit) add(s + 1, next);
    }
    states = next;
  }
}

const reversed = (text: string): string => [...text].reverse().join('');

/** `value` without the prefix that the pattern matches. */
export function trimPrefix(pattern: Pattern, value: string, greedy: boolean): string {
  const end = matchFrom(pattern, value, 0, greedy);
  return end < 0 ? value : value.slice(end);
}

/** `value` without the suffix that the pattern matches. */
export function trimSuffix(pattern: Pattern, value: string, greedy: boolean): string {
  return reversed(trimPrefix([...pattern].reverse(), reversed(value), greedy));
}

/** `value` with the first match, or all matches, of the pattern replaced. */
export function replacePattern(pattern: Pattern, value: string, replacement: string, all: boolean): string {
  let result = '';
  let from = 0;
  for (let at = 0; at <= value.length; ) {
    const end = matchFrom(pattern, value, at, true);
    if (end < 0) {
      at++;
      continue;
    }
    result += value.slice(from, at) + replacement;
    from = end;
    if (!all) break;
    if (end > at) at = end;
    else {
      result += value.slice(at, at + 1);
      from = at + 1;
      at++;
    }
  }
  return result + value.slice(from);
}
