import type { Hover, Position } from 'vscode-languageserver';
import { hover, type Locale, loadReference, type Surroundings } from '../language';
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
  if (!found) return null;
  const kind = client.can.markdownHover ? 'markdown' : 'plaintext';
  return { range: file.source.rangeOf(found.span), contents: { kind, value: found.markdown } };
}
