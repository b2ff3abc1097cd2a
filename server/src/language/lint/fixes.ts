import { Dockerfile } from '../model/dockerfile';
import type { Surroundings } from '../model/surroundings';
import { applyEdits, collide, type Edit } from '../text/edit';
import type { Diagnostic, DiagnosticFix } from './diagnostic';
import type { Linter } from './lint';
import type { Safety } from './rule';

/** So many times a file is linted again after its fixes; what still changes then would change for ever. */
export const maximumRounds = 10;

export interface FixOptions {
  /** `unsafe` takes fixes of both kinds. */
  readonly safety: Safety;
  /** Only the findings that this takes. */
  readonly only?: (diagnostic: Diagnostic) => boolean;
}

export interface Fixed {
  readonly text: string;
  readonly rounds: number;
  /** How many fixes were made. */
  readonly count: number;
}

/** The fix that "fix all" takes for a finding: the first of the wanted safety. */
export const chosenFix = (diagnostic: Diagnostic, safety: Safety): DiagnosticFix | undefined =>
  diagnostic.fixes.find((fix) => fix.safety === 'safe' || safety === 'unsafe');

/** The edits of as many fixes as do not collide, first come first served. */
export function editsOf(
  diagnostics: readonly Diagnostic[],
  options: FixOptions,
): { readonly edits: Edit[]; readonly count: number } {
  const edits: Edit[] = [];
  let count = 0;
  for (const diagnostic of diagnostics) {
    if (options.only && !options.only(diagnostic)) continue;
    const fix = chosenFix(diagnostic, options.safety);
    if (!fix || fix.edits.length === 0) continue;
    const fresh = fix.edits.filter((edit) => !edits.some((other) => same(edit, other)));
    // one fix is all or nothing: half of it may be worse than none
    if (fresh.some((edit) => edits.some((other) => collide(edit, other)))) continue;
    edits.push(...fresh);
    count++;
  }
  return { edits, count };
}

const same = (a: Edit, b: Edit): boolean => a.at.start === b.at.start && a.at.end === b.at.end && a.text === b.text;

/** Fixes a text until nothing is left to fix. */
export function fixAll(text: string, linter: Linter, around: Surroundings, options: FixOptions): Fixed {
  let file = Dockerfile.parse(text);
  let count = 0;
  for (let rounds = 0; ; rounds++) {
    const round = rounds < maximumRounds ? editsOf(linter.lint(file, around), options) : { edits: [], count: 0 };
    if (round.edits.length === 0) return { text: file.text, rounds, count };
    count += round.count;
    file = Dockerfile.parse(applyEdits(file.text, round.edits));
  }
}
