import { spanOf } from '../text/span';
import type { ProjectBuild } from './builds';
import { namesOf } from './names';
import { substituted, type Text, type Tree, textOf, valueOf } from './tree';

/**
 * The `docker-build` tasks of a tasks.json, as the Docker and Container Tools extensions run them
 * (https://code.visualstudio.com/docs/containers/reference).
 */
export function taskBuilds(root: Tree | undefined): readonly ProjectBuild[] {
  const tasks = valueOf(root, 'tasks');
  if (tasks?.kind !== 'list') return [];
  return tasks.items.flatMap((task) => {
    const type = textOf(task, 'type');
    if (type?.text !== 'docker-build') return [];
    const build = valueOf(task, 'dockerBuild');
    const text = (name: string) => {
      const written = textOf(build, name);
      return written && known(written);
    };
    const label = textOf(task, 'label');
    const platform = text('platform');
    return {
      kind: 'tasks' as const,
      name: label?.text ?? type.text,
      at: label?.at ?? spanOf(type.at.start, type.at.end),
      context: text('context'),
      dockerfile: text('dockerfile'),
      inline: undefined,
      target: text('target'),
      args: namesOf(valueOf(build, 'buildArgs'), known),
      platforms: platform ? [platform] : [],
      contexts: [],
    };
  });
}

/** The workspace folder is where paths of tasks begin anyhow; other variables are not known here. */
const known = (text: Text): Text =>
  substituted(text, /\$\{[^}]*\}\/?/g, ([all]) => (/^\$\{workspace(?:Folder|Root)\}/.test(all) ? './' : undefined));
