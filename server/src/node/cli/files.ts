import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Why a file or folder could not be read, or what else went wrong with it. */
export interface Trouble {
  /** As it is shown. */
  readonly path: string;
  readonly message: string;
}

/** VS Code's names of the language; an ignore file that goes with a Dockerfile is none. */
const dockerfile = /^(?:(?:Dockerfile|Containerfile)(?:\..+)?|.+\.[dD]ockerfile)$/;
export const isDockerfileName = (name: string): boolean => dockerfile.test(name) && !name.endsWith('.dockerignore');

/** How a path is shown: from the current directory, with `/`. */
export const shownPath = (path: string): string => relative(process.cwd(), path).split(sep).join('/') || '.';

/**
 * The files that some paths name: a file stands for itself, a folder for the Dockerfiles in it but those that git ignores.
 * In the order of the paths, within a folder by name; each once.
 */
export function findFiles(paths: readonly string[], onTrouble: (trouble: Trouble) => void): string[] {
  const found = new Set<string>();
  for (const path of paths) {
    const full = resolve(path);
    try {
      if (statSync(full).isDirectory()) search(full, layersAbove(full), found, onTrouble);
      else found.add(full);
    } catch (error) {
      onTrouble({ path: shownPath(full), message: reason(error) });
    }
  }
  return [...found];
}

/** What one ignore file says of the paths below its folder. */
interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

function search(
  folder: string,
  above: readonly Layer[],
  found: Set<string>,
  onTrouble: (trouble: Trouble) => void,
): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    onTrouble({ path: shownPath(folder), message: reason(error) });
    return;
  }
  const layers = entries.some(({ name }) => name === '.gitignore')
    ? [...above, ...layerOf(folder, '.gitignore')]
    : above;
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name === '.git' || entry.name === 'node_modules' || isIgnored(layers, path, true)) continue;
      search(path, layers, found, onTrouble);
    } else if (isDockerfileName(entry.name) && isFile(entry, path) && !isIgnored(layers, path, false)) found.add(path);
  }
}

/** A link to a file counts as one; links to folders are not followed, for they may lead in circles. */
function isFile(entry: Dirent, path: string): boolean {
  if (entry.isFile()) return true;
  if (!entry.isSymbolicLink()) return false;
  try {
    return !statSync(path).isDirectory();
  } catch {
    // a link that leads nowhere or in a circle is reported when it is read
    return true;
  }
}

/** The innermost ignore file that speaks of a path decides. */
function isIgnored(layers: readonly Layer[], path: string, folder: boolean): boolean {
  for (const layer of layers.toReversed()) {
    const below = relative(layer.folder, path).split(sep).join('/');
    const { ignored, unignored } = layer.rules.test(folder ? `${below}/` : below);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** The ignore files between the root of the work tree that holds a folder and the folder itself. */
function layersAbove(folder: string): readonly Layer[] {
  const chain: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (statSync(join(at, '.git'), { throwIfNoEntry: false })) {
      const outer = [at, ...chain.slice(0, -1)].filter((each) => each !== folder);
      const layers = [
        ...layerOf(at, join('.git', 'info', 'exclude')),
        ...outer.flatMap((each) => layerOf(each, '.gitignore')),
      ];
      // who names an ignored folder wants to see what is in it
      return folder !== at && isIgnored(layers, folder, true) ? [] : layers;
    }
    if (dirname(at) === at) return [];
    if (at !== folder) chain.unshift(at);
  }
}

function layerOf(folder: string, name: string): readonly Layer[] {
  try {
    const text = readFileSync(join(folder, name), 'utf8');
    return [{ folder, rules: ignore({ ignorecase: process.platform !== 'linux' }).add(text) }];
  } catch {
    // none, or none that may be read: git, too, goes on without it
    return [];
  }
}

/** What an error of the file system says, without the path, which is shown beside it. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EISDIR':
      return 'is a folder';
    default:
      return message ?? String(error);
  }
}

/** The name of a file without its folders. */
export const fileName = (path: string): string => basename(path);
