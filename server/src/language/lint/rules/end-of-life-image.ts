import { minValue, number, object, optional, pipe } from 'valibot';
import { type DeprecatedImage, deprecatedImageOf, type EndOfLife, endOfLifeOf } from '../../knowledge/endOfLife';
import { fact } from '../../model/fact';
import { type Base, stagesOf } from '../../model/stages';
import type { ImageReference } from '../../syntax/imageReference';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const endOfLifeImage = defineRule({
  id: 'end-of-life-image',
  category: 'security',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  /** So many days before its end a version is spoken of. */
  reads: [],
  options: object({ days: optional(pipe(number(), minValue(0)), 90) }),
  text: {
    en: {
      summary: 'Base image past its end of life',
      past: (name: string, date: string, newest: string) =>
        `${name} has had no updates since ${date}, not even for security holes.${newest && ` Newer: \`${newest}\`.`}`,
      near: (name: string, date: string, newest: string) =>
        `${name} gets its last updates on ${date}. Plan the change${newest && ` to \`${newest}\``} now.`,
      deprecated: (image: string, since: string, replacement: string) =>
        `The image \`${image}\` is deprecated and gets no updates${since && ` since ${since}`}.${replacement && ` Its makers point to \`${replacement}\`.`}`,
      fix: (tag: string) => `Use :${tag}`,
    },
    ko: {
      summary: '지원이 끝난 베이스 이미지',
      past: (name: string, date: string, newest: string) =>
        `${name}은(는) ${date}에 지원이 끝나서 보안 업데이트도 나오지 않아요.${newest && ` 더 새 버전은 \`${newest}\`이에요.`}`,
      near: (name: string, date: string, newest: string) =>
        `${name}은(는) ${date}까지만 업데이트돼요. ${newest ? `\`${newest}\`(으)로 옮길` : '옮길'} 준비를 해 주세요.`,
      deprecated: (image: string, since: string, replacement: string) =>
        `\`${image}\` 이미지는 지원이 중단돼서 ${since && `${since} 이후로 `}업데이트되지 않아요.${replacement && ` 대신 \`${replacement}\`을(를) 쓰라고 안내하고 있어요.`}`,
      fix: (tag: string) => `:${tag} 쓰기`,
    },
  },
  *checkFile(file, { today }, { days }) {
    if (today === '') return;
    for (const { base } of stagesOf(file)) {
      const { image, unresolved } = base;
      if (!image || unresolved.length > 0) continue;
      const { notice, facts } = knownOf(image);
      if (!notice && facts.length === 0) continue;
      const ended = facts.find(({ updatesUntil }) => updatesUntil < today);
      if (ended) {
        const { name, version, updatesUntil } = ended;
        const tag = notice ? undefined : newerTag(base, facts, ended);
        const newer = ended.part === 'image' ? (ended.newest ?? '') : (tag ?? '');
        yield {
          at: base.at,
          say: (text) => text.past(`${name} ${version}`, updatesUntil, newer),
          ...(tag && {
            fix: {
              title: (text) => text.fix(tag),
              safety: 'unsafe',
              edits: [{ at: shift(image.tag!.at, base.at.start), text: tag }],
            },
          }),
        };
      } else if (notice && isOver(notice, today)) {
        const { repository, since = '', replacement = '' } = notice;
        yield { at: base.at, say: (text) => text.deprecated(repository, since, replacement) };
      } else {
        const soon = daysAfter(today, days);
        const ending = facts.find(({ updatesUntil }) => updatesUntil < soon);
        if (!ending) continue;
        const { name, version, updatesUntil, part, newest = '' } = ending;
        const newer = part === 'image' ? newest : '';
        yield { at: base.at, say: (text) => text.near(`${name} ${version}`, updatesUntil, newer) };
      }
    }
  },
});

/** What is known of an image; a reference is the same object from one version of a file to the next. */
const knownOf = fact((image: ImageReference) => ({
  notice: deprecatedImageOf(image.familiar),
  facts: (image.tag && endOfLifeOf(image.familiar, image.tag.text)) ?? [],
}));

const isOver = ({ since }: DeprecatedImage, today: string): boolean => since === undefined || since < today;

/** The day so many days after another, both as `YYYY-MM-DD`; nothing comes before what is no date. */
function daysAfter(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? '' : new Date(time + days * 86_400_000).toISOString().slice(0, 10);
}

/** Parts of a tag that say which kind of the image it is, and that newer versions have, too. */
const kinds: ReadonlySet<string> = new Set(['slim', 'alpine', 'fpm', 'apache', 'cli', 'jdk', 'jre']);

/** What to write for the tag; undefined where nothing better is known. */
function newerTag({ text, image }: Base, facts: readonly EndOfLife[], ended: EndOfLife): string | undefined {
  // what an argument brings in is not to be changed here, and a digest goes before the tag
  if (text.includes('$') || !image?.tag || image.digest) return undefined;
  const parts = image.tag.text.split('-').map((part) => part.replace(/^(alpine)[\d.]+$/, '$1'));
  if (ended.part === 'image') {
    return ended.newest && [ended.newest, ...parts.slice(1).filter((part) => kinds.has(part))].join('-');
  }
  // without the system's name the tag moves on to a system that is supported; only where the image itself is known
  if (!facts.some(({ part }) => part === 'image')) return undefined;
  const kept = [parts[0]!, ...parts.slice(1).filter((part) => kinds.has(part))].join('-');
  return kept === image.tag.text ? undefined : kept;
}
