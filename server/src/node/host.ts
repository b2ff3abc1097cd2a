import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pagePath } from '../language';
import { type Host, mostFolderEntries } from '../lsp/host';
import type { FolderEntry } from '../lsp/protocol';

/** Files larger than this are not configuration. */
const largest = 1024 * 1024;

/** The text of a file by its path; undefined where there is none, it may not be read, or it is too large. */
export function readSmallFile(path: string): string | undefined {
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    return status?.isFile() && status.size <= largest ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

/** Today's date where this machine stands, as `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Processors by Go's names, as builders have them (https://go.dev/doc/install/source#environment), where Node has others. */
const processors: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386', ppc64: 'ppc64le' };

/** Where hadolint looks for a user's own configuration, as its README lists the places. */
export function hadolintPlaces(): string[] {
  const home = homedir();
  const { XDG_CONFIG_HOME, LOCALAPPDATA } = process.env;
  const shared = process.platform === 'win32' ? LOCALAPPDATA : XDG_CONFIG_HOME;
  const places = [
    ...(shared ? [join(shared, 'hadolint')] : []),
    join(home, '.config', 'hadolint'),
    join(home, '.hadolint', 'hadolint'),
    join(home, 'hadolint', 'config'),
    join(home, '.hadolint'),
  ];
  return places.flatMap((path) => [`${path}.yaml`, `${path}.yml`]).map((path) => pathToFileURL(path).href);
}

/** An entry with its size, if it is a file that is there still. */
async function sized(folder: string, entry: FolderEntry): Promise<FolderEntry> {
  if (entry.kind !== 'file') return entry;
  const { lstat } = await import('node:fs/promises');
  const size = await lstat(join(folder, entry.name)).then(
    (status) => status.size,
    () => undefined,
  );
  return size === undefined ? entry : { ...entry, size };
}

/** The file system and clock of this machine. */
export const nodeHost: Host = {
  reads: (uri) => uri.startsWith('file:'),
  readFile(uri) {
    try {
      return readSmallFile(fileURLToPath(uri));
    } catch {
      // not a path of this system: `file://host/share` on Linux, for one
      return undefined;
    }
  },
  async readFolder(uri, sizes = false) {
    try {
      const folder = fileURLToPath(uri);
      // loaded late, as ShellCheck's is: the first findings do not wait for it
      const { opendir } = await import('node:fs/promises');
      const entries: FolderEntry[] = [];
      for await (const entry of await opendir(folder)) {
        if (entries.length === mostFolderEntries) break;
        entries.push({ name: entry.name, kind: entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other' });
      }
      return sizes ? await Promise.all(entries.map((entry) => sized(folder, entry))) : entries;
    } catch {
      // no folder, or no right to read it
      return undefined;
    }
  },
  // beside the bundles in `dist`
  readPage: (rule, locale) => readSmallFile(join(__dirname, '..', 'docs', pagePath(rule, locale))),
  async shellcheck(...asked) {
    const { runShellcheck } = await import('./shellcheck');
    return runShellcheck(...asked);
  },
  fetch: (url, init) => fetch(url, init),
  today,
  platform: `linux/${processors[process.arch] ?? process.arch}`,
  get userConfigurations() {
    return hadolintPlaces();
  },
};
