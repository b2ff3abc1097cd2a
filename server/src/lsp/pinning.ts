import type * as lsp from 'vscode-languageserver';
import type { Edit } from '../language';
import { digestPin, type PinnableImage, pinnableImage, tagPin } from '../language/features';
import type { Report } from './checker';
import type { Client } from './client';
import { workspaceEdit } from './edits';
import type { Session } from './handler';
import { CodeActionTriggerKind, MessageType, ShowMessageNotification } from './library';
import { signalOf } from './registry/answers';
import type { Registry } from './registry/registry';
import { texts } from './texts';

/** What an action that asks a registry when chosen must remember. The offset counts in the document. */
export interface PendingPin {
  readonly uri: string;
  readonly pin: 'digest' | 'tag';
  /** The document's, in which the offset counts. */
  readonly version: number;
  readonly offset: number;
}

export const isPin = (data: unknown): data is PendingPin => typeof data === 'object' && data !== null && 'pin' in data;

/** Rules whose findings these actions answer. */
const answered: Readonly<Record<PendingPin['pin'], readonly string[]>> = {
  digest: ['digest-required'],
  tag: ['tag-required', 'end-of-life-image'],
};

const kind = 'refactor.rewrite';

/**
 * Pinning the image at a cursor by what its registry says: as fixes of findings that ask for it, else, where a user opens the
 * menu, as refactorings. The registry is asked once one is chosen, so a client that cannot resolve actions gets none.
 */
export function pinActions(
  { document, settings, findings, items }: Report,
  client: Client,
  { range, context }: lsp.CodeActionParams,
): lsp.CodeAction[] {
  if (!settings.registry || !client.can.resolveEdit) return [];
  const offset = document.file.source.offsetAt(range.start);
  const found = pinnableImage(document.file, offset);
  if (!found) return [];
  const { only, triggerKind } = context;
  const wants = (wanted: string) => !only || only.some((each) => wanted === each || wanted.startsWith(`${each}.`));
  const say = texts[settings.locale];
  return (['digest', 'tag'] as const).flatMap((pin): lsp.CodeAction[] => {
    const data: PendingPin = { uri: document.uri, pin, version: document.version, offset };
    const title = pin === 'digest' ? say.pinDigest(found.image.familiar) : say.pinTag(found.image.familiar);
    const at = findings.findIndex(
      (each) => answered[pin].includes(each.rule) && each.at.start <= found.at.end && found.at.start <= each.at.end,
    );
    if (at >= 0 && wants('quickfix')) return [{ title, kind: 'quickfix', diagnostics: [items[at]!], data }];
    const asked = triggerKind !== CodeActionTriggerKind.Automatic;
    return asked && wants(kind) ? [{ title, kind, data }] : [];
  });
}

/** The action with its edit; as it was, with a word to the user, where the registry has nothing for it. */
export async function resolvePin(
  { connection, client, registry, document: documentOf, settings }: Session,
  action: lsp.CodeAction,
  token: lsp.CancellationToken,
): Promise<lsp.CodeAction> {
  const { uri, pin, version, offset } = action.data as PendingPin;
  const document = documentOf({ uri });
  const own = document && (await settings.of(uri));
  if (!document || document.version !== version || !own?.registry || !registry) return action;
  const image = pinnableImage(document.file, offset);
  if (!image) return action;
  const found = await editOf(registry, image, pin, signalOf(token));
  if (typeof found === 'object') return { ...action, edit: workspaceEdit(document, client, [found]) };
  const say = texts[own.locale];
  const { familiar } = image.image;
  const text = found === 'newest' ? say.isNewest(familiar) : say.notFound(familiar, image.image.domain);
  connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: text });
  return action;
}

async function editOf(
  registry: Registry,
  found: PinnableImage,
  pin: PendingPin['pin'],
  signal: AbortSignal,
): Promise<Edit | 'newest' | 'unknown'> {
  const { image } = found;
  if (pin === 'digest') {
    const digest = await registry.digest(image, image.tag?.text ?? 'latest', signal);
    return digest === undefined ? 'unknown' : digestPin(found, digest);
  }
  const tags = await registry.tags(image, signal);
  return tags === undefined ? 'unknown' : (tagPin(found, tags) ?? 'newest');
}
