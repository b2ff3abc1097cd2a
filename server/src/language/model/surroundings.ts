/**
 * What a lint or a feature may know of the world: data, loaded by the outer ring, which asks again when it changes. Tests fix
 * it.
 */
export interface Surroundings {
  /** Today's date as `YYYY-MM-DD`; empty where nobody said: then no date is past. */
  readonly today: string;
  /** The file's own name, without its folders. */
  readonly fileName?: string;
  readonly context?: BuildContext;
  /** What a registry said of the place that is asked about: see `imageQuestion`. Absent where none was asked. */
  readonly registry?: RegistryAnswer;
  /** What registries said of the platforms of images so far, by full name: see `fullNameOf`. */
  readonly platforms?: ReadonlyMap<string, ImagePlatforms>;
  /** The platform that is built for where FROM names none: the machine's that builds, or the one that the project's files name. */
  readonly platform?: string;
  /** What is known to be missing of the paths that COPY and ADD take, by the path. Absent where nobody looked. */
  readonly missingSources?: MissingSources;
}

/** By `CopySource.path`. */
export type MissingSources = ReadonlyMap<string, MissingSource>;

/** A path that is not in the build context. */
export interface MissingSource {
  /** The path there that is probably meant. */
  readonly near: string | undefined;
  /** Whether somebody said which folder the context is; else it is in none that it may be. */
  readonly isSure: boolean;
}

/** What an image is made for. */
export interface ImagePlatforms {
  /** True of an index, which the builder takes one image from; false of one image, which it takes whatever that is for. */
  readonly index: boolean;
  /** `linux/amd64`, `linux/arm/v7`; at least one. */
  readonly platforms: readonly string[];
}

export interface RegistryAnswer {
  /** Tags of the image there, in any order. */
  readonly tags?: readonly string[];
  /** Repositories that may be meant there. */
  readonly repositories?: readonly FoundRepository[];
}

/** An image that a registry has. */
export interface FoundRepository {
  /** As people write it, its registry included: `grafana/grafana`, `ghcr.io/a/b`. */
  readonly name: string;
  readonly description: string;
  /** Whether it is one of Docker's official images. */
  readonly official: boolean;
}

/** The folder that COPY and ADD copy from, as it was when it was listed. */
export interface BuildContext {
  /** Paths from the folder, `/`-separated; folders end in `/`. */
  readonly paths: readonly string[];
  /** Sizes of these in bytes, in the same order; undefined for a folder and for what nobody looked at. */
  readonly sizes?: readonly (number | undefined)[];
  /** False where the listing was cut short: then a path that is not in it may exist all the same. */
  readonly complete: boolean;
  /** The text of the `.dockerignore` that counts; undefined where there is none. */
  readonly ignore: string | undefined;
  /** Its path from the folder. */
  readonly ignorePath: string | undefined;
}

/** Nothing is known. */
export const nowhere: Surroundings = { today: '' };
