/**
 * The shape of the hover texts. Both languages are typed by the same unions of keys, so that a missing text does not compile.
 *
 * Texts are Markdown. Functions put the values they are given into code spans themselves; callers pass raw text.
 */
import type { KnownCommand, KnownServer } from '../commands';
import type { DirectiveName } from '../directives';
import type { FlagOf, InstructionKeyword, instructionTable } from '../instructions';
import type { MountKey, MountType, SharingMode } from '../mounts';
import type { ControlOperator, Operator } from '../operators';
import type { KnownPort } from '../ports';
import type { PredefinedArg } from '../predefinedArgs';
import type { SignalName } from '../signals';
import type { IgnoreTexts } from './ignore';

export type ReferenceLanguage = 'en' | 'ko';

export interface InstructionText {
  /** What it does: one to three sentences. */
  readonly summary: string;
  /** One sentence that says build time or run time. */
  readonly when: string;
  /** The idea behind it, for who meets it first. */
  readonly concept?: string;
  readonly example: string;
  /** The usual mistake, and what to do instead. */
  readonly pitfall: string;
}

export interface DirectiveText {
  readonly summary: string;
  readonly when: string;
  readonly pitfall: string;
}

export interface FlagText {
  readonly text: string;
  readonly example: string;
}

type SpecOf<K extends InstructionKeyword, F> = Extract<(typeof instructionTable)[K]['flags'][number], { name: F }>;
type ValueOf<S> = S extends { values: readonly (infer V extends string)[] } ? V : never;
type TextOf<S> = [ValueOf<S>] extends [never]
  ? FlagText
  : FlagText & { readonly values: { readonly [V in ValueOf<S>]: string } };

/** A text for each flag of each instruction that has flags, and for each value of a closed set. */
export type FlagTexts = {
  readonly [K in InstructionKeyword as [FlagOf<K>] extends [never] ? never : K]: {
    readonly [F in FlagOf<K>]: TextOf<SpecOf<K, F>>;
  };
};

export interface MountTexts {
  readonly types: { readonly [T in MountType]: FlagText };
  readonly keys: { readonly [K in MountKey]: string };
  readonly sharing: { readonly [S in SharingMode]: string };
}

export interface OperatorText {
  readonly summary: string;
  readonly example: string;
  /** What it means for the image build when it stands in RUN. */
  readonly inRun: string;
}

export interface ControlText extends OperatorText {
  /** What follows when the left side ended with exit code 0. */
  readonly success: string;
  /** What follows when it ended with any other code. */
  readonly failure: string;
}

export type OperatorTexts = { readonly [O in Operator]: O extends ControlOperator ? ControlText : OperatorText };

/** Headings and small words of a hover. */
export interface Labels {
  readonly when: string;
  readonly forms: string;
  readonly example: string;
  readonly pitfall: string;
  readonly concept: string;
  readonly reference: string;
  readonly values: string;
  readonly success: string;
  readonly failure: string;
  readonly inRun: string;
  readonly repeatable: string;
  readonly deprecated: string;
  readonly bashOnly: string;
  readonly fallback: (value: string) => string;
  /** `version` of the Dockerfile syntax. */
  readonly since: (version: string) => string;
  readonly sinceEngine: (version: string) => string;
  readonly labsOnly: string;
  readonly entitlement: (name: string) => string;
  readonly aliases: (names: readonly string[]) => string;
}

export interface ExposeTexts {
  /** The container's side of a port. */
  readonly container: (port: string, protocol: string) => string;
  /** The host's side, and that it is another number. */
  readonly host: string;
  /** The command that joins both; `host` is a proposal. */
  readonly publish: (host: string, port: string, protocol: string) => string;
  readonly service: (port: string, name: string) => string;
  /** Where the program must listen so that the published port answers. */
  readonly listen: string;
  readonly range: (from: string, to: string) => string;
}

export interface ImageTexts {
  /** The registry part; `given` is false where Docker Hub is meant by leaving it out. */
  readonly registry: (host: string, given: boolean) => string;
  /** What a registry is. */
  readonly registryConcept: string;
  readonly repository: (name: string) => string;
  readonly official: (name: string) => string;
  /** A tag that says a version. */
  readonly tag: (tag: string) => string;
  /** A tag that will mean another image later: `latest`, `3`, `stable`. */
  readonly floating: (tag: string) => string;
  readonly noTag: string;
  readonly digest: (digest: string) => string;
  readonly pinHint: string;
  readonly os: string;
  readonly scratch: string;
  readonly variable: string;
  readonly endOfLife: (name: string, date: string) => string;
  readonly supportedUntil: (name: string, date: string) => string;
  /** An image whose makers have given its name up. */
  readonly deprecated: (name: string) => string;
  readonly replacement: (name: string) => string;
}

/** Where a variable's value comes from. */
export interface VariableTexts {
  readonly value: (name: string, value: string) => string;
  readonly empty: (name: string) => string;
  readonly unknown: (name: string) => string;
  readonly undefined: (name: string) => string;
  readonly env: (line: string) => string;
  readonly arg: (line: string) => string;
  readonly argNoDefault: (name: string, line: string) => string;
  readonly globalArg: (line: string) => string;
  readonly globalArgNotDeclared: (name: string) => string;
  readonly stage: (stage: string) => string;
  readonly baseImage: (image: string) => string;
  readonly buildArg: (name: string) => string;
  readonly predefined: string;
  readonly platform: (name: string) => string;
  readonly shell: string;
  readonly envOverArg: string;
  readonly atRun: (name: string) => string;
  /** A file beside the Dockerfile gives a value to an ARG that is not there. */
  readonly noArg: (name: string) => string;
  readonly unused: string;
  readonly modifiers: { readonly [M in VariableModifier]: string };
}

export type VariableModifier = ':-' | '-' | ':+' | '+' | ':?' | '?' | '#' | '##' | '%' | '%%' | '/' | '//';

export interface WorkdirTexts {
  readonly resolved: (path: string) => string;
  readonly relative: (written: string, base: string) => string;
  readonly unknownBase: (written: string) => string;
  readonly initial: string;
  readonly created: string;
}

export interface StageTexts {
  readonly declared: (name: string, index: number) => string;
  readonly unnamed: (index: number) => string;
  readonly use: (name: string, index: number) => string;
  readonly final: string;
  readonly intermediate: string;
  readonly unused: string;
  readonly target: (name: string) => string;
  readonly builtOn: (base: string) => string;
  /** The lines that build upon it or copy out of it. */
  readonly usedIn: (lines: readonly string[]) => string;
  /** Stages and images out of which it copies or mounts. */
  readonly takesFrom: (names: readonly string[]) => string;
  /** A file beside the Dockerfile names a stage that is not there. */
  readonly noTarget: (name: string, stages: readonly string[]) => string;
}

export interface UserTexts {
  readonly root: string;
  readonly named: (name: string) => string;
  readonly numeric: (id: string) => string;
  readonly group: (group: string) => string;
  readonly inForce: (user: string) => string;
}

export interface ShellTexts {
  /** Which command processor runs the shell form here; `words` is the whole array. */
  readonly inForce: (words: readonly string[]) => string;
  readonly byDefaultLinux: string;
  readonly byDefaultWindows: string;
  readonly byInstruction: (line: string) => string;
  readonly execForm: string;
  readonly shellForm: string;
  /** `set -e` is in force: what it changes. */
  readonly errexit: string;
  /** `set -o pipefail` is in force. */
  readonly pipefail: string;
}

export interface CopyTexts {
  readonly source: (path: string) => string;
  readonly everything: string;
  readonly remote: string;
  readonly git: string;
  readonly archive: string;
  readonly destination: (path: string) => string;
  readonly fromStage: (name: string) => string;
  readonly fromImage: (name: string) => string;
  readonly fromContext: string;
  /** `size` with its unit. */
  readonly matches: (count: number, size?: string) => string;
  readonly matchesNone: string;
  /** A pattern that matches nothing: BuildKit goes on. */
  readonly patternMatchesNone: string;
  readonly ignored: (pattern: string, line: string, file: string) => string;
  /** A part of what it matches is left out: `paths` of them, `more` not told. */
  readonly partIgnored: (paths: readonly string[], more: number, pattern: string, line: string, file: string) => string;
}

export interface HeredocTexts {
  readonly run: (name: string) => string;
  readonly copy: (name: string) => string;
  readonly quoted: string;
  readonly expanded: string;
  readonly tabs: string;
  readonly interpreter: (program: string) => string;
}

export interface ServerTexts {
  /** A server whose bare command goes to the background; `command` is the JSON form that stays in front. */
  readonly detaches: (title: string, command: string) => string;
  readonly stays: (title: string) => string;
  readonly loopback: (title: string) => string;
  readonly port: (title: string, port: string) => string;
  /** Why a container's process must stay in the foreground. */
  readonly why: string;
  readonly oneProcess: string;
  readonly logs: string;
  /** `service x start`, `systemctl`. */
  readonly manager: string;
  /** A log file name that is really the container's output; said of `/dev/stdout`, `/dev/stderr`. */
  readonly standardStream: string;
}

export interface SignalTexts {
  readonly sent: (name: string, number: string) => string;
  readonly names: { readonly [S in SignalName]: string };
  readonly realTime: string;
  readonly uncatchable: string;
}

export interface Reference {
  readonly language: ReferenceLanguage;
  readonly labels: Labels;
  readonly instructions: { readonly [K in InstructionKeyword]: InstructionText };
  readonly directives: { readonly [D in DirectiveName]: DirectiveText };
  readonly flags: FlagTexts;
  readonly mounts: MountTexts;
  readonly operators: OperatorTexts;
  readonly commands: { readonly [C in KnownCommand]: string };
  readonly servers: ServerTexts;
  /** What some servers need said that their data does not. */
  readonly serverNotes: { readonly [S in KnownServer]?: string };
  /** On `apt-get upgrade` and its like: rebuild, do not patch. */
  readonly upgrade: (command: string) => string;
  readonly ports: { readonly [P in KnownPort]: string };
  readonly predefinedArgs: { readonly [A in PredefinedArg]: string };
  readonly expose: ExposeTexts;
  readonly image: ImageTexts;
  readonly variable: VariableTexts;
  readonly workdir: WorkdirTexts;
  readonly stage: StageTexts;
  readonly user: UserTexts;
  readonly shell: ShellTexts;
  readonly copy: CopyTexts;
  readonly ignore: IgnoreTexts;
  readonly heredoc: HeredocTexts;
  readonly signal: SignalTexts;
  /** What a volume's path means. */
  readonly volume: (path: string) => string;
}
