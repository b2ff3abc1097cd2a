/** "New .dockerignore": what is better not sent to the builder, by what the folder holds. It is not saved until the user saves it. */
import { l10n, Uri, window, workspace } from 'vscode';
import { DOCKERIGNORE_METHOD, type StartersParams } from '../../../server/src/lsp/protocol';
import { folderOf, pickFolder, readFolder } from './files';
import type { Server } from './server';
import { contentLocale } from './settings';

/** @param target the build context's folder, or a file in it */
export async function newDockerignore(server: Server, target?: Uri | string): Promise<void> {
  const uri = typeof target === 'string' ? Uri.parse(target) : target;
  const folder = uri ? await folderOf(uri) : await pickFolder();
  if (!folder) return;
  const file = Uri.joinPath(folder, '.dockerignore');
  const names = ((await readFolder({ uri: folder.toString() })) ?? []).map(({ name }) => name);
  if (names.includes('.dockerignore')) {
    await window.showTextDocument(file);
    window.showInformationMessage(l10n.t('This folder has a .dockerignore already.'));
    return;
  }
  const params: StartersParams = { names, locale: contentLocale() };
  const text = (await server.request<string>(DOCKERIGNORE_METHOD, params)) ?? '';
  const editor = await window.showTextDocument(await workspace.openTextDocument(file.with({ scheme: 'untitled' })));
  await editor.edit((edit) => edit.insert(editor.selection.start, text));
}
