/** Push Image… */
import { l10n } from 'vscode';
import { listImagesInvocation, pushInvocation, tagInvocation } from '../docker/invocation';
import { isListed, parseImages } from '../docker/listings';
import { canPush, splitImageName } from '../docker/names';
import { Engine } from '../engine';
import { OutputTerminal } from '../terminal';
import { inform, pick } from '../ui';
import { askImageName } from './buildQuestions';
import type { Workbench } from './workbench';

/** What buttons and tests hand over; menus hand over a URI, which names no image. */
export interface PushTarget {
  readonly image?: string;
}

/** Pushes an image to a registry, under another name if its own names none. Gives the name that was pushed. */
export async function pushImage(bench: Workbench, target?: PushTarget): Promise<string | undefined> {
  const engine = Engine.find(bench.server);
  const image = engine && (target?.image ?? (await pickImage(bench, engine)));
  const name = image && (canPush(image) ? image : await askRemoteName(bench, image));
  if (engine === undefined || !image || !name) {
    return undefined;
  }
  if (name !== image && (await engine.ask(tagInvocation(image, name))) === undefined) {
    return undefined;
  }
  const terminal = OutputTerminal.show(l10n.t('Slipway: Push'));
  const outcome = await engine.run(pushInvocation(name), { title: l10n.t('Pushing {0}', name), terminal });
  if (outcome.code !== 0) {
    const { registry } = splitImageName(name);
    engine.report(outcome, registry ? { registry } : {});
    return undefined;
  }
  inform(l10n.t('Pushed {0}.', name));
  return name;
}

/** A local image: those built here first, newest first. */
async function pickImage(bench: Workbench, engine: Engine): Promise<string | undefined> {
  const listed = await engine.ask(listImagesInvocation());
  if (listed === undefined) {
    return undefined;
  }
  const images = parseImages(listed);
  if (images.length === 0) {
    inform(l10n.t('There is no image to push. Build one first.'));
    return undefined;
  }
  const ours = bench.memory.tags().filter((tag) => isListed(tag, images));
  const others = images
    .map((image) => image.name)
    .filter((name) => !ours.some((tag) => name === tag || name === `localhost/${tag}`));
  const items = [...ours, ...others].map((label) => ({ label }));
  return (await pick(items, { title: l10n.t('Push Image: Image'), placeHolder: l10n.t('Which image?') }))?.label;
}

/** A name that says where to: `ghcr.io/me/app:1`, or an account on Docker Hub: `me/app:1`. */
async function askRemoteName(bench: Workbench, image: string): Promise<string | undefined> {
  const account = l10n.t('account');
  const prefix = bench.memory.pushPrefix ?? account;
  const name = await askImageName({
    title: l10n.t('Push Image: Registry'),
    prompt: l10n.t(
      'Where to: your account on Docker Hub as in me/{0}, or another registry as in ghcr.io/me/{0}',
      image,
    ),
    value: `${prefix}/${image}`,
    selection: [0, prefix.length],
    validate: (value) => {
      if (!canPush(value)) {
        return l10n.t('Put your account or a registry before the name, as in me/{0}.', image);
      }
      return value.startsWith(`${account}/`) ? l10n.t('Replace “{0}” with your own.', account) : undefined;
    },
  });
  if (name?.endsWith(`/${image}`)) {
    await bench.memory.rememberPush(name.slice(0, -image.length - 1));
  }
  return name;
}
