import { interpreterAt } from '../../model/commands';
import type { Dockerfile } from '../../model/dockerfile';
import { forceAt } from '../../model/inForce';
import type { ScriptText } from '../../model/scripts';
import { type Dialect, isPosix } from '../../shell/dialect';

/** The dialect of the shell forms of a file's instruction `index`. */
export function dialectAt(file: Dockerfile, index: number): Dialect {
  const inForce = forceAt(file, index);
  return inForce ? interpreterAt(inForce).dialect : 'sh';
}

/** True where a script of the file's instruction `index` is one of Bourne's family, which has a tree. */
export const interpretedAt = (file: Dockerfile, index: number, script: ScriptText): boolean =>
  isPosix(script.interpreter?.dialect ?? dialectAt(file, index));
