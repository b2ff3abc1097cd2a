/** Stop Container… and Show Container Logs. */
import { l10n } from 'vscode';
import {
  listContainersInvocation,
  logsInvocation,
  removeContainerInvocation,
  stopInvocation,
} from '../docker/invocation';
import { parseContainers } from '../docker/listings';
import { Engine } from '../engine';
import { type Action, inform, pick } from '../ui';
import type { Workbench } from './workbench';

/** What buttons and tests hand over; menus hand over a URI, which names no container. */
export interface ContainerTarget {
  readonly container?: string;
}

/** Stops a container. Gives its name. */
export async function stopContainer(bench: Workbench, target?: ContainerTarget): Promise<string | undefined> {
  const engine = Engine.find(bench.server);
  const name = engine && (target?.container ?? (await pickContainer(engine, l10n.t('Stop Container'))));
  if (engine === undefined || name === undefined) {
    return undefined;
  }
  const outcome = await engine.run(stopInvocation(name), { title: l10n.t('Stopping {0}', name) });
  if (outcome.code !== 0) {
    engine.report(outcome);
    return undefined;
  }
  const remove: Action = [
    l10n.t('Remove Container'),
    async () => {
      if ((await engine.ask(removeContainerInvocation(name))) !== undefined) {
        inform(l10n.t('Removed container {0}.', name));
      }
    },
  ];
  inform(l10n.t('Stopped container {0}. What it wrote outside volumes is kept until it is removed.', name), remove);
  return name;
}

/** Follows a container's log in a terminal. */
export async function showContainerLogs(bench: Workbench, target?: ContainerTarget): Promise<void> {
  const engine = Engine.find(bench.server);
  const name = engine && (target?.container ?? (await pickContainer(engine, l10n.t('Show Container Logs'))));
  if (engine !== undefined && name !== undefined) {
    engine.openTerminal(l10n.t('Logs: {0}', name), logsInvocation(name));
  }
}

/** One of the running containers: of those that Slipway started, if any, else of all. */
async function pickContainer(engine: Engine, title: string): Promise<string | undefined> {
  const ours = await engine.ask(listContainersInvocation(true));
  const listed = ours?.trim() === '' ? await engine.ask(listContainersInvocation(false)) : ours;
  if (listed === undefined) {
    return undefined;
  }
  const containers = parseContainers(listed);
  if (containers.length === 0) {
    inform(l10n.t('No container is running.'));
    return undefined;
  }
  const items = containers.map(({ name, image, status, ports }) => ({
    label: name,
    description: image,
    detail: `${status}  ${ports}`,
  }));
  return (await pick(items, { title, placeHolder: l10n.t('Which container?'), matchOnDescription: true }))?.label;
}
