import type * as lsp from 'vscode-languageserver';
import { CodeActionTriggerKind } from 'vscode-languageserver';
import { type OfferedRefactoring, refactoring, type Span } from '../language';
import type { Report } from './checker';
import type { Client } from './client';
import { workspaceEdit } from './edits';

/** The kinds of refactorings, as they are declared. */
export const REFACTORING_KINDS = ['refactor.extract', 'refactor.inline', 'refactor.rewrite'];

/** What a refactoring that is worked out when chosen must remember. Offsets count in the document. */
export interface PendingRefactoring {
  readonly uri: string;
  readonly refactoring: string;
  /** The document's, in which the range counts. */
  readonly version: number;
  readonly range: Span;
}

/**
 * The refactorings at a range. A client that asks by itself, as the cursor moves, gets those of a selection only: nearly every
 * instruction could be written otherwise, and a sign at each of them would say nothing.
 */
export function refactorActions(
  { document, settings }: Report,
  client: Client,
  { range, context }: lsp.CodeActionParams,
  wants: (kind: string) => boolean,
): lsp.CodeAction[] {
  const at = document.file.source.spanOf(range);
  if (at.start === at.end && context.triggerKind === CodeActionTriggerKind.Automatic) return [];
  return refactoring(document.file, at, ({ kind }) => wants(kind)).map((offered): lsp.CodeAction => {
    const action = { title: offered.title(settings.locale), kind: offered.kind };
    if (!client.can.resolveEdit) return { ...action, edit: workspaceEdit(document, client, offered.edits) };
    const data: PendingRefactoring = {
      uri: document.uri,
      refactoring: offered.id,
      version: document.version,
      range: at,
    };
    return { ...action, data };
  });
}

/** The whole of a refactoring whose edit was left for later; as it was where the document is another one by now. */
export function resolveRefactoring({ document }: Report, client: Client, action: lsp.CodeAction): lsp.CodeAction {
  const { refactoring: id, version, range } = action.data as PendingRefactoring;
  if (version !== document.version) return action;
  const [offered]: readonly OfferedRefactoring[] = refactoring(document.file, range, (each) => each.id === id);
  return offered ? { ...action, edit: workspaceEdit(document, client, offered.edits) } : action;
}
