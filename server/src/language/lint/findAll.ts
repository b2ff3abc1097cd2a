import type { Replacement } from '../model/dockerfile';
import type { Keyword } from '../syntax/instruction';
import type { ActiveRule } from './config';
import { type AnyFinding, moveFinding, type Shifted } from './finding';
import type { Readers } from './ruleSet';

/** Called when a rule throws: its findings are missing, the rest is complete. */
export type OnError = (rule: string, error: unknown) => void;

/** What one rule of a list found: something. */
export interface FoundByRule {
  /** The rule's place in the list. */
  readonly place: number;
  readonly found: readonly Shifted[];
}

/** What was found before one instruction was written anew, and where the text behind it went. */
export interface Before {
  readonly found: readonly FoundByRule[];
  /** Counts like `found`. */
  readonly replacement: Replacement<unknown>;
}

/**
 * What some rules find, in their order; those that see the same as before are not asked again. A rule that throws has found what
 * it yielded until then.
 * @param has whether a keyword stands in what is looked at
 */
export function findAll(
  readers: Readers,
  check: (active: ActiveRule) => Iterable<AnyFinding>,
  before: Before | undefined,
  has: (keyword: Keyword) => boolean,
  onError: OnError | undefined,
): readonly FoundByRule[] {
  const { rules } = readers;
  const asked = before && readers.concernedBy(before.replacement);
  const all: FoundByRule[] = [];
  for (const place of asked ?? rules.keys()) {
    const active = rules[place]!;
    const { needs } = active.rule;
    if (needs && !needs.some(has)) continue;
    const found = foundBy(active, check, onError);
    if (found.length > 0) all.push({ place, found });
  }
  if (!before) return all;
  for (const each of before.found) if (!asked!.includes(each.place)) all.push(moved(each, before.replacement));
  return all.sort((a, b) => a.place - b.place);
}

function foundBy(
  active: ActiveRule,
  check: (active: ActiveRule) => Iterable<AnyFinding>,
  onError: OnError | undefined,
): readonly Shifted[] {
  const found: Shifted[] = [];
  try {
    for (const finding of check(active)) found.push({ finding, by: 0 });
  } catch (error) {
    onError?.(active.rule.id, error);
  }
  return found;
}

const moved = (each: FoundByRule, { from, by }: Replacement<unknown>): FoundByRule =>
  by === 0 ? each : { place: each.place, found: each.found.map((finding) => moveFinding(finding, from, by)) };
