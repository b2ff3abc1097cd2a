import type { ImagePlatforms } from '../../language';
import { listIn, recordIn } from './json';

const word = /^[\w.-]+$/;

/** A platform as the image specification writes it; undefined where it does not say what for. */
function platformIn(value: unknown): string | undefined {
  const { os, architecture, variant } = (value ?? {}) as Record<string, unknown>;
  const parts = [os, architecture, ...(variant === undefined || variant === '' ? [] : [variant])];
  return parts.every((each) => typeof each === 'string' && word.test(each)) ? parts.join('/') : undefined;
}

/**
 * What the images of an index are for; undefined where a text is none, or where it leaves that open for one of them.
 * https://github.com/opencontainers/image-spec/blob/main/image-index.md
 */
export function platformsOfIndex(text: string): ImagePlatforms | undefined {
  const platforms = (listIn(text, 'manifests') ?? []).map((each) =>
    platformIn((each as Record<string, unknown>).platform),
  );
  if (platforms.includes(undefined)) return undefined;
  // provenance that BuildKit puts beside an image is for no platform
  const real = (platforms as string[]).filter((each) => !each.startsWith('unknown/'));
  return real.length === 0 ? undefined : { index: true, platforms: [...new Set(real)] };
}

/** The digest of the configuration that a manifest names; undefined where it names none. */
export function configOf(manifest: string): string | undefined {
  const { digest } = (recordIn(manifest).config ?? {}) as Record<string, unknown>;
  return typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : undefined;
}

/** What one image is for, by its configuration. https://github.com/opencontainers/image-spec/blob/main/config.md */
export function platformsOfConfig(text: string): ImagePlatforms | undefined {
  const platform = platformIn(recordIn(text));
  return platform === undefined ? undefined : { index: false, platforms: [platform] };
}
