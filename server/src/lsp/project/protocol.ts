/**
 * What client and server say to each other of builds that files of the project describe, and of Dockerfiles that stand in other
 * files: a part of `../protocol`, through which both sides import it.
 */
import type { DocumentUri, Position, Range } from 'vscode-languageserver';

/** Request: how a document is built, by all that says so. Answer: {@link BuildsResult}, null if it is not open or in no folder. */
export const BUILDS_METHOD = 'slipway/builds';

/** One way in which a Dockerfile is built. What is absent nobody says. */
export interface DescribedBuild {
  /**
   * Who says so: a file of the project, the setting `slipway.build.context`, the last build that the user started, nobody (`own`:
   * the Dockerfile's own folder), or the user, who picked a folder (`chosen`).
   */
  readonly source: 'tasks' | 'compose' | 'bake' | 'devcontainer' | 'setting' | 'last' | 'own' | 'chosen';
  /** The folder that is sent to the builder. */
  readonly context: DocumentUri;
  /** Of a project file: itself, and the service, target, container or task in it. */
  readonly file?: DocumentUri;
  readonly name?: string;
  readonly target?: string;
  /** Those whose values are known. */
  readonly args?: Readonly<Record<string, string>>;
  readonly platform?: string;
}

export interface BuildsResult {
  /** The one in force. */
  readonly current: DescribedBuild;
  /** Whether the user chose it for this document. */
  readonly chosen: boolean;
  /** All that are known but for a folder that the user picked; the first is in force where nothing is chosen. */
  readonly builds: readonly DescribedBuild[];
}

/** Notification: what the client remembers, all of it. Params {@link RememberedBuilds}. */
export const REMEMBERED_BUILDS_METHOD = 'slipway/rememberedBuilds';

/** By the URI of the Dockerfile. */
export type RememberedBuilds = Readonly<Record<DocumentUri, RememberedBuild>>;

export interface RememberedBuild {
  /** What the user chose; of a project file's build, that file and its name count, and else what it says now. */
  readonly choice?: DescribedBuild;
  /** The last build that the user started. */
  readonly last?: DescribedBuild;
}

/**
 * Request: what is wrong with the Dockerfiles that stand in a Markdown, Compose or Bake file. Params {@link EmbeddedParams};
 * answer: Diagnostic[], with ranges of that file.
 */
export const EMBEDDED_DIAGNOSTICS_METHOD = 'slipway/embeddedDiagnostics';

/** Request: the hover there. Params {@link EmbeddedPositionParams}; answer: Hover, null for nothing. */
export const EMBEDDED_HOVER_METHOD = 'slipway/embeddedHover';

/** Request: completion there. Params {@link EmbeddedPositionParams}; answer: CompletionItem[]. */
export const EMBEDDED_COMPLETION_METHOD = 'slipway/embeddedCompletion';

/** Request: what can be done about findings there. Params {@link EmbeddedRangeParams}; answer: CodeAction[] with their edits. */
export const EMBEDDED_ACTIONS_METHOD = 'slipway/embeddedActions';

/**
 * Request: where what stands in a Compose, Bake, devcontainer.json or tasks.json file is defined: a stage, an ARG, the Dockerfile.
 * Params {@link EmbeddedPositionParams}; answer: DefinitionLink[].
 */
export const PROJECT_DEFINITION_METHOD = 'slipway/projectDefinition';

/** Request: the hover there. Params {@link EmbeddedPositionParams}; answer: Hover, null for nothing. */
export const PROJECT_HOVER_METHOD = 'slipway/projectHover';

/** Request: all places that name the same. Params {@link EmbeddedPositionParams}; answer: Location[], the definition's among them. */
export const PROJECT_REFERENCES_METHOD = 'slipway/projectReferences';

/** A file that the server need not have open. */
export interface EmbeddedParams {
  readonly uri: DocumentUri;
  /** VS Code's name of its language: tells Markdown; other files are told by their name. */
  readonly languageId: string;
  readonly text: string;
}

export interface EmbeddedPositionParams extends EmbeddedParams {
  readonly position: Position;
}

export interface EmbeddedRangeParams extends EmbeddedParams {
  readonly range: Range;
}
