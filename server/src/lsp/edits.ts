import type * as lsp from 'vscode-languageserver';
import type { Edit } from '../language';
import type { Client } from './client';
import type { OpenDocument } from './documents';

/** Edits of a document's text as the client takes them. */
export function workspaceEdit(
  { uri, version, file }: OpenDocument,
  client: Client,
  edits: readonly Edit[],
): lsp.WorkspaceEdit {
  const changes = edits.map(({ at, text }): lsp.TextEdit => ({ range: file.source.rangeOf(at), newText: text }));
  return client.can.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}
