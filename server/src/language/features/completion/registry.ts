import { partsOf } from '../../model/cursor/images';
import type { Dockerfile } from '../../model/dockerfile';
import { sortedTags } from '../../model/imageTags';
import { type ImageReference, isReference, parseImageReference } from '../../syntax/imageReference';
import type { Span } from '../../text/span';
import { support, tagOf } from '../hover/images';
import { sentences } from '../hover/page';
import type { Ask, Completion, CompletionItem, Place } from './item';
import { placeAt } from './place';

/** What could be asked of a registry about a place. */
export type ImageQuestion =
  | { readonly kind: 'tags'; readonly image: ImageReference }
  /** `domain` is the registry's, `docker.io` for Docker Hub. */
  | { readonly kind: 'repositories'; readonly domain: string; readonly typed: string };

/** So many tags are proposed at once, the newest that fit. */
const mostTags = 300;

/** What a registry would be asked for to propose names or tags at an offset; undefined where there is no image's name. */
export function imageQuestion(file: Dockerfile, offset: number): ImageQuestion | undefined {
  const place = placeAt(file, offset);
  const image = place && typedImage(file, place);
  if (!image || /[$@]/.test(image.typed)) return undefined;
  const { typed } = image;
  const tag = tagIn(typed);
  if (tag) return { kind: 'tags', image: tag.image };
  if (typed.includes(':', typed.lastIndexOf('/') + 1)) return undefined;
  const slash = partsOf(typed).find(({ part }) => part === 'registry')?.at.end;
  if (slash === undefined) return { kind: 'repositories', domain: 'docker.io', typed };
  // what is no registry's name is never asked for
  const whole = parseImageReference(`${typed.slice(0, slash)}/name`);
  return isReference(whole) ? { kind: 'repositories', domain: whole.domain, typed: typed.slice(slash + 1) } : undefined;
}

/** What a registry found for what is typed. */
export const repositoryItems = ({ around, reference }: Ask): readonly CompletionItem[] =>
  (around.registry?.repositories ?? []).map(({ name, description, official }) => ({
    kind: 'image',
    label: name,
    text: name,
    ...(description !== '' && { detail: description }),
    ...(official && { documentation: reference.image.official(name) }),
  }));

/** The tags of the image whose tag is being typed, where a registry told them. */
export function tagCompletion(ask: Ask, place: Place): Completion | undefined {
  const { tags } = ask.around.registry ?? {};
  const image = tags && typedImage(ask.file, place);
  const tag = image && tagIn(image.typed);
  if (!tags || !image || !tag) return undefined;
  const { familiar } = tag.image;
  const typed = image.typed.slice(tag.at).toLowerCase();
  const fitting = sortedTags(tags).filter((each) => each.toLowerCase().includes(typed));
  return {
    // a digest behind it would still name the other image
    at: { start: image.at.start + tag.at, end: image.at.end },
    items: fitting.slice(0, mostTags).map((text) => {
      const part = { text, at: { start: 0, end: text.length } };
      const until = support(ask, { familiar, tag: part });
      const about = sentences(until, tagOf(ask.reference.image, text));
      return { kind: 'image', label: text, text, ...(about && { documentation: about }) };
    }),
    more: fitting.length > mostTags,
  };
}

/** The image's name at a place, and what of it stands before the cursor; offsets count in the file. */
function typedImage({ text }: Dockerfile, place: Place): { readonly typed: string; readonly at: Span } | undefined {
  const { instruction, typed, word, index, offset } = place;
  const from = fromOf(instruction.keyword, typed, index);
  if (from < 0) return undefined;
  const comma = instruction.keyword === 'RUN' ? text.slice(offset, word.end).indexOf(',') : -1;
  const end = comma < 0 ? word.end : offset + comma;
  return { typed: typed.slice(from), at: { start: word.start + from, end } };
}

/** Where in a word an image's name begins; -1 where it holds none. */
function fromOf(keyword: string, typed: string, index: number): number {
  if (keyword === 'FROM') return index === 0 && !typed.startsWith('-') ? 0 : -1;
  if (keyword === 'COPY') return typed.startsWith('--from=') ? '--from='.length : -1;
  if (keyword !== 'RUN' || !typed.startsWith('--mount=')) return -1;
  const field = typed.slice('--mount='.length).lastIndexOf(',') + 1 + '--mount='.length;
  return typed.startsWith('from=', field) ? field + 'from='.length : -1;
}

/** Where the tag begins in a name that has one, and the image without it. */
function tagIn(name: string): { readonly image: ImageReference; readonly at: number } | undefined {
  const tag = partsOf(name).find(({ part }) => part === 'tag');
  if (!tag || name.includes('@')) return undefined;
  const image = parseImageReference(name.slice(0, tag.at.start - 1));
  // `localhost:50`: a registry's port is being typed, not a tag
  if (!isReference(image) || image.path === 'library/localhost' || /^library\/.*\./.test(image.path)) return undefined;
  return { image, at: tag.at.start };
}
