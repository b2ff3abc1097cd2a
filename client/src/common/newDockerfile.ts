/** "New Dockerfile…": a whole file to begin with, by what the folder holds. It is not saved until the user saves it. */
import { l10n, SnippetString, Uri, window, workspace } from 'vscode';
import { STARTERS_METHOD, type StarterSummary, type StartersParams } from '../../../server/src/lsp/protocol';
import { folderOf, pickFolder, readFolder } from './files';
import type { Server } from './server';
import { contentLocale } from './settings';

/** @param target the folder, or a file in it, that a menu is about */
export async function newDockerfile(server: Server, target?: Uri): Promise<void> {
  const folder = target ? await folderOf(target) : await pickFolder();
  if (!folder) return;
  const file = Uri.joinPath(folder, 'Dockerfile');
  const entries = (await readFolder({ uri: folder.toString() })) ?? [];
  if (entries.some(({ name }) => name === 'Dockerfile')) {
    await window.showTextDocument(file);
    window.showInformationMessage(l10n.t('This folder has a Dockerfile already.'));
    return;
  }
  const params: StartersParams = { names: entries.map(({ name }) => name), locale: contentLocale() };
  const starters = (await server.request<StarterSummary[]>(STARTERS_METHOD, params)) ?? [];
  const picked = await window.showQuickPick(
    starters.map((starter) => ({ label: starter.title, starter })),
    { title: l10n.t('New Dockerfile'), placeHolder: l10n.t('What is in the image?') },
  );
  if (!picked) return;
  const document = await workspace.openTextDocument(file.with({ scheme: 'untitled' }));
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(picked.starter.snippet));
}
