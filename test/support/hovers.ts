import { describe, expect } from 'vitest';
import { hover } from '../../server/src/language/features/hover';
import { loadReference } from '../../server/src/language/knowledge/reference/load';
import { type Locale, locales } from '../../server/src/language/locale/locale';
import type { Surroundings } from '../../server/src/language/model/surroundings';
import { type Feature, testFeature } from './testFeature';

/** What is asked of a hover's text: words that it has, or must not have. */
export type Said = readonly (string | RegExp | { readonly not: string | RegExp })[];

/** The same in each language; what is said in code may be given once, for both. */
export type Wanted = Said | { readonly [L in Locale]: Said };

/** The text of the hover, and what it is about; undefined for none. */
const hoverIn =
  (locale: Locale, around: Partial<Surroundings>): Feature<{ markdown: string; about: string } | undefined> =>
  async (file, offset) => {
    const found = hover(file, offset, await loadReference(locale), { today: '2026-11-24', ...around });
    return found && { markdown: found.markdown, about: file.text.slice(found.span.start, found.span.end) };
  };

/**
 * Tests the hover at the `‸` in a text, in both languages.
 * @param about what the hover must be about; undefined where there must be none
 */
export function testHover(
  name: string,
  marked: string,
  about: string | undefined,
  wanted: Wanted = [],
  around: Partial<Surroundings> = {},
): void {
  describe.each(locales)('%s', (locale) => {
    testFeature(name, hoverIn(locale, around), marked, (found) => {
      expect(found?.about.replaceAll('\r\n', '\n')).toBe(about);
      if (!found) return;
      const { markdown } = found;
      for (const each of 'en' in wanted ? wanted[locale] : wanted) {
        if (typeof each === 'string') expect(markdown).toContain(each);
        else if (each instanceof RegExp) expect(markdown).toMatch(each);
        else if (typeof each.not === 'string') expect(markdown).not.toContain(each.not);
        else expect(markdown).not.toMatch(each.not);
      }
      expect(markdown).not.toMatch(/undefined|\[object|NaN/);
      expect(/[가-힣]/.test(markdown)).toBe(locale === 'ko');
    });
  });
}
