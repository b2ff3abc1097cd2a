import type { Locale } from './locale';
import { structureTexts } from './problems/structure';
import type { ProblemText } from './problems/text';
import { titleTexts } from './problems/titles';
import { valueTexts } from './problems/values';

const messages = { ...structureTexts, ...valueTexts };

/** What a problem is called: part of the contract with pages and fixes. */
export type ProblemCode = keyof typeof messages;

/** What a problem's fix is called. */
export type ProblemTitle = keyof typeof titleTexts;

/** All codes, in the order of the page about them. */
export const problemCodes = Object.keys(messages) as readonly ProblemCode[];

export const problemTitles = Object.keys(titleTexts) as readonly ProblemTitle[];

/** What a problem says. `values` are those of the problem; missing ones count as empty. */
export function messageOf(code: ProblemCode, values: readonly string[], locale: Locale): string {
  return say(messages[code], values, locale);
}

/** What a problem's fix says. */
export function titleOf(title: ProblemTitle, values: readonly string[], locale: Locale): string {
  return say(titleTexts[title], values, locale);
}

/** No message takes more values than these. */
const noValues = ['', '', ''];

const say = (text: ProblemText, values: readonly string[], locale: Locale): string =>
  text[locale](...[...values, ...noValues]);
