/** Which Dockerfile a command is about. */
import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/lsp/protocol';

/** VS Code's names of the language, as a glob. */
const GLOB = '**/{Dockerfile,Dockerfile.*,*.dockerfile,*.Dockerfile,Containerfile,Containerfile.*}';

/** What a menu, a code lens or a test hands to a command. */
export type CommandTarget = Uri | { readonly uri: Uri | string } | undefined;

/** The document asked for, else the active one, else one picked in the workspace; undefined if the user declines. */
export async function findDocument(target: CommandTarget, title: string): Promise<TextDocument | undefined> {
  const uri = target instanceof Uri ? target : target?.uri;
  if (uri !== undefined) {
    return workspace.openTextDocument(typeof uri === 'string' ? Uri.parse(uri) : uri);
  }
  const active = window.activeTextEditor?.document;
  if (active?.languageId === LANGUAGE_ID) {
    return active;
  }
  const files = (await workspace.findFiles(GLOB, '**/node_modules/**', 200)).filter((f) => !f.path.endsWith('ignore'));
  if (files.length === 0) {
    window.showErrorMessage(
      l10n.t('No Dockerfile was found. Open a folder that has one, or create a file named Dockerfile.'),
    );
    return undefined;
  }
  const items = files.map((file) => ({ label: workspace.asRelativePath(file), file })).sort(byLabel);
  const picked =
    items.length === 1
      ? items[0]
      : await window.showQuickPick(items, { title, placeHolder: l10n.t('Which Dockerfile?') });
  return picked && workspace.openTextDocument(picked.file);
}

function byLabel(a: { label: string }, b: { label: string }): number {
  return a.label < b.label ? -1 : 1;
}
