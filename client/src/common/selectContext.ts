/** "Select Build Context…": every build that is known of a Dockerfile, and any folder. The choice is kept for that file. */
import { l10n, type QuickPickItem, QuickPickItemKind, Uri, window } from 'vscode';
import type { DescribedBuild } from '../../../server/src/lsp/protocol';
import { contextText, sourceText } from './buildTexts';
import { type CommandTarget, findDocument } from './documents';
import type { Server } from './server';

interface Item extends QuickPickItem {
  /** What is remembered when it is picked: undefined for nothing, so that the order of sources holds. */
  readonly choose: () => Promise<DescribedBuild | undefined> | DescribedBuild | undefined;
}

/**
 * Gives the build that is in force then; undefined if the user declines.
 * @param source whose build to take without asking, for a key of the user's own
 */
export async function selectContext(
  server: Server,
  target?: CommandTarget,
  source?: DescribedBuild['source'],
): Promise<DescribedBuild | undefined> {
  const title = l10n.t('Select Build Context');
  const document = await findDocument(target, title);
  if (!document) return undefined;
  const found = await server.builds(document);
  if (!found) {
    window.showErrorMessage(l10n.t('The file is not in a folder yet. Save it in one, then try again.'));
    return undefined;
  }
  const { builds, current, chosen } = found;
  const wanted = builds.find((build) => build.source === source);
  if (wanted) {
    await server.rememberBuild(document.uri, { choice: wanted });
    return wanted;
  }
  const item = (build: DescribedBuild): Item => ({
    label: `${chosen && isSame(build, current) ? '$(check) ' : ''}${contextText(document.uri, build)}`,
    description: sourceText(build),
    ...detailOf(build),
    choose: () => build,
  });
  let declined = false;
  const browse = async () => {
    const folder = await pickFolder(Uri.parse(current.context));
    declined = folder === undefined;
    return folder && { source: 'chosen' as const, context: folder.toString() };
  };
  const items: Item[] = [
    ...builds.map(item),
    ...(current.source === 'chosen' ? [item(current)] : []),
    { label: '', kind: QuickPickItemKind.Separator, choose: () => undefined },
    { label: l10n.t('$(folder-opened) Browse…'), choose: browse },
  ];
  if (chosen) {
    const description = l10n.t('as the settings and the project’s files say: {0}', sourceText(builds[0]!));
    items.push({ label: l10n.t('$(discard) Automatic'), description, choose: () => undefined });
  }
  const placeHolder = l10n.t('Which folder is sent to the builder?');
  const picked = await window.showQuickPick(items, { title, placeHolder, matchOnDescription: true });
  const choice = await picked?.choose();
  if (!picked || declined) return undefined;
  await server.rememberBuild(document.uri, { choice });
  return choice ?? builds[0];
}

async function pickFolder(defaultUri: Uri): Promise<Uri | undefined> {
  const openLabel = l10n.t('Use as Build Context');
  const options = { canSelectFiles: false, canSelectFolders: true, canSelectMany: false };
  return (await window.showOpenDialog({ ...options, defaultUri, openLabel }))?.[0];
}

const isSame = (a: DescribedBuild, b: DescribedBuild): boolean =>
  a.source === b.source && a.file === b.file && a.name === b.name && a.context === b.context;

function detailOf({ target, args, platform }: DescribedBuild): { detail?: string } {
  const parts = [
    target !== undefined && l10n.t('stage {0}', target),
    args && l10n.t('arguments {0}', Object.keys(args).join(', ')),
    platform !== undefined && l10n.t('platform {0}', platform),
  ].filter((part) => part !== false && part !== undefined);
  return parts.length > 0 ? { detail: parts.join(' · ') } : {};
}
