/** The languages that Slipway speaks. */
export const locales = ['en', 'ko'] as const;
export type Locale = (typeof locales)[number];

/** The locale for a language tag such as `ko-KR`; English for all that we do not speak. */
export const localeOf = (tag: string | undefined): Locale => (/^ko\b/i.test(tag ?? '') ? 'ko' : 'en');
