import type * as lsp from 'vscode-languageserver';
import type { Span } from '../language';
import { copiesAll, type OfferedRefactoring, refactoring } from '../language/features';
import type { Report } from './checker';
import type { Client } from './client';
import { workspaceEdit } from './edits';
import { CodeActionTriggerKind } from './library';
import { NEW_DOCKERIGNORE_COMMAND } from './protocol';
import { texts } from './texts';

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
  report: Report,
  client: Client,
  { range, context }: lsp.CodeActionParams,
  wants: (kind: string) => boolean,
): lsp.CodeAction[] {
  const { document, settings } = report;
  const at = document.file.source.spanOf(range);
  if (at.start === at.end && context.triggerKind === CodeActionTriggerKind.Automatic) return [];
  const written = refactoring(document.file, at, ({ kind }) => wants(kind)).map((offered): lsp.CodeAction => {
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
  return [...written, ...(wants('refactor.rewrite') ? ignoreAction(report, client, at) : [])];
}

/** Where all of a context is copied that leaves nothing out: our own client can begin a `.dockerignore`. */
function ignoreAction({ document, settings, around }: Report, client: Client, at: Span): lsp.CodeAction[] {
  const { context, locale } = settings;
  if (!client.ours || context === undefined || around.context || !copiesAll(document.file, at.start)) return [];
  const title = texts[locale].newDockerignore;
  const command = { title, command: NEW_DOCKERIGNORE_COMMAND, arguments: [context] };
  return [{ title, kind: 'refactor.rewrite', command }];
}

/** The whole of a refactoring whose edit was left for later; as it was where the document is another one by now. */
export function resolveRefactoring({ document }: Report, client: Client, action: lsp.CodeAction): lsp.CodeAction {
  const { refactoring: id, version, range } = action.data as PendingRefactoring;
  if (version !== document.version) return action;
  const [offered]: readonly OfferedRefactoring[] = refactoring(document.file, range, (each) => each.id === id);
  return offered ? { ...action, edit: workspaceEdit(document, client, offered.edits) } : action;
}
