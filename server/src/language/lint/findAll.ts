import type { Replacement } from '../model/dockerfile';
import type { ActiveRule } from './config';
import { type AnyFinding, moveFinding } from './finding';
import type { AnyRule } from './rule';

/** Called when a rule throws: its findings are missing, the rest is complete. */
export type OnError = (rule: string, error: unknown) => void;

/** What each rule of a list found, by its place in the list. */
export type FoundByRule = readonly (readonly AnyFinding[])[];

/** What was found before one instruction was written anew, and where the text behind it went. */
export interface Before {
  readonly found: FoundByRule;
  /** Counts like `found`. */
  readonly replacement: Replacement<unknown>;
}

/**
 * What each of some rules finds; those that do not look at what was written anew are not asked again. A rule that throws has
 * found what it yielded until then.
 */
export function findAll(
  rules: readonly ActiveRule[],
  check: (active: ActiveRule) => Iterable<AnyFinding>,
  before: Before | undefined,
  onError: OnError | undefined,
): FoundByRule {
  const isAsked = before && asker(before.replacement);
  return rules.map((active, i) => {
    if (before && !isAsked!(active.rule)) return moved(before.found[i]!, before);
    const found: AnyFinding[] = [];
    try {
      for (const finding of check(active)) found.push(finding);
    } catch (error) {
      onError?.(active.rule.id, error);
    }
    return found.length === 0 ? none : found;
  });
}

const none: readonly AnyFinding[] = [];

function moved(found: readonly AnyFinding[], { replacement: { from, by } }: Before): readonly AnyFinding[] {
  return by === 0 || found.length === 0 ? found : found.map((each) => moveFinding(each, from, by));
}

/** Tells the rules that look at an instruction as it was or as it is now. */
function asker({ before, after }: Replacement<unknown>): (rule: AnyRule) => boolean {
  const keywords = [before, after].flatMap(({ keyword, trigger }) =>
    trigger ? [keyword, trigger.instruction.keyword] : [keyword],
  );
  return ({ reads }) => !reads || reads.some((keyword) => keywords.includes(keyword));
}
