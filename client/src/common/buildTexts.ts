/** How builds of a Dockerfile are shown. */
import { l10n, Uri } from 'vscode';
import type { DescribedBuild } from '../../../server/src/lsp/protocol';
import { relativePath } from './relativePath';

/** The context folder as seen from the Dockerfile's: `..`. */
export function contextText(document: Uri, { context }: DescribedBuild): string {
  const folder = Uri.parse(context);
  const own = Uri.joinPath(document, '..');
  if (folder.scheme !== own.scheme || folder.authority !== own.authority) return folder.toString(true);
  return relativePath(own.path, folder.path);
}

/** Who says so: `compose.yaml, service web`. */
export function sourceText({ source, file, name = '' }: DescribedBuild): string {
  const base = file === undefined ? '' : Uri.parse(file).path.replace(/^.*\//, '');
  switch (source) {
    case 'compose':
      return l10n.t('{0}, service {1}', base, name);
    case 'bake':
      return l10n.t('{0}, target {1}', base, name);
    case 'tasks':
      return l10n.t('{0}, task {1}', base, name);
    case 'devcontainer':
      return l10n.t('{0}, container {1}', base, name);
    case 'setting':
      return l10n.t('setting slipway.build.context');
    case 'last':
      return l10n.t('last build');
    case 'own':
      return l10n.t('the Dockerfile’s own folder');
    case 'chosen':
      return l10n.t('folder that you picked');
  }
}
