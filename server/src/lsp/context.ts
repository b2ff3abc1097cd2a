import type { Surroundings } from '../language';
import { chain, cleanUri, folderOf, type Host, join, type MaybePromise, nameOf } from './host';
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
 * The folder that is sent to the builder, as a URI: the Dockerfile's own, unless `slipway.build.context` names another;
 * `${workspaceFolder}` and relative paths are taken from the workspace folder, or from the Dockerfile's where there is none.
 */
export function contextFolderOf(setting: string, folder: string | undefined, workspaceFolder: string) {
  const wanted = setting.trim();
  if (wanted === '' || folder === undefined) return folder;
  const root = workspaceFolder || folder;
  return cleanUri(join(root, wanted.replace(/^\$\{workspaceFolder\}\/?/, '')));
}

/**
 * What is known of the build context of a Dockerfile: the ignore file that counts for it. Nothing is listed. Undefined where
 * there is no ignore file.
 * @param root the context's folder
 */
export function contextOf(
  uri: string,
  root: string | undefined,
  read: Host['readFile'],
): MaybePromise<Context | undefined> {
  const folder = folderOf(uri);
  if (folder === undefined) return undefined;
  const own = `${uri.slice(uri.lastIndexOf('/') + 1)}${IGNORE_FILE}`;
  const made = (ignore: string, ignorePath: string): Context => ({ paths: [], complete: false, ignore, ignorePath });
  return chain(read(`${folder}/${own}`), (text) =>
    text === undefined
      ? chain(read(`${root ?? folder}/${IGNORE_FILE}`), (shared) =>
          shared === undefined ? undefined : made(shared, IGNORE_FILE),
        )
      : made(text, nameOf(own)),
  );
}
