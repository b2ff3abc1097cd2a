import { deprecatedImageOf, endOfLifeOf } from '../../knowledge/endOfLife';
import { code } from '../../knowledge/reference/code';
import type { ImageTexts } from '../../knowledge/reference/types';
import type { ImageCursor } from '../../model/cursor';
import type { Stage } from '../../model/stages';
import type { ImageReference } from '../../syntax/imageReference';
import { imagePage } from '../links/imagePage';
import { type Ask, bullets, link, type Page, sentences } from './page';

/** An image's name taken apart. */
export function aboutImage(ask: Ask, { stage, reference, part, text }: ImageCursor): Page {
  const { image: texts, copy } = ask.reference;
  const base = stage?.base;
  if (base?.scratch || (!base && text === 'scratch')) return [texts.scratch];
  const variable = base?.variable || (base?.unresolved.length ?? 0) > 0 ? texts.variable : undefined;
  const image = base ? base.image : reference?.image;
  // a name with a hole in it was read as if nothing stood there
  if (!image || (base?.unresolved.length ?? 0) > 0) return [variable];
  const from = base ? undefined : copy.fromImage(image.familiar);
  return [
    `**${code(nameOf(image))}**`,
    from,
    variable,
    support(ask, image),
    base && texts.os,
    parts(texts, image, part),
    page(image),
  ];
}

/** The name as people write it. */
function nameOf({ familiar, tag, digest }: ImageReference): string {
  return `${familiar}${tag ? `:${tag.text}` : ''}${digest ? `@${digest.text}` : ''}`;
}

function parts(texts: ImageTexts, image: ImageReference, part: ImageCursor['part']): string | undefined {
  const { domain, registry, path, familiar, tag, digest } = image;
  const given = registry !== undefined;
  const official = domain === 'docker.io' && path.startsWith('library/');
  return bullets(
    sentences(texts.registry(domain, given), !given || part === 'registry' ? texts.registryConcept : undefined),
    sentences(texts.repository(path), official ? texts.official(familiar) : undefined),
    ...(digest ? [tag && texts.tag(tag.text), texts.digest(digest.text)] : [tagOf(texts, tag?.text)]),
  );
}

/** What a tag promises. */
export function tagOf(texts: ImageTexts, tag: string | undefined): string | undefined {
  if (tag === undefined) return texts.noTag;
  return isFloating(tag) ? sentences(texts.floating(tag), texts.pinHint) : sentences(texts.tag(tag), texts.pinHint);
}

/** A tag that names neither a version with a dot in it, nor a date, nor a commit. */
const isFloating = (tag: string): boolean => !/\d\.\d|(?:^|[^\d])20\d{6}|[0-9a-f]{12}/.test(tag);

/** Until when what is in the image gets updates. */
export function support(
  { reference, around }: Ask,
  { familiar, tag }: Pick<ImageReference, 'familiar' | 'tag'>,
): string | undefined {
  const { image: texts } = reference;
  const deprecated = deprecatedImageOf(familiar);
  const { replacement } = deprecated ?? {};
  const facts = tag ? (endOfLifeOf(familiar, tag.text) ?? []) : [];
  return sentences(
    deprecated && texts.deprecated(familiar),
    replacement && texts.replacement(replacement),
    ...facts.map(({ name, version, codename, updatesUntil }) => {
      const whole = `${name} ${version}${codename ? ` (${codename})` : ''}`;
      const past = around.today !== '' && updatesUntil < around.today;
      return past ? texts.endOfLife(whole, updatesUntil) : texts.supportedUntil(whole, updatesUntil);
    }),
  );
}

/** What FROM says of its image in one line. */
export const supportOfStage = (ask: Ask, { base }: Stage): string | undefined =>
  base.image && base.unresolved.length === 0 ? support(ask, base.image) : undefined;

/** The web page of a repository, for registries that have such pages. */
function page(image: ImageReference): string | undefined {
  const url = imagePage(image);
  return url && link(url.replace('https://', ''), url);
}
