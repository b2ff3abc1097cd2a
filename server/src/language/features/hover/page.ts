import type { Reference } from '../../knowledge/reference/types';
import type { Dockerfile } from '../../model/dockerfile';
import type { Surroundings } from '../../model/surroundings';

/** What a hover is made from. */
export interface Ask {
  readonly file: Dockerfile;
  readonly reference: Reference;
  readonly around: Surroundings;
}

/** Paragraphs of Markdown; what is undefined or empty is left out. */
export type Page = readonly (string | undefined)[];

/** The paragraphs as one text; undefined where nothing is left. */
export function render(page: Page): string | undefined {
  const text = page.filter((part) => part).join('\n\n');
  return text === '' ? undefined : text;
}

/** Sentences in one paragraph; undefined where there are none. Between them, one that ends in a value gets its full stop. */
export function sentences(...parts: Page): string | undefined {
  const said = parts.filter((part): part is string => part !== undefined && part !== '');
  if (said.length === 0) return undefined;
  return said.map((part, i) => (i < said.length - 1 && /[`)]$/.test(part) ? `${part}.` : part)).join(' ');
}

/** A bulleted list; undefined for an empty one. */
export function bullets(...parts: Page): string | undefined {
  const lines = parts.filter((part) => part).map((part) => `- ${part}`);
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** A titled block of Dockerfile code of our own. */
export const block = (title: string, lines: readonly string[]): string =>
  `**${title}**\n\`\`\`dockerfile\n${lines.join('\n')}\n\`\`\``;

export const link = (title: string, url: string): string => `[${title}](${url})`;

/** A link to the reference. */
export const referenceLink = ({ labels }: Reference, url: string): string => link(labels.reference, url);

const longest = 200;

/** A value of the file, cut where it would fill the screen. */
export const clip = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** The line that an offset is on, counted from 1, as texts speak of it. */
export const lineOf = (file: Dockerfile, offset: number): string => String(file.source.lineAt(offset) + 1);
