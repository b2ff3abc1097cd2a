import { type IgnoreRule, parentOf, rulesOf, Total } from './context';
import { matchesPathOrParent } from './glob';
import type { BuildContext } from './surroundings';

/** What a line of a `.dockerignore` does to a listed build context. */
export interface IgnoreEffect {
  /** Files that it leaves out or, of a line with `!`, brings back: all lines read to the end, these are as it says. */
  readonly files: number;
  /** How large they are together, in bytes; undefined where that is not known of all. */
  readonly size: number | undefined;
  /** The paths that it matches and that end as it says, those in such a folder not told again; folders end in `/`. */
  readonly paths: readonly string[];
  /** True where all of these were so without it. */
  readonly idle: boolean;
  /** The line above that makes the first of them so, where one does: a path is kept without any. */
  readonly before: IgnoreRule | undefined;
  /** The lines below that decide otherwise, with how many paths of those that it matches, folders included. */
  readonly overridden: readonly { readonly rule: IgnoreRule; readonly paths: number }[];
}

/** What a line does: it is one of `rulesOf(context)`. */
export function ignoreEffect(context: BuildContext, line: IgnoreRule): IgnoreEffect {
  const rules = rulesOf(context);
  const at = rules.indexOf(line);
  const above = rules.slice(0, at);
  const below = rules.slice(at + 1);
  const total = new Total();
  const paths: string[] = [];
  const told = new Set<string>();
  const overridden = new Map<IgnoreRule, number>();
  let idle = true;
  let before: IgnoreRule | undefined;
  for (const [i, each] of context.paths.entries()) {
    const folder = each.endsWith('/');
    const path = folder ? each.slice(0, -1) : each;
    if (!matchesPathOrParent(line.glob, path)) continue;
    const first = decided(above, path, undefined);
    const end = decided(below, path, line);
    if (end && end.keeps !== line.keeps) {
      overridden.set(end, (overridden.get(end) ?? 0) + 1);
      continue;
    }
    if ((first?.keeps ?? true) !== line.keeps) idle = false;
    else before ??= first;
    if (folder) told.add(each);
    else total.add(context.sizes?.[i]);
    if (!told.has(parentOf(each))) paths.push(each);
  }
  const others = [...overridden].map(([rule, count]) => ({ rule, paths: count }));
  return { ...total, paths, idle, before, overridden: others };
}

/** The last line that changed what is to be done with a path; `first` where none did. */
function decided(rules: readonly IgnoreRule[], path: string, first: IgnoreRule | undefined): IgnoreRule | undefined {
  let last = first;
  for (const rule of rules) {
    if (rule.keeps !== (last?.keeps ?? true) && matchesPathOrParent(rule.glob, path)) last = rule;
  }
  return last;
}
