import type { ProjectBuild } from './builds';
import { listOf, namesOf } from './names';
import { entriesOf, substituted, type Text, type Tree, textOf, valueOf } from './tree';

/**
 * The services that a Compose file builds (https://docs.docker.com/reference/compose-file/build/). What a service `extends` and
 * what other files override is not looked up.
 */
export function composeBuilds(root: Tree | undefined): readonly ProjectBuild[] {
  return entriesOf(valueOf(root, 'services')).flatMap(({ key, at, value }) => {
    const build = valueOf(value, 'build');
    if (!build || build.kind === 'list' || (build.kind === 'text' && build.text === undefined)) return [];
    const text = (name: string) => interpolated(textOf(build, name));
    const platform = interpolated(textOf(value, 'platform'));
    const platforms = listOf(valueOf(build, 'platforms')).map(interpolate);
    return {
      kind: 'compose' as const,
      name: key,
      at,
      context: build.kind === 'text' ? interpolate(build) : text('context'),
      dockerfile: text('dockerfile'),
      inline: text('dockerfile_inline'),
      target: text('target'),
      args: namesOf(valueOf(build, 'args'), interpolate),
      platforms: platforms.length === 0 && platform ? [platform] : platforms,
      contexts: namesOf(valueOf(build, 'additional_contexts'), interpolate),
    };
  });
}

const interpolated = (text: Text | undefined): Text | undefined => text && interpolate(text);

/** https://docs.docker.com/reference/compose-file/interpolation/ */
const variable = /\$\$|\$\{[A-Za-z_]\w*(?:(:?[-+?])([^{}]*))?\}|\$[A-Za-z_]\w*/g;

/** `$$` is a dollar; of the environment only what a default says is known. */
const interpolate = (text: Text): Text =>
  substituted(text, variable, ([all, operator, word]) =>
    all === '$$' ? '$' : operator?.endsWith('-') ? word : undefined,
  );
