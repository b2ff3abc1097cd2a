import type { Surroundings } from '../language';
import { chain, folderOf, type Host, type MaybePromise, nameOf } from './host';
import type { FolderEntry } from './protocol';

type Context = NonNullable<Surroundings['context']>;

/** The same context with what one of its folders holds. */
export function withFolder(around: Surroundings, folder: string, entries: readonly FolderEntry[]): Surroundings {
  const { ignore, ignorePath } = around.context ?? {};
  const paths = entries.flatMap(({ name, kind }) =>
    name === '.git' ? [] : [`${folder}${name}${kind === 'folder' ? '/' : ''}`],
  );
  return { ...around, context: { paths, complete: false, ignore, ignorePath } };
}

/** The file that says what of the build context is left out; one of a Dockerfile's own goes before it. */
export const IGNORE_FILE = '.dockerignore';

/**
 * What is known of the build context of a Dockerfile: the ignore file that counts for it, taking its own folder for the
 * context, as most builds do. Nothing is listed. Undefined where there is no ignore file.
 */
export function contextOf(uri: string, read: Host['readFile']): MaybePromise<Context | undefined> {
  const folder = folderOf(uri);
  if (folder === undefined) return undefined;
  const own = `${uri.slice(uri.lastIndexOf('/') + 1)}${IGNORE_FILE}`;
  const made = (ignore: string, ignorePath: string): Context => ({ paths: [], complete: false, ignore, ignorePath });
  return chain(read(`${folder}/${own}`), (text) =>
    text === undefined
      ? chain(read(`${folder}/${IGNORE_FILE}`), (shared) =>
          shared === undefined ? undefined : made(shared, IGNORE_FILE),
        )
      : made(text, nameOf(own)),
  );
}
