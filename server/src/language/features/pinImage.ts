import { cursorAt } from '../model/cursor';
import type { Dockerfile } from '../model/dockerfile';
import { newestTag } from '../model/imageTags';
import { type ImageReference, isReference, parseImageReference } from '../syntax/imageReference';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

/** An image that could be named more exactly. Offsets count in the file. */
export interface PinnableImage {
  readonly image: ImageReference;
  readonly at: Span;
}

/** The image at an offset, where its name is written out and has no digest. */
export function pinnableImage(file: Dockerfile, offset: number): PinnableImage | undefined {
  const cursor = cursorAt(file, offset);
  if (cursor.kind !== 'image' || cursor.text === 'scratch' || cursor.text.includes('$')) return undefined;
  const { whole: at, text } = cursor;
  if (file.text.slice(at.start, at.end) !== text) return undefined;
  const image = parseImageReference(text);
  return isReference(image) && !image.digest ? { image, at } : undefined;
}

/** Puts a digest behind an image's name: the tag stays for readers, the digest decides. */
export const digestPin = ({ at }: PinnableImage, digest: string): Edit => ({
  at: { start: at.end, end: at.end },
  text: `@${digest}`,
});

/** Names the newest of a registry's tags that is of the image's variant; undefined where the image has it already. */
export function tagPin({ image, at }: PinnableImage, tags: readonly string[]): Edit | undefined {
  const tag = newestTag(tags, image.tag?.text);
  if (tag === undefined) return undefined;
  const start = image.tag ? at.start + image.tag.at.start - 1 : at.end;
  return { at: { start, end: at.end }, text: `:${tag}` };
}
