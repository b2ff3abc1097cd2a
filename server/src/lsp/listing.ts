import { leavesOutAll, type Surroundings } from '../language';
import { encodePath, type Host } from './host';

type Context = NonNullable<Surroundings['context']>;

/** So many files and folders are listed, in so many folders: then what is known is part of it. */
const mostEntries = 20_000;
const mostFolders = 2000;
/** So many folders are read at once. */
const together = 16;

/**
 * A build context with what its folder holds, all the way down; folders that the ignore file leaves out as a whole are not
 * entered. Bounded, so that a folder of any size is answered for; cut short, too, where `isCancelled` says so.
 */
export async function listed(
  root: string,
  around: Surroundings,
  readFolder: Host['readFolder'],
  isCancelled: () => boolean,
): Promise<Surroundings> {
  const { ignore, ignorePath } = around.context ?? {};
  const known: Context = { paths: [], complete: false, ignore, ignorePath };
  const paths: string[] = [];
  const open = [''];
  let folders = 0;
  let complete = true;
  while (open.length > 0) {
    if (paths.length > mostEntries || folders > mostFolders || isCancelled()) {
      complete = false;
      break;
    }
    const batch = open.splice(0, together);
    folders += batch.length;
    const held = await Promise.all(batch.map(async (folder) => readFolder(`${root}/${encodePath(folder)}`)));
    for (const [i, entries] of held.entries()) {
      // a folder that cannot be read may hold anything
      if (!entries) complete = false;
      for (const { name, kind } of entries ?? []) {
        const path = `${batch[i]}${name}`;
        paths.push(kind === 'folder' ? `${path}/` : path);
        if (kind === 'folder' && !leavesOutAll(known, path)) open.push(`${path}/`);
      }
    }
  }
  return { ...around, context: { ...known, paths, complete } };
}
