import { special } from '../syntax/expand';
import type { Instruction, Word } from '../syntax/instruction';
import { type Copied, copiedBy, isRemote, unquoted } from './copied';
import { resolveIn, type Scope } from './definitions';
import { matchesPathOrParent, parseGlob } from './glob';
import type { InForce } from './inForce';
import { joinWorkdir } from './paths';

/** A COPY or ADD of what the build context holds. */
export interface ContextCopy {
  readonly copied: Copied;
  /** Its sources as paths of the context, without `./` in front and a slash behind; empty for all of it. */
  readonly paths: readonly string[];
  /** Where to, as `joinWorkdir` gives it. */
  readonly folder: string;
}

/** What an instruction copies from the context; undefined where it does not, or where its destination is not known. */
export function contextCopyOf(
  instruction: Instruction,
  { workdir, windows }: InForce,
  scope: Scope | undefined,
): ContextCopy | undefined {
  const copied = copiedBy(instruction);
  if (!copied || copied.sources.length === 0) return undefined;
  if (instruction.flags.some(({ name }) => name === 'from' || name === 'exclude' || name === 'parents'))
    return undefined;
  if (copied.sources.some(({ text }) => isRemote(unquoted(text)))) return undefined;
  const destination = unquoted(copied.destination.text);
  const resolved = scope && special.test(destination) ? resolveIn(scope, destination, instruction.escape) : undefined;
  if (resolved && resolved.unresolved.length > 0) return undefined;
  const folder = joinWorkdir(workdir, resolved?.text ?? destination, windows);
  return folder === undefined ? undefined : { copied, paths: copied.sources.map(pathOf), folder };
}

const pathOf = ({ text }: Word): string =>
  unquoted(text)
    .replace(/^(?:\.?\/)+/, '')
    .replace(/\/+$/, '')
    .replace(/^\.$/, '');

/** True of a source that stands for all there is: `.`, `*`. */
export const isWhole = (path: string): boolean => path === '' || path === '*';

/** True where a source names a file, be it by a pattern. `*.csproj`: any of that kind. */
export function namesFile(path: string, file: string): boolean {
  const base = path.slice(path.lastIndexOf('/') + 1);
  if (base === file || (file[0] === '*' && base.endsWith(file.slice(1)))) return true;
  if (!/[*?[]/.test(base)) return false;
  const glob = parseGlob(base, false);
  return glob !== undefined && matchesPathOrParent(glob, file);
}

/** True where `path` is `folder` or in it; both as `joinWorkdir` gives them. */
export function liesIn(path: string, folder: string): boolean {
  if (folder === '') return !path.startsWith('/');
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
