import {
  loadProjectReader,
  type OutsideName,
  type ProjectBuild,
  type ProjectKind,
  placesOf,
  projectKindOf,
  Source,
  type Span,
} from '../../language';
import { cleanUri, foldersUpwards, type Host, join } from '../host';

/** A file that describes builds of a Dockerfile. */
export interface ProjectFile {
  readonly uri: string;
  readonly kind: ProjectKind;
  readonly source: Source;
  /** Those that read the Dockerfile. */
  readonly builds: readonly ProjectBuild[];
  /** The folders that these send to the builder, as URIs, as far as they are known. */
  readonly contexts: readonly string[];
}

/** So many folders around a Dockerfile are looked into. */
const mostFolders = 8;

/**
 * The Compose, Bake, devcontainer and tasks files in a Dockerfile's folder and in those around it, up to the workspace folder, that
 * describe builds of it. Texts are those on disk.
 */
export async function projectFiles(
  dockerfile: string,
  workspaceFolders: readonly string[],
  host: Pick<Host, 'readFile' | 'readFolder'>,
): Promise<readonly ProjectFile[]> {
  const found: ProjectFile[] = [];
  const tops = workspaceFolders.map((each) => each.replace(/\/$/, ''));
  const inside = tops.some((each) => dockerfile.startsWith(`${each}/`));
  let count = 0;
  for (const folder of foldersUpwards(dockerfile)) {
    for (const place of ['', '/.devcontainer', '/.vscode']) {
      for (const { name, kind: type } of (await host.readFolder(`${folder}${place}`)) ?? []) {
        const kind = type === 'folder' ? undefined : projectKindOf(`${place}/${name}`);
        const uri = `${folder}${place}/${encodeURIComponent(name)}`;
        const file = kind && (await read(uri, kind, { folder, place }, dockerfile, host.readFile));
        if (file) found.push(file);
      }
    }
    // of what is outside of the workspace the Dockerfile's own folder is all that is looked into
    if (++count === mostFolders || !inside || tops.includes(folder)) break;
  }
  return found;
}

/** A folder around a Dockerfile, and where in it a file stands: the former is the workspace folder of its tasks. */
interface Where {
  readonly folder: string;
  readonly place: string;
}

async function read(
  uri: string,
  kind: ProjectKind,
  { folder, place }: Where,
  dockerfile: string,
  readFile: Host['readFile'],
): Promise<ProjectFile | undefined> {
  const text = await readFile(uri);
  if (text === undefined) return undefined;
  const projectBuilds = await loadProjectReader();
  const builds: ProjectBuild[] = [];
  const contexts: string[] = [];
  for (const build of projectBuilds(kind, text)) {
    const { base, dockerfile: path, context } = placesOf(build);
    const from = base === 'workspace' ? folder : `${folder}${place}`;
    if (path === undefined || cleanUri(join(from, path)) !== dockerfile) continue;
    builds.push(build);
    if (context !== undefined) contexts.push(cleanUri(join(from, context)));
  }
  return builds.length > 0 ? { uri, kind, source: new Source(text), builds, contexts } : undefined;
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
