import type { Hover, Position, Range } from 'vscode-languageserver';
import { type Locale, loadReference, type Surroundings } from '../language';
import { type Hover as Found, hover } from '../language/features';
import type { Client } from './client';
import type { OpenDocument } from './documents';

/** What a hover depends on beside the document. */
export interface HoverOptions {
  readonly locale: Locale;
  readonly around: Surroundings;
  readonly client: Client;
}

/** What is to be said of a place of a document as it was when asked; null for nothing. Loads the texts at first. */
export async function hoverAt(
  { file }: OpenDocument,
  position: Position,
  { locale, around, client }: HoverOptions,
): Promise<Hover | null> {
  const found = hover(file, file.source.offsetAt(position), await loadReference(locale), around);
  return found ? hoverOf(found, file.source.rangeOf(found.span), client) : null;
}

/** A hover as the client gets it. */
export const hoverOf = ({ markdown }: Found, range: Range, { can }: Client): Hover => ({
  range,
  contents: { kind: can.markdownHover ? 'markdown' : 'plaintext', value: markdown },
});
