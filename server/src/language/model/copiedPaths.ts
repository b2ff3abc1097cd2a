import { special } from '../syntax/expand';
import type { Instruction } from '../syntax/instruction';
import type { Span } from '../text/span';
import { copiedBy, isRemote, unquoted } from './copied';
import { resolveIn, type Scope } from './definitions';
import { fact } from './fact';
import type { InForce } from './inForce';
import { joinWorkdir } from './paths';

/** A source of COPY or ADD, and where it gets. */
export interface CopiedPath {
  /** Last part of the source's path. */
  readonly base: string;
  /** Where it may be: two places where only the image tells whether the destination is a folder. */
  readonly paths: readonly string[];
  /** The source's word in the instruction. */
  readonly at: Span;
}

/**
 * Where COPY and ADD put each source that has a name of its own: neither `.` nor an archive that ADD unpacks. None on Windows,
 * and where the destination is not known.
 */
export function copiedPaths(instruction: Instruction, force: InForce, scope: Scope | undefined): readonly CopiedPath[] {
  const last = lastPaths(instruction);
  if (last.force !== force || last.scope !== scope) {
    last.paths = readPaths(instruction, force, scope);
    last.force = force;
    last.scope = scope;
  }
  return last.paths;
}

/** What was asked last of an instruction. */
interface Last {
  force: InForce | undefined;
  scope: Scope | undefined;
  paths: readonly CopiedPath[];
}

const lastPaths = fact((_instruction: Instruction): Last => ({ force: undefined, scope: undefined, paths: [] }));

function readPaths(instruction: Instruction, force: InForce, scope: Scope | undefined): readonly CopiedPath[] {
  const copied = copiedBy(instruction);
  if (!copied || force.windows) return [];
  const written = unquoted(copied.destination.text);
  const resolved = scope && special.test(written) ? resolveIn(scope, written, instruction.escape) : undefined;
  const folder = joinWorkdir(force.workdir, resolved?.text ?? written, false);
  if (folder === undefined || (resolved && resolved.unresolved.length > 0)) return [];
  const isFolder = written.endsWith('/') || /(?:^|\/)\.{1,2}$/.test(written) || copied.count > 1;
  const found: CopiedPath[] = [];
  for (const { text, at } of copied.sources) {
    const source = unquoted(text).replace(/\/+$/, '');
    const base = source.slice(source.lastIndexOf('/') + 1).replace(/[?#].*$/, '');
    if (base === '' || base === '.' || base === '..') continue;
    if (instruction.keyword === 'ADD' && !isRemote(source) && /\.(?:tar|tgz)/.test(base)) continue;
    const inside = folder === '' ? base : `${folder === '/' ? '' : folder}/${base}`;
    found.push({ base, paths: isFolder ? [inside] : [inside, folder], at });
  }
  return found;
}
