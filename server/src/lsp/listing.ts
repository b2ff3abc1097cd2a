import { leavesOutAll, type Surroundings } from '../language';
import { encodePath, type Host, mostFolderEntries } from './host';

type Context = NonNullable<Surroundings['context']>;

/** So many files and folders are listed, in so many folders: then what is known is part of it. */
const mostEntries = 20_000;
const mostFolders = 2000;
/** So many folders are read at once. */
const together = 16;

/**
 * A build context with what its folder holds, all the way down, and the sizes of files; folders that the ignore file leaves out
 * as a whole are not entered, unless `enters` decides otherwise. Bounded, so that a folder of any size is answered for; cut
 * short, too, where `isCancelled` says so.
 */
export async function listed(
  root: string,
  around: Surroundings,
  readFolder: Host['readFolder'],
  isCancelled: () => boolean,
  enters?: (folder: string) => boolean,
): Promise<Surroundings> {
  const { ignore, ignorePath } = around.context ?? {};
  const known: Context = { paths: [], complete: false, ignore, ignorePath };
  const isOpen = enters ?? ((folder: string) => !leavesOutAll(known, folder));
  const paths: string[] = [];
  const sizes: (number | undefined)[] = [];
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
    const held = await Promise.all(batch.map(async (folder) => readFolder(`${root}/${encodePath(folder)}`, true)));
    for (const [i, entries] of held.entries()) {
      // a folder that cannot be read may hold anything
      if (!entries || entries.length >= mostFolderEntries) complete = false;
      for (const { name, kind, size } of entries ?? []) {
        const path = `${batch[i]}${name}`;
        sizes.push(size);
        paths.push(kind === 'folder' ? `${path}/` : path);
        if (kind === 'folder' && isOpen(path)) open.push(`${path}/`);
      }
    }
  }
  return { ...around, context: { ...known, paths, sizes, complete } };
}
