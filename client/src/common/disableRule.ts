/** Turns a rule off for the whole workspace: in the nearest `.slipway.json` upwards, else in the workspace's settings. */
import { ConfigurationTarget, l10n, Uri, window, workspace } from 'vscode';
import { type DisableRuleArgument, SETTINGS_SECTION } from '../../../server/src/lsp/protocol';
import { withRuleOff } from './ruleSetting';

const FILE = '.slipway.json';

/** The command behind the code action; says where it wrote. */
export async function disableRule({ rule, uri }: DisableRuleArgument): Promise<void> {
  const document = Uri.parse(uri);
  const file = await nearestConfiguration(document);
  if (file !== undefined) {
    await writeFile(file, rule);
    return;
  }
  const configuration = workspace.getConfiguration(SETTINGS_SECTION, document);
  const folder = workspace.getWorkspaceFolder(document);
  const target = folder ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  const { workspaceValue, globalValue } = configuration.inspect<Record<string, unknown>>('rules') ?? {};
  const before = folder ? workspaceValue : globalValue;
  await configuration.update('rules', { ...before, [rule]: 'off' }, target);
  window.setStatusBarMessage(
    folder
      ? l10n.t('Rule “{0}” is off in the workspace settings.', rule)
      : l10n.t('Rule “{0}” is off in the user settings.', rule),
    5000,
  );
}

async function writeFile(file: Uri, rule: string): Promise<void> {
  const open = workspace.textDocuments.find((d) => d.uri.toString() === file.toString());
  if (open?.isDirty) {
    await open.save();
  }
  const text = withRuleOff(new TextDecoder().decode(await workspace.fs.readFile(file)), rule);
  if (text === undefined) {
    await window.showTextDocument(file);
    window.showErrorMessage(
      l10n.t('{0} is not valid JSON. Correct it, then try again.', workspace.asRelativePath(file)),
    );
    return;
  }
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  window.setStatusBarMessage(l10n.t('Rule “{0}” is off in {1}.', rule, workspace.asRelativePath(file)), 5000);
}

/** The nearest configuration file from the document's folder up to the root, as the server looks for it. */
async function nearestConfiguration(document: Uri): Promise<Uri | undefined> {
  let folder = Uri.joinPath(document, '..');
  while (true) {
    const file = Uri.joinPath(folder, FILE);
    try {
      await workspace.fs.stat(file);
      return file;
    } catch {
      // not here: one folder up
    }
    const parent = Uri.joinPath(folder, '..');
    if (parent.path === folder.path) {
      return undefined;
    }
    folder = parent;
  }
}
