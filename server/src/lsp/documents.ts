import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { Dockerfile, difference, InstructionPool, Source } from '../language';

/** One version of an open document. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly file: Dockerfile;
  /** Where the user typed last, as far as the last change tells; undefined where nobody is typing. */
  readonly cursor: number | undefined;
}

/** How `TextDocuments` makes and changes our documents. */
export function openDocuments(): TextDocumentsConfiguration<OpenDocument> {
  const pool = new InstructionPool();
  return {
    create: (uri, _languageId, version, text) => ({
      uri,
      version,
      file: Dockerfile.parse(text, pool),
      cursor: undefined,
    }),
    update: ({ uri, file }, changes, version) => ({ uri, version, ...changed(file, changes) }),
  };
}

/** The file after some changes, each of which counts in what the ones before it left. */
export function changed(
  file: Dockerfile,
  changes: readonly TextDocumentContentChangeEvent[],
): Pick<OpenDocument, 'file' | 'cursor'> {
  const [change] = changes;
  if (changes.length === 1 && change && 'range' in change) {
    const at = spanOf(file.source, change);
    return { file: file.edit({ at, text: change.text }), cursor: at.start + change.text.length };
  }
  // many cursors, or a whole new text: read again once, from the first to the last difference
  let { source } = file;
  for (const each of changes) {
    if ('range' in each) {
      const at = spanOf(source, each);
      const text = source.text.slice(0, at.start) + each.text + source.text.slice(at.end);
      source = source.edited(text, at, each.text.length);
    } else source = new Source(each.text);
  }
  return { file: file.edit(difference(file.text, source.text)), cursor: undefined };
}

/** A client that counts wrong may name an end before the start: then nothing is replaced. */
function spanOf(source: Source, { range }: TextDocumentContentChangeEvent & { range: object }) {
  const { start, end } = source.spanOf(range as Parameters<Source['spanOf']>[0]);
  return { start, end: Math.max(start, end) };
}
