import type { Locale, ShellcheckComment, ShellcheckRequest } from '../language';
import type { FolderEntry } from './protocol';
import type { Fetch } from './registry/http';

/** A value, or the promise of one: what is at hand is used in the same turn. */
export type MaybePromise<T> = T | Promise<T>;

/** Goes on with a value as soon as it is there: at once if it is. */
export const chain = <A, B>(value: MaybePromise<A>, next: (value: A) => MaybePromise<B>): MaybePromise<B> =>
  value instanceof Promise ? value.then(next) : next(value);

/** So many entries of one folder are read: one that has so many may hold more. */
export const mostFolderEntries = 2000;

/** What the outside lends to the server. But for `fetch` nothing here throws or rejects. */
export interface Host {
  /** True if this host itself can read files of that URI; else the client is asked. */
  reads(uri: string): boolean;
  /** The text of a file as UTF-8; undefined where there is none, or none that may be read. */
  readFile(uri: string): MaybePromise<string | undefined>;
  /**
   * What a folder holds, not recursive, `mostFolderEntries` at most; undefined where there is none, or none that may be read.
   * @param sizes whether files are to have their size, where that costs little
   */
  readFolder(uri: string, sizes?: boolean): MaybePromise<readonly FolderEntry[] | undefined>;
  /** The bundled page of a rule; undefined where this host has none. */
  readPage(rule: string, locale: Locale): MaybePromise<string | undefined>;
  /** What ShellCheck says of a script; undefined where it says nothing. A host without processes has none. */
  shellcheck?(
    request: ShellcheckRequest,
    path: string,
    signal?: AbortSignal,
  ): Promise<readonly ShellcheckComment[] | undefined>;
  /** The web's own, for registries. */
  readonly fetch?: Fetch;
  /** Today's date, as the surroundings want it. */
  today(): string;
  /** The platform that builders on this machine build for: `linux/arm64`. A host that is no such machine has none. */
  readonly platform?: string;
  /** URIs of the files in which hadolint looks for a user's own configuration, most important first. */
  readonly userConfigurations: readonly string[];
}

/** The folder of a file and all folders around it, innermost first; none for a URI without a path such as `untitled:1`. */
export function* foldersUpwards(uri: string): Generator<string> {
  const root = pathStart(uri);
  if (root < 0) return;
  for (let end = uri.lastIndexOf('/'); end >= root; end = uri.lastIndexOf('/', end - 1)) yield uri.slice(0, end);
}

/** Where the path of a URI begins, behind its authority if it has one (`memfs:/a` has none); -1 for one without. */
function pathStart(uri: string): number {
  const scheme = uri.indexOf(':') + 1;
  if (scheme > 0 && uri.startsWith('//', scheme)) return uri.indexOf('/', scheme + 2);
  return scheme > 0 && uri[scheme] === '/' ? scheme : -1;
}

/** The folder of a file; undefined for a URI without a path. */
export const folderOf = (uri: string): string | undefined => foldersUpwards(uri).next().value ?? undefined;

/** The last part of a URI's path, decoded. */
export function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A path as a part of a URI. */
export const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** A path taken from a folder, both as URIs; one that begins with a slash or a drive is taken from the root. Not cleaned. */
export function join(folder: string, path: string): string {
  const encoded = encodePath(path.replaceAll('\\', '/'));
  const start = pathStart(folder);
  const isAbsolute = /^(?:\/|[A-Za-z]%3A)/.test(encoded);
  return isAbsolute ? `${folder.slice(0, start)}/${encoded.replace(/^\/+/, '')}` : `${folder}/${encoded}`;
}

/** A URI without `.`, `..` and empty parts in its path. */
export function cleanUri(uri: string): string {
  const start = pathStart(uri);
  const parts: string[] = [];
  for (const part of uri.slice(start + 1).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return [uri.slice(0, start), ...parts].join('/');
}
