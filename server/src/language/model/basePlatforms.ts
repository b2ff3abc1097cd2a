import type { ImageReference } from '../syntax/imageReference';
import { type Span, shift } from '../text/span';
import type { Dockerfile } from './dockerfile';
import { platformOf } from './problems/platform';
import { stagesOf } from './stages';

/** A base image that a stage wants for a platform. */
export interface PlatformedImage {
  readonly image: ImageReference;
  /** With the default values of global arguments, else as it is written. */
  readonly name: string;
  /** The `--platform` flag, else the image; counts in the file. */
  readonly at: Span;
  /** System and processor, perhaps a variant: as it is written, else what is built for. */
  readonly platform: string;
  readonly isWritten: boolean;
}

/**
 * The images of FROM whose platform is known. One half of a platform, or a variable, hangs on more than that.
 * @param builtFor the platform of a FROM without the flag; without it only those are told whose platform is written out in full
 */
export function platformedImages(file: Dockerfile, builtFor: string | undefined): readonly PlatformedImage[] {
  return stagesOf(file).flatMap(({ base, platform: flag, from }): PlatformedImage[] => {
    const { image, resolved: name, unresolved } = base;
    const platform = flag ? flag.value : builtFor;
    if (!image || unresolved.length > 0 || !platform?.includes('/') || !platformOf(platform)) return [];
    return [{ image, name, at: flag ? shift(flag.at, from.start) : base.at, platform, isWritten: flag !== undefined }];
  });
}

/** True where an image is for the system of a platform, on whatever processor. */
export const servesSystem = (has: string, wanted: string): boolean => platformOf(has)?.os === platformOf(wanted)?.os;

/** What a manifest is asked for by: a digest goes before the tag, and without both it is `latest`. */
export const versionOf = ({ digest, tag }: ImageReference): string => digest?.text ?? tag?.text ?? 'latest';

/** An image as `Surroundings.platforms` names it: `docker.io/library/alpine:3.22`, `ghcr.io/a/b@sha256:…`. */
export const fullNameOf = (image: ImageReference): string =>
  `${image.domain}/${image.path}${image.digest ? '@' : ':'}${versionOf(image)}`;

/** Processors that take programs of others: containerd looks for those, too (platforms, `platformVector`). */
const older: Readonly<Record<string, string>> = { amd64: '386', arm64: 'arm' };

/**
 * Whether an image's platform serves where another is wanted. Variants are left out, as BuildKit's check leaves them out.
 * @param exact false where an older processor's programs will do
 */
export function servesPlatform(has: string, wanted: string, exact: boolean): boolean {
  const [own, other] = [platformOf(has), platformOf(wanted)];
  // what nobody knows is not wrong
  if (!own || !other) return true;
  if (own.os !== other.os) return false;
  return own.architecture === other.architecture || (!exact && own.architecture === older[other.architecture]);
}
