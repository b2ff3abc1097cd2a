import { spanOf } from '../text/span';
import type { ProjectBuild } from './builds';
import { listOf, namesOf } from './names';
import { substituted, type Text, type Tree, textOf, valueOf } from './tree';

/**
 * The image that a dev container is built from, today's keys and those of old (`dockerFile`, `context`)
 * (https://containers.dev/implementors/json_reference/#image-specific).
 */
export function devcontainerBuilds(root: Tree | undefined): readonly ProjectBuild[] {
  const build = valueOf(root, 'build');
  const text = (tree: Tree | undefined, name: string) => {
    const written = textOf(tree, name);
    return written && unless(written);
  };
  const dockerfile = text(build, 'dockerfile') ?? text(root, 'dockerFile');
  if (!dockerfile) return [];
  const name = textOf(root, 'name');
  return [
    {
      kind: 'devcontainer',
      name: name?.text ?? 'devcontainer',
      at: name?.at ?? spanOf(dockerfile.at.start, dockerfile.at.end),
      context: text(build, 'context') ?? text(root, 'context'),
      dockerfile,
      inline: undefined,
      target: text(build, 'target'),
      args: namesOf(valueOf(build, 'args'), unless),
      platforms: listOf(undefined),
      contexts: [],
    },
  ];
}

/** `${localEnv:…}` and its like are not known here. */
const unless = (text: Text): Text => substituted(text, /\$\{[^}]*\}/g, () => undefined);
