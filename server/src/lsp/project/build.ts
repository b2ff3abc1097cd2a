import { cleanUri, join } from '../host';

/** A part of a file's text. Offsets count in the file. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A build that a Compose, Bake or devcontainer file describes, as it is written. */
export interface ProjectBuild {
  /** Relative to the file's folder; undefined where the file leaves it out. */
  readonly context: string | undefined;
  /** Relative to `dockerfileFrom`; undefined where the file leaves it out. */
  readonly dockerfile: string | undefined;
  readonly dockerfileFrom: 'context' | 'file';
  readonly target: Place | undefined;
  /** The names of the arguments that it gives. */
  readonly args: readonly Place[];
}

/**
 * The Dockerfile that a build reads, as a URI; undefined where it is fetched from elsewhere, or hangs on a variable.
 * @param folder the folder of the file that describes the build, as a URI
 */
export function dockerfileOf(
  { context = '.', dockerfile = 'Dockerfile', dockerfileFrom }: ProjectBuild,
  folder: string,
) {
  if ([context, dockerfile].some((path) => /^[\w-]+:\/\/|^git@|\$/.test(path))) return undefined;
  return cleanUri(join(dockerfileFrom === 'file' ? folder : join(folder, context), dockerfile));
}
