import type { Span } from '../text/span';
import type { Text } from './tree';

export type ProjectKind = 'compose' | 'bake' | 'devcontainer' | 'tasks';

/** A build argument that a file sets. */
export interface ProjectArg {
  readonly name: string;
  /** Where the name is written. */
  readonly at: Span;
  /** Undefined where it is taken from the environment. */
  readonly value: Text | undefined;
}

/** A build that a file of the project describes. All spans count in that file. */
export interface ProjectBuild {
  readonly kind: ProjectKind;
  /** The service, target, container or task. */
  readonly name: string;
  /** Where the name is written. */
  readonly at: Span;
  readonly context: Text | undefined;
  readonly dockerfile: Text | undefined;
  /** A whole Dockerfile that stands in the file. */
  readonly inline: Text | undefined;
  readonly target: Text | undefined;
  readonly args: readonly ProjectArg[];
  readonly platforms: readonly Text[];
  /** Named contexts: what `FROM name` and `--from=name` may mean beside stages and images. */
  readonly contexts: readonly ProjectArg[];
}
