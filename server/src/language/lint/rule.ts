import type { GenericSchema, InferOutput } from 'valibot';
import type { Locale } from '../locale/locale';
import type { Dockerfile } from '../model/dockerfile';
import type { Code } from '../model/shellcheck/note';
import type { Surroundings } from '../model/surroundings';
import type { InstructionView, StageView } from '../model/view';
import type { Instruction, Keyword } from '../syntax/instruction';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

export const categories = ['correctness', 'security', 'reproducibility', 'size', 'speed', 'style', 'learning'] as const;
export type Category = (typeof categories)[number];

/** From quiet to loud. */
export const levels = ['off', 'hint', 'info', 'warning', 'error'] as const;
export type Level = (typeof levels)[number];

export type Safety = 'safe' | 'unsafe';
export type Tag = 'unnecessary' | 'deprecated';

/** What a rule says: `summary` in one line for lists, and messages that may take values. */
export interface Messages {
  readonly summary: string;
  readonly [key: string]: string | ((...values: never[]) => string);
}

/** The same keys and values in another language. */
export type Translation<M extends Messages> = {
  readonly [K in keyof M]: M[K] extends string ? string : M[K];
};

/** One change that answers a finding. */
export interface Fix<M extends Messages> {
  readonly title: (text: Translation<M>) => string;
  /** Safe: what is built stays the same beyond the rule's point. */
  readonly safety: Safety;
  /** Line breaks in them are LF; the engine makes them the file's own. */
  readonly edits: readonly Edit[];
  /** Spans whose lines are deleted as a whole: a rule that sees an instruction or a stage cannot know where they begin. */
  readonly deleteLines?: readonly Span[];
  /** A new name for the file itself, in its folder: for editors only. */
  readonly renameTo?: string;
}

export interface Related<M extends Messages> {
  readonly at: Span;
  readonly say: (text: Translation<M>) => string;
}

/**
 * What a rule found. Spans count in the instruction for `checkInstruction`, in the file for `checkFile`; a fix's edits and
 * related places count like the finding's own span.
 */
export interface Finding<M extends Messages> {
  readonly at: Span;
  readonly say: (text: Translation<M>) => string;
  /** The ids under which other tools would report this finding at this place; none where they would not. */
  readonly as?: readonly string[];
  /** The fix, or several among which a person chooses; the first safe one is taken by "fix all". */
  readonly fix?: Fix<M> | readonly Fix<M>[];
  readonly related?: readonly Related<M>[];
  readonly tags?: readonly Tag[];
  /** How loud it may be, whatever the rule's level: for a finding that is less sure than others of its rule. */
  readonly atMost?: Exclude<Level, 'off'>;
}

export type OptionsOf<S> = S extends GenericSchema ? InferOutput<S> : undefined;

/** A rule: who am I, what do I say, what do I look for. One file, one page, one test. */
export interface Rule<M extends Messages = Messages, S extends GenericSchema | undefined = GenericSchema | undefined> {
  /** Kebab-case: setting key, suppression name, page and file name. */
  readonly id: string;
  readonly category: Category;
  /** In the recommended preset. */
  readonly level: Level;
  /** A promise that the tester checks: the best that any finding's fix offers. */
  readonly fixable: Safety | 'no';
  readonly since: string;
  /** All ids under which other tools know the concept: accepted in settings and comments. */
  readonly aliases?: readonly string[];
  /** BuildKit's experimental checks run only where `# check=experimental=…` or a setting asks for them. */
  readonly experimental?: boolean;
  /** The instructions that `checkInstruction` looks at; all where none is named. */
  readonly on?: readonly Keyword[];
  /**
   * Of the instructions that run commands `checkInstruction` looks only at those with one of these: names without paths, also of
   * wrappers such as `sudo`; package managers also behind `python -m`.
   */
  readonly commands?: readonly string[];
  /** `checkInstruction` looks only at instructions on which ShellCheck would say one of these. */
  readonly notes?: readonly Code[];
  /** `checkInstruction` looks only at instructions with this in their text. */
  readonly mentions?: RegExp;
  /** `checkStage` and `checkFile` find nothing where none of these stands, be it behind ONBUILD. */
  readonly needs?: readonly Keyword[];
  /** Also look at what ONBUILD holds, as an instruction of its own. */
  readonly inOnbuild?: boolean;
  /**
   * The instructions that `checkStage` or `checkFile` looks at, by themselves or through what is in force, beside FROM and what
   * stands before the first one; all where none is named. While one on another keyword is being typed, what the rule found
   * stays: it moves with the text. A rule that compares neighbours looks at all. Comments between instructions are not among
   * what is typed there.
   */
  readonly reads?: readonly Keyword[];
  /**
   * What of such an instruction it looks at: while that is the same (`===`) before and after something was typed in it, what
   * the rule found stays, too. All of it where this is missing. An ONBUILD is always looked at.
   */
  readonly readsOf?: (instruction: Instruction) => unknown;
  readonly options?: S;
  readonly text: { readonly en: M; readonly ko: Translation<NoInfer<M>> };
  /** Sees one instruction, what is in force there and which variables it asks for; cached under these. Spans count in the instruction. */
  checkInstruction?(view: InstructionView, options: OptionsOf<S>): Iterable<Finding<M>>;
  /**
   * Sees one stage (or what stands before the first FROM) and what is in force in it; cached under both. Spans count from the
   * block's first instruction.
   */
  checkStage?(stage: StageView, options: OptionsOf<S>): Iterable<Finding<M>>;
  /** Sees all, on every keystroke: cheap, over facts. Spans count in the file. */
  checkFile?(file: Dockerfile, around: Surroundings, options: OptionsOf<S>): Iterable<Finding<M>>;
}

/** A rule whose messages' type the engine need not know. */
// biome-ignore lint/suspicious/noExplicitAny: the engine hands each rule its own texts back
export type AnyRule = Rule<any, any>;

/** Checks a rule's types where it is written. */
export const defineRule = <const M extends Messages, S extends GenericSchema | undefined = undefined>(
  rule: Rule<M, S>,
): Rule<M, S> => rule;

/** What a rule says in a language. */
export const textOf = (rule: AnyRule, locale: Locale): Messages => rule.text[locale];
