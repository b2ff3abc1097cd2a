/** Where the project lives: package.json's `homepage`, which a test compares. */
export const homepage = 'https://github.com/slipway-dockerfile/slipway';

/** The web page of a rule, or of `builder-error`. */
export const pageUrl = (id: string): string => `${homepage}/blob/main/docs/rules/${id}.md`;
