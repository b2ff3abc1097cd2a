/** Files and folders: those that the server asks for (the web worker has no file system of its own), and those that a command is about. */
import { FileType, l10n, Uri, window, workspace } from 'vscode';
import type { FileParams, FolderEntry, FolderParams } from '../../../server/src/lsp/protocol';

const MAX_SIZE = 1024 * 1024;

/** The text of a file; null if there is none or it is larger than 1 MiB. */
export async function readFile({ uri }: FileParams): Promise<string | null> {
  const file = Uri.parse(uri);
  try {
    const { size } = await workspace.fs.stat(file);
    return size > MAX_SIZE ? null : new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    // no such file, or no right to read it: the same to the server
    return null;
  }
}

/** Of a folder with more entries no sizes are asked for: each may be a request to a machine far away. */
const MOST_SIZES = 200;

/** What a folder holds, not recursive; null if there is none. */
export async function readFolder({ uri, sizes = false }: FolderParams): Promise<FolderEntry[] | null> {
  try {
    const folder = Uri.parse(uri);
    const found = await workspace.fs.readDirectory(folder);
    const entries = found.map(([name, type]) => ({ name, kind: kindOf(type) }));
    if (!sizes || entries.length > MOST_SIZES) return entries;
    return await Promise.all(entries.map((entry) => sized(folder, entry)));
  } catch {
    return null;
  }
}

/** An entry with its size, if it is a file that is there still. */
async function sized(folder: Uri, entry: FolderEntry): Promise<FolderEntry> {
  if (entry.kind !== 'file') return entry;
  try {
    const { size } = await workspace.fs.stat(Uri.joinPath(folder, entry.name));
    return { ...entry, size };
  } catch {
    return entry;
  }
}

function kindOf(type: FileType): FolderEntry['kind'] {
  if (type & FileType.Directory) {
    return 'folder';
  }
  return type & FileType.File ? 'file' : 'other';
}

/** The folder that a menu is about: what was chosen, or where it is. */
export async function folderOf(target: Uri): Promise<Uri> {
  const isFolder = (await readFolder({ uri: target.toString() })) !== null;
  return isFolder ? target : Uri.joinPath(target, '..');
}

/** A folder of the workspace, asked for where there are several; undefined where there is none, or the user declines. */
export async function pickFolder(): Promise<Uri | undefined> {
  const { workspaceFolders: folders = [] } = workspace;
  if (folders.length === 0) window.showErrorMessage(l10n.t('Open a folder first: the file is made there.'));
  return (folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0])?.uri;
}
