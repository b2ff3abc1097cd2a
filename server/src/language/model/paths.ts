/**
 * The folder that WORKDIR leads to (BuildKit's system.NormalizeWorkdir).
 *
 * A result that begins with no `/` (on Windows: with no drive) counts from the base image's own folder, which nobody here knows.
 * @param before the folder in force; undefined where nothing is known about it
 * @param value the resolved argument; undefined is given back where it begins with a variable that has no value
 */
export function joinWorkdir(before: string | undefined, value: string, windows: boolean): string | undefined {
  if (value.startsWith('$')) return undefined;
  return windows ? joinWindows(before, value) : joinPosix(before, value);
}

function joinPosix(before: string | undefined, value: string): string | undefined {
  if (value.startsWith('/')) return `/${clean(value, true)}`;
  if (before === undefined) return undefined;
  const absolute = before.startsWith('/');
  return (absolute ? '/' : '') + clean(`${before}/${value}`, absolute);
}

/** A path of the build context without `.`, `..` that lead out of it, empty parts, and slashes at its ends; empty for all of it. */
export const cleanPath = (path: string): string => clean(path, true);

/** A pattern of an ignore file likewise, as Go's filepath.Clean leaves it: `..` that lead out stay, and match nothing. */
export const cleanPattern = (pattern: string): string => clean(pattern, pattern.startsWith('/'));

const drive = /^[a-zA-Z]:/;

function joinWindows(before: string | undefined, value: string): string | undefined {
  const path = value.replaceAll('\\', '/');
  const rest = path.replace(drive, '');
  if (rest.startsWith('/') || drive.test(path)) return `C:\\${clean(rest, true).replaceAll('/', '\\')}`;
  if (before === undefined) return undefined;
  const known = before.replaceAll('\\', '/').replace(drive, '');
  const absolute = drive.test(before);
  return (absolute ? 'C:\\' : '') + clean(`${known}/${rest}`, absolute).replaceAll('/', '\\');
}

/** A path without `.`, `..`, and empty parts, and without the slash in front. */
function clean(path: string, absolute: boolean): string {
  // nearly every path is clean: long ones are worth the look
  if (!path.includes('//') && !path.includes('/.') && !path.startsWith('.')) {
    return path.slice(path.startsWith('/') ? 1 : 0, path.length > 1 && path.endsWith('/') ? -1 : undefined);
  }
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!absolute) parts.push(part);
  }
  return parts.join('/');
}
