import type { Directive } from '../../syntax/directives';
import type { Heredoc } from '../../syntax/heredoc';
import type { Flag, Instruction, Pair, Word } from '../../syntax/instruction';
import type { Span } from '../../text/span';
import type { Command, CommandWord } from '../command';
import type { Placed } from '../dockerfile';
import type { Mount, MountField } from '../mounts';
import type { StageReference } from '../references';
import type { ScriptText } from '../scripts';
import type { Stage } from '../stages';
import type { Use } from '../uses';

/** The instruction that something stands in: behind ONBUILD the inner one. */
export interface Site {
  /** The file's own instruction. */
  readonly placed: Placed;
  readonly instruction: Instruction;
  /** Where `instruction` begins in the file: spans of its words, flags and pairs count from here. */
  readonly start: number;
  /** True behind ONBUILD: it runs in a stage that is built upon this one. */
  readonly deferred: boolean;
}

interface There<Kind extends string> {
  readonly kind: Kind;
  /** What the cursor is on. Offsets count in the file. */
  readonly at: Span;
}

interface Within<Kind extends string> extends There<Kind> {
  readonly site: Site;
}

/** `# escape=…` at the top. */
export interface DirectiveCursor extends There<'directive'> {
  readonly directive: Directive;
  readonly part: 'name' | 'value';
}

/** From `#` to the line's end. */
export interface CommentCursor extends There<'comment'> {
  /** The instruction whose lines it stands between; undefined outside of any. */
  readonly site: Site | undefined;
}

/** Nothing, white space, or a line's continuation mark. */
export interface BlankCursor extends There<'blank'> {
  readonly site: Site | undefined;
}

/** An instruction's name, known or not; of ONBUILD both its own and the inner one. */
export interface KeywordCursor extends Within<'keyword'> {
  /** In capitals. */
  readonly keyword: string;
}

/** A word that the instruction's own grammar asks for. */
export interface ClauseCursor extends Within<'clause'> {
  readonly clause: 'AS' | 'CMD' | 'NONE';
}

/** `--name` or what stands behind its `=`. */
export interface FlagCursor extends Within<'flag'> {
  readonly flag: Flag;
  readonly part: 'name' | 'value';
}

/** A part of a RUN --mount's value. */
export interface MountCursor extends Within<'mount'> {
  readonly mount: Mount;
  readonly field: MountField;
  readonly part: 'key' | 'value';
}

export type ImagePart = 'registry' | 'repository' | 'tag' | 'digest';

/** An image's name: of FROM, COPY --from or a mount's from. */
export interface ImageCursor extends Within<'image'> {
  readonly part: ImagePart;
  /** The whole name as it is written, and where. */
  readonly text: string;
  readonly whole: Span;
  /** What it is resolved to; undefined in FROM, where the stage's base tells. */
  readonly reference: StageReference | undefined;
  /** The stage that begins here; undefined but in FROM. */
  readonly stage: Stage | undefined;
}

/** A stage's name or number where it is used. */
export interface StageUseCursor extends Within<'stage-use'> {
  readonly text: string;
  readonly stage: Stage;
  /** Undefined in FROM. */
  readonly reference: StageReference | undefined;
}

/** The name behind AS. */
export interface StageNameCursor extends Within<'stage-name'> {
  readonly stage: Stage;
}

/** A variable that the builder replaces; of nested ones the innermost. */
export interface VariableCursor extends Within<'variable'> {
  /** Its spans count in the site's instruction. */
  readonly use: Use;
}

/** A name that ARG or ENV defines, or the value. */
export interface DefinitionCursor extends Within<'definition'> {
  readonly pair: Pair;
  readonly part: 'name' | 'value';
}

export interface LabelCursor extends Within<'label'> {
  readonly pair: Pair;
  readonly part: 'key' | 'value';
}

/** A port or range of EXPOSE. */
export interface PortCursor extends Within<'port'> {
  readonly word: Word;
}

export type PathRole = 'source' | 'destination' | 'workdir' | 'volume';

export interface PathCursor extends Within<'path'> {
  readonly role: PathRole;
  readonly word: Word;
}

export interface UserCursor extends Within<'user'> {
  readonly part: 'user' | 'group';
  readonly text: string;
}

export interface SignalCursor extends Within<'signal'> {
  readonly text: string;
}

/** A string of an exec form, or of SHELL. */
export interface JsonStringCursor extends Within<'json-string'> {
  readonly word: Word;
  readonly index: number;
  /** The whole list as a command; undefined in SHELL. */
  readonly command: Command | undefined;
}

/** `<<EOF`, the lines that it stands for, or the line that ends them. */
export interface HeredocCursor extends Within<'heredoc'> {
  readonly heredoc: Heredoc;
  readonly part: 'mark' | 'body' | 'terminator';
}

/** A word of a command in a shell script: its name, a flag, an argument; of what runs it, too (`sudo`). */
export interface ShellWordCursor extends Within<'shell-word'> {
  readonly command: Command;
  readonly word: CommandWord;
}

/** `&&`, `;`, `|`, `>`, `(`: what stands between commands, around them, or leads their input and output. */
export interface ShellOperatorCursor extends Within<'shell-operator'> {
  /** `&&`; of a redirection only the sign; brackets as `()`, `{}`, `$()`. */
  readonly text: string;
  /** Set for a redirection: the descriptor in front (empty for none) and the file behind. */
  readonly redirect: { readonly descriptor: string; readonly target: string } | undefined;
  readonly script: ScriptText;
}

/** The file of a redirection. */
export interface ShellTargetCursor extends Within<'shell-target'> {
  readonly operator: string;
  /** Undefined where it depends on a variable. */
  readonly text: string | undefined;
}

/** `if`, `then`, `done` and their like. */
export interface ShellKeywordCursor extends Within<'shell-keyword'> {
  readonly text: string;
}

/** A variable that the shell replaces. */
export interface ShellVariableCursor extends Within<'shell-variable'> {
  readonly name: string;
  readonly modifier: string;
  readonly script: ScriptText;
}

/** `NAME=value` in front of a command or alone. */
export interface ShellAssignmentCursor extends Within<'shell-assignment'> {
  readonly name: string;
}

/** A script's text of which no more is known: cmd, PowerShell, Python, or what cannot be read. */
export interface ScriptCursor extends Within<'script'> {}

/** An argument of which no more is known: an unknown instruction's, MAINTAINER's, one too many. */
export interface ArgumentCursor extends Within<'argument'> {}

/** What stands at an offset of a file. */
export type Cursor =
  | DirectiveCursor
  | CommentCursor
  | BlankCursor
  | KeywordCursor
  | ClauseCursor
  | FlagCursor
  | MountCursor
  | ImageCursor
  | StageUseCursor
  | StageNameCursor
  | VariableCursor
  | DefinitionCursor
  | LabelCursor
  | PortCursor
  | PathCursor
  | UserCursor
  | SignalCursor
  | JsonStringCursor
  | HeredocCursor
  | ShellWordCursor
  | ShellOperatorCursor
  | ShellTargetCursor
  | ShellKeywordCursor
  | ShellVariableCursor
  | ShellAssignmentCursor
  | ScriptCursor
  | ArgumentCursor;

/** Whether the offset that is asked about is on a span. Spans count in the site's instruction. */
export type Holds = (span: Span) => boolean;

/** Cursors that are on something in an instruction. */
export type Found = Exclude<Cursor, DirectiveCursor | CommentCursor | BlankCursor>;
