/**
 * Pieces of Oniguruma patterns that the Dockerfile grammar is put together from, and the shape of a grammar rule.
 * All loops here choose their branch by the next character alone, so none of them backtracks super-linearly.
 */

/** A TextMate rule as it stands in a .tmLanguage.json file. */
export interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly include?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
  readonly repository?: Readonly<Record<string, Rule>>;
}

/** What a capture group is called, or read with. */
export type Captures = Readonly<Record<string, { readonly name?: string; readonly patterns?: readonly Rule[] }>>;

/** The two characters that a Dockerfile may continue lines with. */
export type Escape = '\\' | '`';

/** The pattern that matches the escape character itself. */
export const escaped = (escape: Escape): string => (escape === '\\' ? '\\\\' : '`');

/** Matches nothing: for a rule that only its parent's `while` ends. */
export const never = '(?!)';

/** From an escape character that continues the line up to the line's end; as in BuildKit a doubled one does not continue. */
export const continued = (escape: Escape): string => `(?<!${escaped(escape)})${escaped(escape)}[ \\t]*$`;

/** Includes a rule of the repository. */
export const use = (name: string): Rule => ({ include: `#${name}` });

/** Text of one line outside quotes, or a closed quotation, or an escaped character: one step towards a heredoc operator. */
const step = `(?:[^"'\\\\\\n]|"(?:[^"\\\\\\n]|\\\\.)*"|'[^'\\n]*'|\\\\.)`;

/** Groups that {@link nextHeredoc} takes: text before the operator, operator, dash, quote, name. */
export const heredocGroups = 5;

/**
 * The next heredoc operator of a line, found as BuildKit's word splitter would (not inside quotes), with
 * {@link heredocGroups} groups of which `first` is the number of the first in the whole pattern. Atomic, so that what
 * follows is tried once.
 */
export const nextHeredoc = (first: number): string =>
  `(?>(${step}*?)(?<!\\S)(\\d*<<(-?))(["']?)([^\\s<"'\\\\$\`]+)\\${first + 3}(?=\\s|$))`;

/** The line that ends the heredoc whose groups begin at `first`: tabs before it count only after `<<-`. */
export const heredocEnd = (first: number): string =>
  // `(?!\N)` with an empty group never succeeds: the loop takes tabs only where the group holds the dash.
  `(?:(?!\\${first + 2})\\t)*\\${first + 4}$`;

/** Whether the line holds a heredoc operator; without groups, for a `while` (whose `\N` would mean the begin's groups). */
export const anyHeredoc = `(?>${step}*?(?<!\\S)\\d*<<-?["']?[^\\s<"'\\\\$\`]+["']?(?=\\s|$))`;

/** The start of an instruction, with groups for ONBUILD and the keyword; `end` is another pattern that may follow it. */
export const instructionStart = (keywords: string, end: string): string =>
  `^[ \\t]*(?:(?i:(ONBUILD))[ \\t]+)?(?i:(${keywords}))(?=[ \\t]|${end}|$)`;

/** The scope of keywords, as VS Code's own grammar and so its themes have it. */
export const keywordScope = 'keyword.other.special-method.dockerfile';

/** What the groups of {@link instructionStart} are called. */
export const instructionCaptures: Captures = {
  1: { name: 'keyword.control.onbuild.dockerfile' },
  2: { name: keywordScope },
};
