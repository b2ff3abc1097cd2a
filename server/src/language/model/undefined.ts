/** Uses of names that nothing defines, as BuildKit's linter finds them (dockerfile2llb/validations.go). */

import type { ReferenceError } from '../syntax/imageReference';
import { type Span, shift } from '../text/span';
import { factOfSome } from './block';
import type { Scope } from './definitions';
import type { Dockerfile } from './dockerfile';
import { fact } from './fact';
import { globalsOf } from './globals';
import { rootOf, type Stage, stagesOf } from './stages';
import { type Use, variableUses } from './uses';
import { type StageScopes, scopesOfStages } from './variables';

/** The names that an image defines, and whether it may define others; undefined for an image that is not known. */
export type KnownBase = (
  repository: string,
  tag: string | undefined,
) => { readonly has: (name: string) => boolean; readonly complete: boolean } | undefined;

/** Offsets count in the file. */
export interface UndefinedUse {
  /** The instruction's index in the file. */
  readonly index: number;
  readonly use: Use;
  readonly at: Span;
  readonly name: string;
  /** What is defined there: for `did you mean`. */
  readonly scope: Scope;
  /** False where the name may come from a base image that is not known. */
  readonly certain: boolean;
}

/** A use of a name that the instructions of a stage and what it begins with do not define. Indices count in the block. */
interface UnscopedUse {
  readonly index: number;
  readonly use: Use;
  readonly scope: Scope;
}

/** The uses that the builder warns of where they stand; a trigger's are resolved in another stage. */
const usesIn = factOfSome((instruction) => {
  const uses = variableUses(instruction).filter((use) => use.reported && !use.deferred);
  return uses.length > 0 ? uses : undefined;
});

const unscopedUses = fact(({ block, before, definers, transitions }: StageScopes): readonly UnscopedUse[] => {
  const found: UnscopedUse[] = [];
  for (const { index, value: uses } of usesIn(block)) {
    if (index === 0) continue;
    for (const use of uses) {
      // within an ARG of several names also the ones in front are seen
      const seen =
        use.pair > 0 &&
        block.instructions[index]!.keyword === 'ARG' &&
        transitions[definers.indexOf(index)]?.seen[use.pair];
      const scope = seen || before[index]!;
      if (!scope.get(use.name)) found.push({ index, use, scope });
    }
  }
  return found;
});

/** Uses in a stage of a name that neither the file nor the base image defines (BuildKit's UndefinedVar). */
export function undefinedUses(file: Dockerfile, knownBase: KnownBase): readonly UndefinedUse[] {
  const found: UndefinedUse[] = [];
  const scopes = scopesOfStages(file);
  for (const stage of stagesOf(file)) {
    const unscoped = unscopedUses(scopes[stage.index]!);
    if (unscoped.length === 0) continue;
    const base = baseNames(file, stage, knownBase);
    for (const { index: within, use, scope } of unscoped) {
      if (base.has(use.name)) continue;
      const index = stage.first + within;
      const { start } = file.instructions[index]!;
      found.push({ index, use, at: shift(use.at, start), name: use.name, scope, certain: base.certain });
    }
  }
  return found;
}

/** The names in a scope that the file or the builder defines: what somebody may have meant. */
export function* namesIn(scope: Scope): Iterable<string> {
  for (const { kind, name } of scope.values()) if (kind !== 'base') yield name;
}

function baseNames(file: Dockerfile, stage: Stage, knownBase: KnownBase) {
  const { base } = rootOf(file, stage);
  const known = base.repository === undefined ? undefined : knownBase(base.repository, base.image?.tag?.text);
  return {
    // another image may be built upon with another argument
    certain: base.scratch || (known?.complete === true && !base.variable),
    has: (name: string) => known?.has(name) ?? false,
  };
}

/** Offsets count in the file. */
export interface UndefinedArgument {
  readonly stage: Stage;
  readonly use: Use;
  readonly at: Span;
  readonly name: string;
  /** What is declared before the first FROM, and by the builder: for `did you mean`. */
  readonly scope: Scope;
}

/** Uses in FROM of a name that no ARG before the first FROM declares (BuildKit's UndefinedArgInFrom). */
export const undefinedArgsInFrom = fact((file: Dockerfile): readonly UndefinedArgument[] => {
  const { scope } = globalsOf(file);
  const found: UndefinedArgument[] = [];
  for (const stage of stagesOf(file)) {
    for (const use of variableUses(stage.from.instruction)) {
      if (scope.get(use.name)) continue;
      found.push({ stage, use, at: shift(use.at, stage.from.start), name: use.name, scope });
    }
  }
  return found;
});

/** A base that is empty or no image reference with the default values of the arguments in it. */
export interface InvalidBase {
  readonly stage: Stage;
  readonly error: ReferenceError;
  /** False where no argument is to blame: then the builder refuses the file, whatever arguments it is given. */
  readonly variable: boolean;
}

/**
 * Stages whose base is invalid as long as no build argument is given (BuildKit's InvalidDefaultArgInFrom). BuildKit also
 * says so of a name of an earlier stage that could not be an image's, such as one in upper case.
 */
export const invalidDefaultArgsInFrom = fact((file: Dockerfile): readonly InvalidBase[] => {
  const found: InvalidBase[] = [];
  for (const { made } of globalsOf(file).transitions.filter((each) => each !== undefined)) {
    // the builder stops there
    if (made.some((definition) => definition?.value.error)) return found;
  }
  for (const stage of stagesOf(file)) {
    const { base } = stage;
    // the builder looks no further
    if (base.expandError) break;
    if (base.error) found.push({ stage, error: base.error, variable: base.variable });
  }
  return found;
});
