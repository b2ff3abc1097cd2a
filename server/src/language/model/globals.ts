import type { Instruction } from '../syntax/instruction';
import type { Scope } from './definitions';
import type { Dockerfile } from './dockerfile';
import { fact } from './fact';
import { builtIn, scopeOf, type Transition, transition } from './scopes';

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

const builderScope = scopeOf(platformArgs.map(([name, value]) => builtIn('platform', name, value)));

export interface Globals {
  /** What FROM sees, and what `ARG name` brings into a stage. */
  readonly scope: Scope;
  /** What each instruction before the first FROM sees. */
  readonly before: readonly Scope[];
  /** The first FROM's index; the number of instructions where there is none. */
  readonly firstFrom: number;
  /** By ordinal: what each instruction before the first FROM that may define something does. */
  readonly transitions: readonly (Transition | undefined)[];
}

/** The arguments before the first FROM, with those that the builder sets. */
export const globalsOf = fact((file: Dockerfile): Globals => {
  let scope = builderScope;
  const before: Scope[] = [];
  const transitions: (Transition | undefined)[] = [];
  for (const { instruction } of file.instructions) {
    if (instruction.keyword === 'FROM') break;
    before.push(scope);
    if (!mayDefine(instruction)) continue;
    const site = { instruction, ordinal: transitions.length, offset: 0, globals: undefined };
    const made = instruction.keyword === 'ARG' ? transition(scope, site) : undefined;
    transitions.push(made);
    if (made) scope = made.after;
  }
  return { scope, before, firstFrom: before.length, transitions };
});

/** Whether an instruction counts for the ordinals of definitions. */
export const mayDefine = ({ keyword }: Instruction): boolean =>
  keyword === 'ENV' || keyword === 'ARG' || keyword === 'ONBUILD';
