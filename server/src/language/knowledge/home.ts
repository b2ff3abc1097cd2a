import type { ReferenceLanguage } from './reference/types';

/** Where the project lives: package.json's `homepage`, which a test compares. */
export const homepage = 'https://github.com/slipway-dockerfile/slipway';

/** The rule id of all that the builder refuses: it has no rule, but one page. */
export const builderError = 'builder-error';

/** The page of a rule, or of `builder-error`, as a path from the folder `docs`. */
export const pagePath = (id: string, locale: ReferenceLanguage): string =>
  `${locale === 'en' ? '' : `${locale}/`}${id === builderError ? 'problems' : `rules/${id}`}.md`;

/** The same in the web, in English. */
export const pageUrl = (id: string): string => `${homepage}/blob/main/docs/${pagePath(id, 'en')}`;
