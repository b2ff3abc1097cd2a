import type { DescribedBuild } from '../protocol';
import { buildersOf, isInside, type LocatedBuild, type ProjectFile } from './find';

/** Whom to believe first where several files describe builds: tasks are what people start in the editor. */
const order = ['tasks', 'compose', 'bake', 'devcontainer'] as const;

/**
 * The builds of a Dockerfile that files of the project describe, whom to believe first in front. Those whose context is not known,
 * or is outside of the workspace, are left out.
 */
export function describedBuilds(
  dockerfile: string,
  files: readonly ProjectFile[],
  workspaceFolders: readonly string[],
  own: string,
): readonly DescribedBuild[] {
  const builders = buildersOf(dockerfile, files);
  return order.flatMap((kind) =>
    builders
      .filter((file) => file.kind === kind)
      .flatMap((file) =>
        file.builds.flatMap((build) => {
          const { contextUri } = build;
          if (contextUri === undefined || !isInside(contextUri, workspaceFolders, own)) return [];
          return described(file.uri, build, contextUri);
        }),
      ),
  );
}

function described(file: string, { kind, name, target, args, platforms }: LocatedBuild, context: string) {
  // several platforms are no single image
  const platform = platforms.length === 1 ? platforms[0]!.text : undefined;
  const known = args.flatMap((each) => (each.value?.text === undefined ? [] : [[each.name, each.value.text] as const]));
  const build: DescribedBuild = {
    source: kind,
    context,
    file,
    name,
    ...(target?.text !== undefined && { target: target.text }),
    ...(known.length > 0 && { args: Object.fromEntries(known) }),
    ...(platform !== undefined && { platform }),
  };
  return build;
}

/** Whether two are the same build of the same file, whatever it says by now. */
export const isSameBuild = (a: DescribedBuild, b: DescribedBuild): boolean =>
  a.source === b.source && a.file === b.file && a.name === b.name;
