import type { ProjectBuild } from './builds';

/** Where a build finds its files: paths with `/`, without `.` and inner `..`; relative ones count from `base`. */
export interface BuildPlaces {
  /** The folder of the file that describes the build, or the workspace folder. */
  readonly base: 'file' | 'workspace';
  /** Undefined where nobody knows it, or where it is no folder of this machine. */
  readonly context: string | undefined;
  /** Undefined where nobody knows it, and where the Dockerfile stands in the file itself. */
  readonly dockerfile: string | undefined;
}

/** https://docs.docker.com/build/concepts/context/#remote-context */
const remote = /^(?:[a-z][a-z0-9+.-]*:|git@|github\.com\/)|\.git(?:#|$)/i;

/**
 * The build context and the Dockerfile of a build. Compose and Bake look for the Dockerfile in the context, dev containers and
 * tasks beside it; Bake is taken to run in its file's folder.
 */
export function placesOf({ kind, context, dockerfile, inline }: ProjectBuild): BuildPlaces {
  const base = kind === 'tasks' ? 'workspace' : 'file';
  const folder = context ? local(context.text) : '.';
  if (inline) return { base, context: folder && joined('', folder), dockerfile: undefined };
  const name = dockerfile ? local(dockerfile.text) : 'Dockerfile';
  const start = kind === 'compose' || kind === 'bake' ? folder : '';
  return {
    base,
    context: folder && joined('', folder),
    dockerfile: name === undefined || start === undefined ? undefined : joined(start, name),
  };
}

const absolute = /^(?:\/|[a-z]:)/i;

function local(text: string | undefined): string | undefined {
  const path = text?.replaceAll('\\', '/');
  return path === undefined || path === '' || path === '-' || (remote.test(path) && !/^[a-z]:\//i.test(path))
    ? undefined
    : path;
}

/** A path that counts from a folder; `.` for the start itself. */
function joined(folder: string, path: string): string {
  const whole = absolute.test(path) || folder === '' ? path : `${folder}/${path}`;
  const parts: string[] = [];
  for (const part of whole.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !whole.startsWith('/')) parts.push(part);
  }
  return whole.startsWith('/') ? `/${parts.join('/')}` : parts.join('/') || '.';
}
