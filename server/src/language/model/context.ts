import { fact } from './fact';
import { type Glob, matchesPathOrParent, parseGlob } from './glob';
import { cleanPath, cleanPattern } from './paths';
import type { BuildContext } from './surroundings';

/** A line of a `.dockerignore`. */
export interface IgnoreRule {
  /** As it is written. */
  readonly pattern: string;
  /** Counted from 1. */
  readonly line: number;
  /** `!pattern`: what matches is kept. */
  readonly keeps: boolean;
  readonly glob: Glob;
}

/** What COPY or ADD takes from a build context. */
export interface Taken {
  /** Files, those in folders counted one by one. */
  readonly files: number;
  /** How large they are together, in bytes; undefined where that is not known of all. */
  readonly size: number | undefined;
  /** True where something has that name, be it an empty folder. */
  readonly exists: boolean;
  /** Where all that matches is left out: the line that does so. */
  readonly ignoredBy: IgnoreRule | undefined;
  /** What matches and is left out, by the line that does so. */
  readonly leftOut: readonly LeftOut[];
}

/** Paths that a line leaves out. */
export interface LeftOut {
  readonly rule: IgnoreRule;
  /** Those that lie in no folder that is left out, too; folders end in `/`. */
  readonly paths: readonly string[];
}

/** The lines of a `.dockerignore` as github.com/moby/patternmatcher/ignorefile reads them; invalid patterns are left out. */
export function ignoreRules(text: string): readonly IgnoreRule[] {
  const rules: IgnoreRule[] = [];
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    if (raw.startsWith('#')) continue;
    const written = raw.trim();
    const keeps = written.startsWith('!');
    const pattern = keeps ? written.slice(1).trim() : written;
    if (pattern === '') continue;
    const cleaned = cleanPattern(pattern);
    const glob = cleaned === '' ? undefined : parseGlob(cleaned, true);
    if (glob) rules.push({ pattern: written, line: index + 1, keeps, glob });
  }
  return rules;
}

/** The lines of a context's ignore file. */
export const rulesOf = fact((context: BuildContext) =>
  context.ignore === undefined ? [] : ignoreRules(context.ignore),
);

/** The line that leaves a path of the context out: the last one that matches it or a folder around it decides. */
export function ignoredBy(context: BuildContext, path: string): IgnoreRule | undefined {
  let found: IgnoreRule | undefined;
  for (const rule of rulesOf(context)) {
    // a rule that would change nothing need not be tried
    if (rule.keeps === (found !== undefined) && matchesPathOrParent(rule.glob, path))
      found = rule.keeps ? undefined : rule;
  }
  return found;
}

/** True where a folder and all in it is left out: nothing that a later line keeps can be in it. */
export const leavesOutAll = (context: BuildContext, folder: string): boolean =>
  ignoredBy(context, folder) !== undefined && !rulesOf(context).some(({ keeps }) => keeps);

/** The line that leaves out a path that is in no listing: a line that keeps something may keep a part of a folder. */
function unlistedBy(context: BuildContext, path: string, glob: Glob): IgnoreRule | undefined {
  const literal = glob.every(({ kind }) => kind === 'unit') && !path.includes('\\');
  return literal && !rulesOf(context).some(({ keeps }) => keeps) ? ignoredBy(context, path) : undefined;
}

/**
 * What a source of COPY or ADD takes; undefined where that cannot be told: a pattern that is not valid, or nothing found in
 * a listing that was cut short.
 * @param source its variables replaced, without quotes
 */
export function takenBy(context: BuildContext, source: string): Taken | undefined {
  const cleaned = cleanPath(source);
  const glob = parseGlob(cleaned, false);
  if (!glob) return undefined;
  const total = new Total();
  let exists = false;
  const leftOut = new Map<IgnoreRule, string[]>();
  const outside = new Set<string>();
  let reason: IgnoreRule | undefined;
  for (const [i, each] of context.paths.entries()) {
    const folder = each.endsWith('/');
    const path = folder ? each.slice(0, -1) : each;
    if (cleaned !== '' && !matchesPathOrParent(glob, path)) continue;
    const rule = ignoredBy(context, path);
    if (rule) {
      reason ??= rule;
      if (folder) outside.add(each);
      if (outside.has(parentOf(each))) continue;
      const paths = leftOut.get(rule);
      if (paths) paths.push(each);
      else leftOut.set(rule, [each]);
      continue;
    }
    exists = true;
    if (!folder) total.add(context.sizes?.[i]);
  }
  if (!context.complete && !exists && !reason) {
    reason = cleaned === '' ? undefined : unlistedBy(context, cleaned, glob);
    if (!reason) return undefined;
  }
  const ignored = exists ? undefined : reason;
  return { ...total, exists, ignoredBy: ignored, leftOut: [...leftOut].map(([rule, paths]) => ({ rule, paths })) };
}

/** Files counted one by one, with their size as long as that of each is known. */
export class Total {
  files = 0;
  size: number | undefined = 0;

  add(size: number | undefined): void {
    this.files++;
    this.size = size === undefined || this.size === undefined ? undefined : this.size + size;
  }
}

/** The folder that a path of a listing lies in, with a slash at its end; empty for the context itself. */
export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
