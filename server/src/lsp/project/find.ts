import { type OutsideName, Source } from '../../language';
import { foldersUpwards, type Host } from '../host';
import { dockerfileOf, type Place, type ProjectBuild } from './build';

type Reader = (text: string) => readonly ProjectBuild[];

const compose = async (): Promise<Reader> => (await import('./compose')).composeBuilds;
const bakeHcl = async (): Promise<Reader> => (await import('./hcl')).bakeHclBuilds;
const bakeJson = async (): Promise<Reader> => (await import('./json')).bakeJsonBuilds;
const devcontainer = async (): Promise<Reader> => (await import('./json')).devcontainerBuilds;

/** By file name, how a file is read; what most folders do not hold is not even loaded. */
const readers: readonly (readonly [name: RegExp, load: () => Promise<Reader>])[] = [
  [/^(?:docker-)?compose(?:[.-].*)?\.ya?ml$/, compose],
  [/^docker-bake(?:\..*)?\.hcl$/, bakeHcl],
  [/^docker-bake(?:\..*)?\.json$/, bakeJson],
  [/^\.?devcontainer\.json$/, devcontainer],
];

/** A file that describes builds of a Dockerfile. */
export interface ProjectFile {
  readonly uri: string;
  readonly source: Source;
  /** Those that read the Dockerfile. */
  readonly builds: readonly ProjectBuild[];
}

/** So many folders around a Dockerfile are looked into. */
const mostFolders = 8;

/**
 * The Compose, Bake and devcontainer files in a Dockerfile's folder and in those around it, up to the workspace folder, that
 * describe builds of it. Texts are those on disk.
 */
export async function projectFiles(
  dockerfile: string,
  workspaceFolders: readonly string[],
  host: Pick<Host, 'readFile' | 'readFolder'>,
): Promise<readonly ProjectFile[]> {
  const found: ProjectFile[] = [];
  let count = 0;
  for (const folder of foldersUpwards(dockerfile)) {
    for (const place of [folder, `${folder}/.devcontainer`]) {
      for (const { name, kind } of (await host.readFolder(place)) ?? []) {
        const load = kind === 'folder' ? undefined : readers.find(([pattern]) => pattern.test(name))?.[1];
        const file = load && (await read(`${place}/${encodeURIComponent(name)}`, place, dockerfile, load, host));
        if (file) found.push(file);
      }
    }
    // without a workspace the Dockerfile's own folder is all there is
    if (++count === mostFolders || workspaceFolders.length === 0) break;
    if (workspaceFolders.some((each) => each.replace(/\/$/, '') === folder)) break;
  }
  return found;
}

async function read(
  uri: string,
  folder: string,
  dockerfile: string,
  load: () => Promise<Reader>,
  { readFile }: Pick<Host, 'readFile'>,
): Promise<ProjectFile | undefined> {
  const text = await readFile(uri);
  if (text === undefined) return undefined;
  const builds = (await load())(text).filter((build) => dockerfileOf(build, folder) === dockerfile);
  return builds.length > 0 ? { uri, source: new Source(text), builds } : undefined;
}

/** Where a file names a stage, in any case, or an argument. */
export function placesIn({ builds }: ProjectFile, { kind, name }: OutsideName): readonly Place[] {
  return builds.flatMap(({ target, args }) => {
    if (kind === 'argument') return args.filter(({ text }) => text === name);
    return target?.text.toLowerCase() === name.toLowerCase() ? [target] : [];
  });
}
