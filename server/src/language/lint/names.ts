import type { AnyFinding } from './finding';
import type { AnyRule } from './rule';

/** Whether an id is one of BuildKit's checks. */
export const isBuildKitCheck = (alias: string): boolean => /^[A-Z][A-Za-z]+$/.test(alias);

/**
 * The aliases that stand for a finding beside its rule's id. A rule may have several ids of one tool, such as DL3008 for apt
 * and DL3018 for apk: a finding that says which is its own answers to that one only.
 */
export function namesOf(finding: AnyFinding, rule: AnyRule): readonly string[] {
  const all = rule.aliases ?? [];
  const own: readonly string[] = finding.as ?? [];
  const said = (check: boolean): boolean => own.some((alias) => isBuildKitCheck(alias) === check);
  const [checks, others] = [said(true), said(false)];
  return all.filter((alias) => own.includes(alias) || !(isBuildKitCheck(alias) ? checks : others));
}

/** Other ids of the same tool, as far as ids tell, that a rule has beside one: hadolint's and ShellCheck's end in a number. */
export function aliasesBeside(rule: AnyRule, alias: string): readonly string[] {
  const family = familyOf(alias);
  return (rule.aliases ?? []).filter((other) => other !== alias && familyOf(other) === family);
}

const familyOf = (alias: string): string => (isBuildKitCheck(alias) ? 'check' : alias.replace(/\d.*$/, ''));
