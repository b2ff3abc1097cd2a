import { builtIn, define, emptyScope, type Scope } from './definitions';
import type { Dockerfile } from './dockerfile';
import { fact } from './fact';

/** What the builder sets for FROM (BuildKit's defaultArgs), for a build of and on linux/amd64. */
const platformArgs: readonly (readonly [string, string])[] = [
  ['BUILDPLATFORM', 'linux/amd64'],
  ['BUILDOS', 'linux'],
  ['BUILDOSVERSION', ''],
  ['BUILDARCH', 'amd64'],
  ['BUILDVARIANT', ''],
  ['TARGETPLATFORM', 'linux/amd64'],
  ['TARGETOS', 'linux'],
  ['TARGETOSVERSION', ''],
  ['TARGETARCH', 'amd64'],
  ['TARGETVARIANT', ''],
  ['TARGETSTAGE', 'default'],
];

export interface Globals {
  /** What FROM sees, and what `ARG name` brings into a stage. */
  readonly scope: Scope;
  /** What each instruction before the first FROM sees. */
  readonly before: readonly Scope[];
  /** The first FROM's index; the number of instructions where there is none. */
  readonly firstFrom: number;
}

/** The arguments before the first FROM, with those that the builder sets. */
export const globalsOf = fact((file: Dockerfile): Globals => {
  let scope = emptyScope();
  for (const [name, value] of platformArgs) scope = scope.set(name, builtIn('platform', name, value));
  const before: Scope[] = [];
  for (const { instruction, index } of file.instructions) {
    if (instruction.keyword === 'FROM') break;
    before.push(scope);
    if (instruction.keyword === 'ARG') scope = define(scope, 'global-arg', instruction, index, 0, undefined);
  }
  return { scope, before, firstFrom: before.length };
});
