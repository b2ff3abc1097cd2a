import type { Instruction } from '../syntax/instruction';
import type { Span } from '../text/span';
import type { Command } from './command';
import { liesIn } from './contextCopies';
import { copiedPaths } from './copiedPaths';
import type { Scope } from './definitions';
import { targetOf } from './downloads';
import type { Folder } from './folders';
import type { InForce } from './inForce';
import { installsOf, packageActionOf } from './installs';
import { isMounted } from './leftovers';

/** Something that an instruction leaves in its layer. */
export interface Content {
  /** What a removal must name: a path, or the key of a package. */
  readonly key: string;
  readonly kind: 'copied' | 'downloaded' | 'package' | 'cache';
  /** As it is called in a message. */
  readonly name: string;
  /** Where it is said, in the instruction. */
  readonly at: Span;
  /** Its manager, of a package and a cache. */
  readonly manager: string | undefined;
}

/** Text that somebody wrote: too small to be worth a word. */
const smallFile =
  /\.(?:sh|bash|py|rb|pl|js|mjs|cjs|ts|txt|json|ya?ml|toml|conf|cnf|cfg|config|ini|list|repo|md|asc|sig|gpg|pem|crt|cer|key|pub|patch|diff|sql|xml|env|lock|in|tmpl|template|properties|service|ps1|bat|cmd|lua|php|r|jl|mk|sum|mod|sha\d+|md5|c|h|cpp|go|rs|java|spec|exp|expect|rules|example|sample|dist)$/i;
/** A name with an ending, or a pattern: no folder. */
const named = /\.[\w-]+$|[*?[]/;

/** What COPY and ADD put where; files that are small by their name, and patterns for all, are left out. */
export function copiedContents(instruction: Instruction, force: InForce, scope: Scope | undefined): Content[] {
  return copiedPaths(instruction, force, scope).flatMap(({ base, paths, at }) => {
    if (smallFile.test(base) || base.includes('$')) return [];
    return paths
      .filter((key) => !smallFile.test(key))
      .map((key) => ({ key, kind: 'copied', name: key.slice(key.lastIndexOf('/') + 1), at, manager: undefined }));
  });
}

/** True of a name that may as well be a folder's: it is worth a word only where it is removed as one. */
export const mayBeFolder = (name: string): boolean => !named.test(name);

/** What a command of a RUN puts into its layer. */
export function madeBy(command: Command, instruction: Instruction, folder: Folder): Content[] {
  const contents: Content[] = [];
  const { name: program } = command;
  const target =
    program === 'curl' || program === 'wget' ? targetOf(command) : program === 'git' ? clonedBy(command) : undefined;
  if (target) {
    const path = /[$`]/.test(target.path) ? undefined : folder.path({ text: target.path, raw: target.path });
    const name = target.path.slice(target.path.lastIndexOf('/') + 1);
    if (path !== undefined && !smallFile.test(name) && !isMounted(instruction, path)) {
      contents.push({ key: path, kind: 'downloaded', name, at: target.at, manager: undefined });
    }
  }
  const action = packageActionOf(command);
  if (action?.spec.kind !== 'system' || action.action === 'remove') return contents;
  const { spec, manager } = action;
  const at = { start: command.nameAt.start, end: action.subcommand.at.end };
  for (const leftover of spec.leftovers) {
    if (isMounted(instruction, leftover) || action.command.has('--no-cache')) continue;
    contents.push({ key: leftover, kind: 'cache', name: leftover, at, manager: family(manager) });
  }
  for (const { word, name = word.raw, kind } of installsOf(command)?.packages ?? []) {
    if (kind === 'path' || kind === 'url') continue;
    contents.push({ key: packageKey(manager, name), kind: 'package', name, at: word.at, manager: family(manager) });
  }
  const group = action.command.value('-t', '--virtual');
  if (manager === 'apk' && group?.text) {
    contents.push({ key: packageKey(manager, group.text), kind: 'package', name: group.text, at, manager: 'apk' });
  }
  return contents;
}

const gitValues = ['-b', '--branch', '--depth', '-c', '--config', '-o', '--origin', '-j', '--jobs', '--filter', '-u'];

/** The folder that `git clone` makes. */
export function clonedBy(command: Command): { readonly path: string; readonly at: Span } | undefined {
  const [clone, url, folder] = command.name === 'git' ? command.positional(gitValues) : [];
  if (clone?.text !== 'clone' || !url) return undefined;
  if (folder) return folder.text === undefined ? undefined : { path: folder.text, at: folder.at };
  const base = url.text
    ?.replace(/\/+$|\.git\/*$/g, '')
    .split(/[/:]/)
    .at(-1);
  return base ? { path: base, at: url.at } : undefined;
}

const family = (manager: string): string =>
  /^(?:yum|dnf|microdnf)$/.test(manager) ? 'rpm' : manager === 'apt-get' ? 'apt' : manager;

/** The key of an installed package; with a space, as no path has. */
export const packageKey = (manager: string, name: string): string => `${family(manager)} ${name.toLowerCase()}`;

/** A word of a command that removes something, with the keys that it hits. */
export interface Removal {
  readonly at: Span;
  readonly hits: (content: Content) => boolean;
  /** It takes folders, too. */
  readonly recursive: boolean;
}

/** What a command of a RUN removes. */
export function removedBy(command: Command, folder: Folder): Removal[] {
  const { name } = command;
  if (name === 'rm' || name === 'unlink') {
    const recursive = command.has('-r', '-R', '--recursive');
    return command.positional().flatMap((word) => {
      const path = folder.path(word);
      if (path === undefined || path === '' || path === '/') return [];
      const around = path.endsWith('/*') ? path.slice(0, -2) : path;
      if (around === '') return [];
      const hits = ({ key }: Content) => key === path || ((recursive || around !== path) && liesIn(key, around));
      return [{ at: word.at, hits, recursive }];
    });
  }
  const action = packageActionOf(command);
  if (action?.action === 'remove' && action.spec.kind === 'system') {
    const words = action.command.positional(action.spec.valueFlags);
    const at = { start: command.nameAt.start, end: action.subcommand.at.end };
    const keys = new Set(
      words.slice(words.indexOf(action.subcommand) + 1).map(({ text, raw }) => packageKey(action.manager, text ?? raw)),
    );
    return keys.size === 0 ? [] : [{ at, hits: ({ key }) => keys.has(key), recursive: false }];
  }
  const cleans = /^(?:yum|dnf|microdnf)$/.test(name ?? '') && command.positional()[0]?.text === 'clean';
  const hits = ({ kind, manager }: Content) => kind === 'cache' && manager === 'rpm';
  return cleans ? [{ at: command.at, hits, recursive: false }] : [];
}
