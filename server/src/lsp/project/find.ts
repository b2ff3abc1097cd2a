import {
  loadProjectReader,
  type ProjectBuild,
  type ProjectKind,
  placesOf,
  projectKindOf,
  Source,
  type Span,
} from '../../language';
import type { OutsideName } from '../../language/features';
import { cleanUri, folderOf, foldersUpwards, type Host, join } from '../host';

/** A build, and where it finds its files: as URIs, undefined where nobody knows. */
export interface LocatedBuild extends ProjectBuild {
  readonly dockerfileUri: string | undefined;
  readonly contextUri: string | undefined;
}

/** A file that describes builds. */
export interface ProjectFile {
  readonly uri: string;
  readonly kind: ProjectKind;
  readonly source: Source;
  readonly builds: readonly LocatedBuild[];
}

/** So many folders around a Dockerfile are looked into. */
const mostFolders = 8;

/**
 * The Compose, Bake, devcontainer and tasks files in a folder and in those around it, up to the workspace folder. Texts are those
 * on disk.
 */
export async function projectFilesAround(
  start: string,
  workspaceFolders: readonly string[],
  host: Pick<Host, 'readFile' | 'readFolder'>,
): Promise<readonly ProjectFile[]> {
  const found: ProjectFile[] = [];
  const tops = workspaceFolders.map((each) => each.replace(/\/$/, ''));
  const inside = tops.some((each) => start === each || start.startsWith(`${each}/`));
  let count = 0;
  for (const folder of foldersUpwards(`${start}/`)) {
    for (const place of ['', '/.devcontainer', '/.vscode']) {
      for (const { name, kind: type } of (await host.readFolder(`${folder}${place}`)) ?? []) {
        const kind = type === 'folder' ? undefined : projectKindOf(`${place}/${name}`);
        const uri = `${folder}${place}/${encodeURIComponent(name)}`;
        const text = kind && (await host.readFile(uri));
        if (kind && text !== undefined) found.push(await readProjectFile(uri, kind, text));
      }
    }
    // of what is outside of the workspace the first folder is all that is looked into
    if (++count === mostFolders || !inside || tops.includes(folder)) break;
  }
  return found;
}

/** What a file says. A tasks.json counts from the folder in which its `.vscode` stands. */
export async function readProjectFile(uri: string, kind: ProjectKind, text: string): Promise<ProjectFile> {
  const projectBuilds = await loadProjectReader();
  const folder = folderOf(uri) ?? uri;
  const builds = projectBuilds(kind, text).map((build): LocatedBuild => {
    const { base, dockerfile, context } = placesOf(build);
    const from = base === 'workspace' ? (folderOf(folder) ?? folder) : folder;
    const uriOf = (path: string | undefined) => (path === undefined ? undefined : cleanUri(join(from, path)));
    return { ...build, dockerfileUri: uriOf(dockerfile), contextUri: uriOf(context) };
  });
  return { uri, kind, source: new Source(text), builds };
}

/** Of some files those that build a Dockerfile, with the builds that do. */
export const buildersOf = (dockerfile: string, files: readonly ProjectFile[]): readonly ProjectFile[] =>
  files.flatMap((file) => {
    const builds = file.builds.filter((each) => each.dockerfileUri === dockerfile);
    return builds.length > 0 ? { ...file, builds } : [];
  });

/**
 * Whether what a file says may be followed there: into the workspace and its own folder. It must not lead the server through the
 * whole disk.
 */
export function isInside(uri: string, workspaceFolders: readonly string[], own: string | undefined): boolean {
  const tops = [...workspaceFolders, ...(own === undefined ? [] : [own])].map((each) => each.replace(/\/$/, ''));
  return tops.some((top) => uri === top || uri.startsWith(`${top}/`));
}

/** Where a file names a stage, in any case, or an argument, and each place once: builds may share what they inherit. */
export function placesIn({ source, builds }: ProjectFile, { kind, name }: OutsideName): readonly Span[] {
  const places = builds.flatMap(({ target, args }) => {
    if (kind === 'argument') return args.filter((each) => each.name === name).map(({ at }) => at);
    return target?.text?.toLowerCase() === name.toLowerCase() ? [target.at] : [];
  });
  // what is written with escapes or made of variables does not stand there as it reads
  const written = places.filter(({ start, end }) => source.text.slice(start, end).toLowerCase() === name.toLowerCase());
  return [...new Map(written.map((each) => [each.start, each])).values()];
}
