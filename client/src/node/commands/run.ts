/** Run Container… */
import { setTimeout as pause } from 'node:timers/promises';
import { env, l10n, QuickPickItemKind, type TextDocument, Uri, window, workspace } from 'vscode';
import { LANGUAGE_ID } from '../../../../server/src/lsp/protocol';
import type { CommandTarget } from '../../common/documents';
import { classify } from '../docker/failures';
import {
  inspectContainerInvocation,
  inspectImageInvocation,
  listImagesInvocation,
  listNamesInvocation,
  type PortMapping,
  removeContainerInvocation,
  runInvocation,
} from '../docker/invocation';
import { isListed, parseContainerState, parseImageConfig, parseImages } from '../docker/listings';
import { proposeContainerName } from '../docker/names';
import { httpScheme, LOOPBACK, looksLikeHttp } from '../docker/ports';
import { runQuestions } from '../docker/run';
import { Engine } from '../engine';
import { type Action, commandAction, inform, pick, warn } from '../ui';
import { buildImage } from './build';
import { askEnvironment, askPorts, askVolumes } from './runQuestions';
import type { Workbench } from './workbench';

/** What menus, lenses, buttons and tests hand over. */
export type RunTarget = CommandTarget | { readonly uri?: Uri | string; readonly image?: string };

/** How often, and how far apart in milliseconds, a new container is looked at before it counts as running. */
const LOOKS = 6;
const LOOK_EVERY = 250;

/** Starts a container. Gives its name once it runs. */
export async function runContainer(bench: Workbench, target?: RunTarget): Promise<string | undefined> {
  const engine = Engine.find(bench.server);
  const image = engine && (await chooseImage(bench, engine, target));
  if (engine === undefined || image === undefined) {
    return undefined;
  }
  const origin = bench.memory.origin(image);
  const document = origin && (await openDocument(origin.uri));
  const [description, inspected] = await Promise.all([
    document ? bench.server.describe(document) : undefined,
    engine.ask(inspectImageInvocation(image)),
  ]);
  if (inspected === undefined) {
    return undefined;
  }
  const questions = runQuestions(description, origin?.target, parseImageConfig(inspected));
  const remembered = bench.memory.runAnswers(image);
  const ports = await askPorts(questions.ports, remembered?.ports ?? {});
  const variables = ports && (await askEnvironment(questions.env, remembered?.env ?? {}));
  const volumes = variables && (await askVolumes(questions.volumes, image, remembered?.volumes ?? {}));
  const names = volumes && (await engine.ask(listNamesInvocation()));
  if (!ports || !variables || !volumes || names === undefined) {
    return undefined;
  }
  const name = proposeContainerName(image, new Set(names.split(/\s+/)));
  await bench.memory.rememberRun(image, {
    ports: Object.fromEntries(
      questions.ports.map((port) => [
        `${port.container}/${port.protocol}`,
        ports.find((p) => p.container === port.container && p.protocol === port.protocol)?.host ?? 0,
      ]),
    ),
    env: Object.fromEntries(variables.map((v) => [v.name, v.value])),
    volumes: Object.fromEntries(
      questions.volumes.map((path) => [path, volumes.find((v) => v.target === path)?.source ?? '']),
    ),
  });
  const outcome = await engine.run(
    runInvocation({ image, name, ports, env: variables, volumes, ...(document ? { file: document.fileName } : {}) }),
    { title: l10n.t('Starting {0}', image) },
  );
  if (outcome.code !== 0) {
    engine.report(outcome);
    // the engine keeps a container that it made but could not start
    if (classify(outcome) !== 'nameTaken') {
      await engine.quiet(removeContainerInvocation(name));
    }
    return undefined;
  }
  return (await staysUp(engine, name)) ? announce(name, image, ports) : undefined;
}

/** The image asked for, else one picked: what was built from this Dockerfile first, or build it now. */
async function chooseImage(bench: Workbench, engine: Engine, target: RunTarget): Promise<string | undefined> {
  if (target !== undefined && 'image' in target && target.image) {
    return target.image;
  }
  const listed = await engine.ask(listImagesInvocation());
  if (listed === undefined) {
    return undefined;
  }
  const images = parseImages(listed);
  const document = await dockerfileOf(target);
  const ours = document ? bench.memory.tags(document.uri.toString()).filter((tag) => isListed(tag, images)) : [];
  const build = { label: l10n.t('$(package) Build an image first'), build: true };
  const others = images.filter((image) => !ours.some((tag) => isListed(tag, [image])));
  const item = (name: string) => {
    const image = images.find((listed) => isListed(name, [listed]));
    return { label: name, description: image ? `${image.created}, ${image.size}` : '' };
  };
  const picked = await pick<{ label: string; description?: string; build?: boolean; kind?: QuickPickItemKind }>(
    [
      ...ours.map(item),
      ...(document ? [build] : []),
      { label: l10n.t('other images'), kind: QuickPickItemKind.Separator },
      ...others.map((image) => item(image.name)),
    ],
    { title: l10n.t('Run Container: Image'), placeHolder: l10n.t('Which image?') },
  );
  return picked?.build ? buildImage(bench, document?.uri) : picked?.label;
}

/** The Dockerfile asked for, else the active one. */
async function dockerfileOf(target: RunTarget): Promise<TextDocument | undefined> {
  const uri = target instanceof Uri ? target : target?.uri;
  if (uri !== undefined) {
    return workspace.openTextDocument(typeof uri === 'string' ? Uri.parse(uri) : uri);
  }
  const active = window.activeTextEditor?.document;
  return active?.languageId === LANGUAGE_ID ? active : undefined;
}

/** The Dockerfile that an image came from, unless it is gone. */
async function openDocument(uri: string): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(Uri.parse(uri));
  } catch {
    return undefined;
  }
}

/** Looks at the container for a moment: one that ends at once is the commonest mistake of a first Dockerfile. */
async function staysUp(engine: Engine, name: string): Promise<boolean> {
  for (let look = 0; look < LOOKS; look++) {
    await pause(LOOK_EVERY);
    const state = parseContainerState((await engine.quiet(inspectContainerInvocation(name))).stdout);
    if (state && !state.running) {
      warn(
        l10n.t('Container {0} stopped at once with exit code {1}. Its log tells why.', name, state.exitCode),
        commandAction(l10n.t('Show Logs'), 'slipway.showContainerLogs', { container: name }),
      );
      return false;
    }
  }
  return true;
}

function announce(name: string, image: string, ports: readonly PortMapping[]): string {
  const web = ports.find(looksLikeHttp);
  const shown = web ?? ports[0];
  const actions: Action[] = [
    commandAction(l10n.t('Show Logs'), 'slipway.showContainerLogs', { container: name }),
    commandAction(l10n.t('Stop'), 'slipway.stopContainer', { container: name }),
  ];
  if (web) {
    const url = Uri.parse(`${httpScheme(web.container)}://${LOOPBACK}:${web.host}/`);
    actions.unshift([l10n.t('Open in Browser'), async () => env.openExternal(await env.asExternalUri(url))]);
  }
  inform(
    shown
      ? l10n.t('Container {0} runs from {1} at {2}.', name, image, `${LOOPBACK}:${shown.host}`)
      : l10n.t('Container {0} runs from {1}.', name, image),
    ...actions,
  );
  return name;
}
