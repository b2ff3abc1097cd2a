import { folderOf, mostFolderEntries, nameOf } from '../../server/src/lsp/host';
import type { Files } from '../../server/src/lsp/missingSources';
import type { FolderEntry } from '../../server/src/lsp/protocol';

/**
 * A file system that holds these files, by URI, and the folders that they are in; a URI with a slash at its end is a folder. A
 * null is a link.
 */
export function memoryFiles(texts: Readonly<Record<string, string | null>>): Files {
  const folders = new Map<string, Map<string, FolderEntry>>();
  const add = (uri: string, kind: FolderEntry['kind']) => {
    if (kind === 'folder' && !folders.has(uri)) folders.set(uri, new Map());
    const above = folderOf(uri);
    if (above === undefined || nameOf(uri) === '') return;
    add(above, 'folder');
    folders.get(above)!.set(nameOf(uri), { name: nameOf(uri), kind });
  };
  for (const [uri, text] of Object.entries(texts)) {
    if (uri.endsWith('/')) add(uri.slice(0, -1), 'folder');
    else add(uri, text === null ? 'other' : 'file');
  }
  return {
    readFile: (uri) => texts[uri] ?? undefined,
    readFolder: (uri) => {
      const held = folders.get(uri.replace(/\/$/, ''));
      return held && [...held.values()].slice(0, mostFolderEntries);
    },
  };
}
