import type * as lsp from 'vscode-languageserver';
import type { Edit } from '../language';
import type { Client } from './client';
import type { OpenDocument } from './documents';

/** Edits of a file that the client need not have open. */
export interface ForeignEdits {
  readonly uri: string;
  readonly edits: lsp.TextEdit[];
}

/** Edits of a document's text as the client takes them, with those of other files. */
export function workspaceEdit(
  { uri, version, file }: OpenDocument,
  client: Client,
  edits: readonly Edit[],
  others: readonly ForeignEdits[] = [],
): lsp.WorkspaceEdit {
  const own = edits.map(({ at, text }): lsp.TextEdit => ({ range: file.source.rangeOf(at), newText: text }));
  const foreign = others.filter((each) => each.edits.length > 0);
  if (!client.can.documentChanges) {
    return { changes: Object.fromEntries([{ uri, edits: own }, ...foreign].map((each) => [each.uri, each.edits])) };
  }
  const all = [
    { uri, version: version as number | null, edits: own },
    ...foreign.map((each) => ({ ...each, version: null })),
  ];
  return {
    documentChanges: all.map((each) => ({ textDocument: { uri: each.uri, version: each.version }, edits: each.edits })),
  };
}
