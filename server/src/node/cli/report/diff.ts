/** Lines of context around a change. */
const context = 2;
/** More changed lines than this are shown as one block: the search grows with their square. */
const mostChanges = 1000;

type Step = { readonly kind: ' ' | '-' | '+'; readonly line: string };

/** What changed between two texts, line by line, in hunks. Empty where nothing did. */
export function diff(path: string, before: string, after: string): string {
  const steps = stepsBetween(before.split('\n'), after.split('\n'));
  const out: string[] = [];
  let old = 1;
  let shownUpTo = 0;
  for (const [at, { kind }] of steps.entries()) {
    if (kind !== ' ' && at >= shownUpTo) {
      const from = Math.max(shownUpTo, at - context);
      const to = hunkEnd(steps, at);
      const oldStart = old - steps.slice(from, at).filter((each) => each.kind !== '+').length;
      out.push(
        `@@ ${path}:${oldStart} @@`,
        ...steps.slice(from, to).map((each) => `${each.kind}${each.line.replace(/\r$/, '')}`),
      );
      shownUpTo = to;
    }
    if (kind !== '+') old++;
  }
  return out.map((line) => `${line}\n`).join('');
}

/** Where a hunk that begins with the change at `at` ends: behind its last change's context. */
function hunkEnd(steps: readonly Step[], at: number): number {
  let last = at;
  for (let i = at; i < steps.length && i - last <= 2 * context; i++) if (steps[i]!.kind !== ' ') last = i;
  return Math.min(last + context + 1, steps.length);
}

/** The shortest way from one list of lines to another (Myers 1986), between their common ends. */
function stepsBetween(a: readonly string[], b: readonly string[]): Step[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const same = (lines: readonly string[]): Step[] => lines.map((line) => ({ kind: ' ', line }));
  const middle = shortest(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return [...same(a.slice(0, start)), ...middle, ...same(a.slice(a.length - end))];
}

function shortest(a: readonly string[], b: readonly string[]): Step[] {
  const trace: Map<number, number>[] = [];
  let furthest = new Map([[1, 0]]);
  for (let d = 0; d <= Math.min(a.length + b.length, mostChanges); d++) {
    trace.push(furthest);
    const next = new Map(furthest);
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (next.get(k - 1) ?? -1) < (next.get(k + 1) ?? -1));
      let x = down ? next.get(k + 1)! : next.get(k - 1)! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return backtrack(a, b, trace, d);
    }
    furthest = next;
  }
  return [...a.map((line): Step => ({ kind: '-', line })), ...b.map((line): Step => ({ kind: '+', line }))];
}

function backtrack(
  a: readonly string[],
  b: readonly string[],
  trace: readonly Map<number, number>[],
  found: number,
): Step[] {
  const steps: Step[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = found; d > 0; d--) {
    const furthest = trace[d]!;
    const k = x - y;
    const down = k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
    const beforeX = furthest.get(down ? k + 1 : k - 1)!;
    const beforeY = beforeX - (down ? k + 1 : k - 1);
    while (x > beforeX + (down ? 0 : 1) && y > beforeY + (down ? 1 : 0)) {
      steps.push({ kind: ' ', line: a[--x]! });
      y--;
    }
    if (down) steps.push({ kind: '+', line: b[--y]! });
    else steps.push({ kind: '-', line: a[--x]! });
  }
  while (x > 0) steps.push({ kind: ' ', line: a[--x]! });
  return steps.reverse();
}
