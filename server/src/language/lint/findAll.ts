import type { Replacement } from '../model/dockerfile';
import type { Keyword } from '../syntax/instruction';
import type { ActiveRule } from './config';
import { type AnyFinding, moveFinding, type Shifted } from './finding';
import type { Readers } from './ruleSet';

/** Called when a rule throws: its findings are missing, the rest is complete. */
export type OnError = (rule: string, error: unknown) => void;

/** What each rule of a list found, by its place in the list. */
export type FoundByRule = readonly (readonly Shifted[])[];

/** What was found before one instruction was written anew, and where the text behind it went. */
export interface Before {
  readonly found: FoundByRule;
  /** Counts like `found`. */
  readonly replacement: Replacement<unknown>;
}

/**
 * What each of some rules finds; those that see the same as before are not asked again. A rule that throws has found what it
 * yielded until then.
 * @param has whether a keyword stands in what is looked at
 */
export function findAll(
  readers: Readers,
  check: (active: ActiveRule) => Iterable<AnyFinding>,
  before: Before | undefined,
  has: (keyword: Keyword) => boolean,
  onError: OnError | undefined,
): FoundByRule {
  const { rules } = readers;
  const found = before ? moved(before) : rules.map(() => none);
  for (const place of before ? readers.concernedBy(before.replacement) : rules.keys()) {
    const active = rules[place]!;
    const { needs } = active.rule;
    found[place] = needs && !needs.some(has) ? none : foundBy(active, check, onError);
  }
  return found;
}

const none: readonly Shifted[] = [];

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
  return found.length === 0 ? none : found;
}

function moved({ found, replacement: { from, by } }: Before): (readonly Shifted[])[] {
  return found.map((list) => (by === 0 || list.length === 0 ? list : list.map((each) => moveFinding(each, from, by))));
}
