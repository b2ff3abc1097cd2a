import {
  ignoredBy,
  looksMade,
  type MissingSource,
  type MissingSources,
  mayBeMadeFrom,
  mayGitIgnore,
  nearName,
  type Surroundings,
} from '../language';
import { encodePath, folderOf, type Host, mostFolderEntries, nameOf } from './host';
import type { FolderEntry } from './protocol';

/** `.gitignore` is read in so many folders around a context. */
const mostAround = 20;

export type Files = Pick<Host, 'readFile' | 'readFolder'>;

/** Where the context of a Dockerfile is. */
export interface ContextFolders {
  /** As URIs; of several any may be it. */
  readonly folders: readonly string[];
  /** Whether somebody said so: a setting, the command line, a file of the project. */
  readonly isSure: boolean;
}

/**
 * Looks for paths of a build context, and tells which are missing. Where that is not sure it tells of none: what a build seems to
 * make, what git ignores, what cannot be read. Nor of what the ignore file leaves out: another rule does.
 * @param paths as `copySources` gives them
 */
export async function missingSources(
  paths: readonly string[],
  { folders, isSure }: ContextFolders,
  context: Surroundings['context'],
  files: Files,
): Promise<MissingSources> {
  const missing = new Map<string, MissingSource>();
  const places = folders.map((each) => new Place(each, files));
  for (const path of new Set(paths)) {
    const isIgnored = (each: string) => context !== undefined && ignoredBy(context, each) !== undefined;
    if (places.length === 0 || looksMade(path) || isIgnored(path)) continue;
    const lookups = await Promise.all(places.map((each) => each.find(path)));
    if (lookups.some(({ is }) => is !== 'missing')) continue;
    const near = lookups.map((each) => each.near).find((each) => each !== undefined && !isIgnored(each));
    // where the context may be elsewhere a name like it is what tells a slip of the keys
    if (near === undefined && (!isSure || lookups.some(({ beside }) => mayBeMadeFrom(path, beside)))) continue;
    if ((await Promise.all(places.map((each) => each.mayGitIgnore(path)))).includes(true)) continue;
    missing.set(path, { near, isSure });
  }
  return missing;
}

interface Lookup {
  readonly is: 'there' | 'missing' | 'unknown';
  /** Of a missing one: the path that is there and has nearly that name. */
  readonly near?: string | undefined;
  /** Of a missing one: the names that are in its folder; none where that is missing, too. */
  readonly beside: readonly string[];
}

const unknown: Lookup = { is: 'unknown', beside: [] };

/** A folder that may be the build context, looked into as far as paths lead. */
class Place {
  private readonly read = new Map<string, Promise<readonly FolderEntry[] | undefined>>();
  private above: Promise<readonly Above[]> | undefined;

  constructor(
    private readonly root: string,
    private readonly files: Files,
  ) {}

  async find(path: string): Promise<Lookup> {
    const parts = path.split('/');
    let folder = '';
    for (const [i, part] of parts.entries()) {
      const entries = await this.entriesOf(folder);
      if (!entries || entries.length >= mostFolderEntries) return unknown;
      // a submodule that is not checked out, or what a build fills
      if (entries.length === 0 && folder !== '') return unknown;
      const entry = entries.find(({ name }) => name.normalize() === part.normalize());
      const isLast = i === parts.length - 1;
      if (!entry) {
        const near = await this.near(parts, i, entries);
        return { is: 'missing', near, beside: isLast ? entries.map(({ name }) => name) : [] };
      }
      if (isLast) return { is: 'there', beside: [] };
      // a link may lead anywhere
      if (entry.kind !== 'folder') return unknown;
      folder += `${entry.name}/`;
    }
    return unknown;
  }

  /** The path that is probably meant where the part `i` of one is not among the entries of its folder. */
  private async near(
    parts: readonly string[],
    i: number,
    entries: readonly FolderEntry[],
  ): Promise<string | undefined> {
    const isLast = i === parts.length - 1;
    const names = entries.flatMap(({ name, kind }) => (isLast || kind === 'folder' ? [name] : []));
    const found = nearName(parts[i]!, names);
    if (found === undefined) return undefined;
    const path = parts.with(i, found).join('/');
    if (isLast) return path;
    const rest = await this.find(path);
    return rest.is === 'there' ? path : rest.near;
  }

  /** Whether a `.gitignore` in the context or around it may name a path. */
  async mayGitIgnore(path: string): Promise<boolean> {
    this.above ??= this.readAbove();
    for (const { way, text } of await this.above) if (mayGitIgnore(text, way + path)) return true;
    const parts = path.split('/');
    for (const i of parts.keys()) {
      const folder = parts.slice(0, i).map((each) => `${each}/`);
      const text = await this.files.readFile(`${this.root}/${encodePath(folder.join(''))}.gitignore`);
      if (text !== undefined && mayGitIgnore(text, parts.slice(i).join('/'))) return true;
    }
    return false;
  }

  /** What git is told to ignore in the folders around, and for the whole work tree. */
  private async readAbove(): Promise<readonly Above[]> {
    const found: Above[] = [];
    let way = '';
    let at: string | undefined = this.root;
    for (let i = 0; i < mostAround && at !== undefined; i++) {
      for (const name of i === 0 ? ['.git/info/exclude'] : ['.gitignore', '.git/info/exclude']) {
        const text = await this.files.readFile(`${at}/${name}`);
        if (text !== undefined) found.push({ way, text });
      }
      way = `${nameOf(at)}/${way}`;
      at = folderOf(at);
    }
    return found;
  }

  private entriesOf(folder: string): Promise<readonly FolderEntry[] | undefined> {
    const known = this.read.get(folder);
    if (known) return known;
    const entries = Promise.resolve(this.files.readFolder(`${this.root}/${encodePath(folder)}`));
    this.read.set(folder, entries);
    return entries;
  }
}

/** What a folder around the context says. */
interface Above {
  /** From that folder to the context, with a slash at its end; empty for the context itself. */
  readonly way: string;
  readonly text: string;
}
