/**
 * What client and server say to each other beside LSP. Both sides import this file; it holds types and names only, so
 * that the client never pulls in the server. Lines and characters are LSP's: 0-based, UTF-16 units.
 */
import type { DocumentUri, Position, Range, TextDocumentIdentifier } from 'vscode-languageserver';
import type { RememberedBuilds } from './project/protocol';

export * from './project/protocol';

/** The language id of every document that both sides handle. */
export const LANGUAGE_ID = 'dockerfile';

/** Prefix of every setting, and the section that `workspace/configuration` asks for. */
export const SETTINGS_SECTION = 'slipway';

/** The kind of the code action that applies every safe fix of a document. */
export const FIX_ALL_KIND = 'source.fixAll.slipway';

/** `Diagnostic.source` of the server's findings; the client's own collections use other names. */
export const DIAGNOSTIC_SOURCE = 'slipway';

/** Level of a rule as settings and configuration files spell it. */
export type RuleLevel = 'off' | 'hint' | 'info' | 'warning' | 'error';

/** What `slipway.rules` holds for one rule id or alias. */
export type RuleSetting = RuleLevel | readonly [RuleLevel, Readonly<Record<string, unknown>>];

/** The part of the section `slipway` that the server reads, per document. A missing member means its default. */
export interface SlipwaySettings {
  /** Default: `recommended`. */
  readonly preset?: 'recommended' | 'strict' | 'all' | 'none';
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Default: `auto`, the locale of the client. */
  readonly language?: 'auto' | 'en' | 'ko';
  /** See `formatChoices` in the language ring: a choice by name. */
  readonly format?: Readonly<Record<string, string>>;
  readonly build?: {
    /** Default: the Dockerfile's own folder. */
    readonly context?: string;
  };
  readonly shellcheck?: {
    /** Default: `auto`, where one is found and the folder is trusted. */
    readonly enable?: 'auto' | 'off';
    /** Default: the one on PATH. */
    readonly path?: string;
  };
  readonly registry?: {
    /** Default: false. Counts in folders alone that the user trusts. */
    readonly enabled?: boolean;
  };
}

/** `InitializeParams.initializationOptions` as our own client sends it; other editors may send less or nothing. */
export interface SlipwayInitializationOptions {
  /** Display language of the editor, a BCP 47 tag such as `ko` or `en-US`. */
  readonly locale?: string;
  readonly settings?: SlipwaySettings;
  /** False in a folder that the user does not trust: the server then starts no program and asks no registry. */
  readonly trusted?: boolean;
  /** True if the client answers `slipway/readFile` and `slipway/readFolder`. */
  readonly clientFiles?: boolean;
  readonly builds?: RememberedBuilds;
  /** The extension's folder `docs`: a server without files of its own reads the rules' pages there, through the client. */
  readonly pages?: DocumentUri;
}

// ---------------------------------------------------------------------------------------------- client to server

/** Names of the files that describe builds, as globs: clients watch them. */
export const PROJECT_FILES = [
  '{compose,docker-compose}*.{yml,yaml}',
  'docker-bake*.{hcl,json}',
  '{.,}devcontainer.json',
  '.vscode/tasks.json',
] as const;

/** Request: what building and running a document needs to know. Answer: {@link DescribeResult}, null if not open. */
export const DESCRIBE_METHOD = 'slipway/describe';

export interface DescribeParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** One FROM. */
export interface DescribedStage {
  /** Place among the stages, from 0; what `--target` takes when there is no name. */
  readonly index: number;
  /** The name after AS, as written. */
  readonly name?: string;
  /** The image or stage after FROM, as written. */
  readonly base: string;
  /** Index of the earlier stage that `base` names, if it names one. */
  readonly parent?: number;
  /** The FROM instruction. */
  readonly range: Range;
}

/** One ARG name that `--build-arg` may set; predefined and platform ARGs are left out unless the file declares them. */
export interface DescribedArg {
  readonly name: string;
  /** The value it has when nobody sets any, without quotes; of a redeclared global ARG the global's. Absent: none. */
  readonly default?: string;
  /** Index of the stage that declares it; absent: declared before the first FROM. */
  readonly stage?: number;
}

/** One port of an EXPOSE; a span such as `8000-8003` is given as its ports, at most 64 of them. */
export interface DescribedPort {
  /** 1 to 65535. Ports that still hold variables or are malformed are left out. */
  readonly port: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
  /** The word as written. */
  readonly text: string;
  readonly stage: number;
}

/** One path of a VOLUME. */
export interface DescribedVolume {
  /** Absolute path in the container, variables expanded where known. */
  readonly path: string;
  readonly stage: number;
}

/** A variable that the running container reads: an ENV (never an ARG), or a name that CMD or ENTRYPOINT uses unset. */
export interface DescribedEnv {
  readonly name: string;
  /** What ENV gives it, unquoted; absent for a name that is only used. */
  readonly value?: string;
  readonly stage: number;
}

/** One CMD or ENTRYPOINT. */
export interface DescribedCommand {
  readonly keyword: 'CMD' | 'ENTRYPOINT';
  readonly stage: number;
  /** The instruction. */
  readonly range: Range;
}

export interface DescribeResult {
  readonly stages: readonly DescribedStage[];
  readonly args: readonly DescribedArg[];
  readonly ports: readonly DescribedPort[];
  readonly volumes: readonly DescribedVolume[];
  readonly env: readonly DescribedEnv[];
  readonly commands: readonly DescribedCommand[];
  /** The lint configuration in force for this document: shown in the status item. */
  readonly lint?: {
    readonly preset: string;
    /** The `.slipway.json` or `.hadolint.yaml` that takes part. */
    readonly configuration?: DocumentUri;
  };
}

/** Request: the bundled page of a rule, offline. Answer: {@link ExplainResult}, null for an unknown rule. */
export const EXPLAIN_METHOD = 'slipway/explain';

export interface ExplainParams {
  /** A rule id or any alias of one. */
  readonly rule: string;
  /** `en` or `ko`; a page that is missing in Korean is given in English. */
  readonly locale: 'en' | 'ko';
}

export interface ExplainResult {
  readonly title: string;
  /** The whole page; its first line is the heading. */
  readonly markdown: string;
  /** The same page on the web. */
  readonly url: string;
}

/** Request: every rule, for the quick pick of "Explain Rule". Answer: {@link RuleSummary}[]. */
export const RULES_METHOD = 'slipway/rules';

export interface RulesParams {
  readonly locale: 'en' | 'ko';
}

export interface RuleSummary {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly title: string;
}

/** Request: whole Dockerfiles to begin with, by what a folder holds. Answer: {@link StarterSummary}[], the likeliest first. */
export const STARTERS_METHOD = 'slipway/starters';

export interface StartersParams {
  /** Of the folder's files. */
  readonly names: readonly string[];
  readonly locale: 'en' | 'ko';
}

/** Request: a `.dockerignore` to begin with. Params {@link StartersParams}; answer: its text. */
export const DOCKERIGNORE_METHOD = 'slipway/dockerignore';

export interface StarterSummary {
  readonly title: string;
  /** With places to fill. */
  readonly snippet: string;
}

/** Request: the hover in a line of a `.dockerignore`. Params {@link IgnoreParams}; answer: Hover, null for nothing. */
export const IGNORE_HOVER_METHOD = 'slipway/ignoreHover';

/** Request: completion there. Params {@link IgnoreParams}; answer: CompletionItem[]. */
export const IGNORE_COMPLETION_METHOD = 'slipway/ignoreCompletion';

/** A `.dockerignore`, or the `<name>.dockerignore` of one Dockerfile, which the server need not have open. */
export interface IgnoreParams {
  readonly uri: DocumentUri;
  readonly text: string;
  readonly position: Position;
}

/** Notification without parameters: the user now trusts the workspace. */
export const TRUST_GRANTED_METHOD = 'slipway/trustGranted';

// ---------------------------------------------------------------------------------------------- server to client

/**
 * Request: the text of a file that the server cannot read itself (the web worker has no file system). Params
 * {@link FileParams}; answer: its text as UTF-8, null if it does not exist or is larger than 1 MiB.
 */
export const READ_FILE_METHOD = 'slipway/readFile';

/** Request: what a folder holds, not recursive. Params {@link FolderParams}; answer: {@link FolderEntry}[], null if none. */
export const READ_FOLDER_METHOD = 'slipway/readFolder';

/** Notification to our own client: a document is built in another way than was said. Params {@link FileParams}. */
export const BUILD_CHANGED_METHOD = 'slipway/buildChanged';

export interface FileParams {
  readonly uri: DocumentUri;
}

export interface FolderParams extends FileParams {
  /** Whether files are to have their size, where the folder holds few. */
  readonly sizes?: boolean;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
  /** Of a file, in bytes, where it was asked for. */
  readonly size?: number;
}

// ------------------------------------------------------------------------ client commands that code actions run

/** Client command: fixes all that has a safe fix. One argument: `{ uri }`. */
export const FIX_ALL_COMMAND = 'slipway.fixAll';

/** Client command: opens the rule's page. One argument: {@link ExplainRuleArgument}. */
export const EXPLAIN_RULE_COMMAND = 'slipway.explainRule';

export interface ExplainRuleArgument {
  readonly rule: string;
}

/** Client command: turns a rule off for the workspace. One argument: {@link DisableRuleArgument}. */
export const DISABLE_RULE_COMMAND = 'slipway.disableRuleInWorkspace';

export interface DisableRuleArgument {
  readonly rule: string;
  /** The document in which the finding stood: `.slipway.json` is looked for upwards from its folder. */
  readonly uri: DocumentUri;
}

/** Client command: begins a `.dockerignore`. One argument: the build context's folder, as a URI. */
export const NEW_DOCKERIGNORE_COMMAND = 'slipway.newDockerignore';
