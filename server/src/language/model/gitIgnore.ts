import { matchesPathOrParent, parseGlob } from './glob';

/**
 * Whether a `.gitignore` may leave a path out: lines with `!` are passed over, so that a yes need not hold. A no does.
 * @param path from the file's folder
 */
export function mayGitIgnore(text: string, path: string): boolean {
  return text.split('\n').some((raw) => {
    const line = raw.trim();
    if (line === '' || line[0] === '#' || line[0] === '!') return false;
    const pattern = line.replace(/\/$/, '');
    const glob = parseGlob(pattern.includes('/') ? pattern.replace(/^\//, '') : `**/${pattern}`, true);
    // what cannot be read may mean anything
    return glob === undefined || matchesPathOrParent(glob, path);
  });
}
