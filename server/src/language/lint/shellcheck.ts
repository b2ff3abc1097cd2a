/**
 * What the real ShellCheck is asked about a file, and what its answers come to. The outer rings run it; here is no process.
 * Facts: https://github.com/koalaman/shellcheck/blob/master/shellcheck.1.md (`json1`: columns count code points from 1, a tab
 * is one); hadolint's Shell.hs, which runs it over each RUN with the stage's ARG and ENV exported as `1`.
 */
import { interpreterAt } from '../model/commands';
import type { Scope } from '../model/definitions';
import type { Dockerfile } from '../model/dockerfile';
import { fact } from '../model/fact';
import { type InForce, type States, statesOf } from '../model/inForce';
import { type ScriptText, scriptsOf } from '../model/scripts';
import { editSpan } from '../model/shellcheck';
import { shAt } from '../model/shellcheck/sh';
import { type Dialect, isPosix } from '../shell/dialect';
import type { Edit } from '../text/edit';
import { Source } from '../text/source';
import { type Span, shift } from '../text/span';

/** One script for ShellCheck to read. The same object as long as what stands before it in its stage stays. */
export interface ShellcheckRequest {
  /** A name that `--shell` takes. */
  readonly dialect: 'sh' | 'bash' | 'dash' | 'ksh' | 'busybox';
  readonly script: string;
}

export type Severity = 'error' | 'warning' | 'info' | 'style';

interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One of the `comments` of `--format=json1`. Lines and columns from 1. */
export interface ShellcheckComment extends Range {
  readonly level: Severity;
  readonly code: number;
  readonly message: string;
  readonly fix: { readonly replacements: readonly (Range & { readonly replacement: string })[] } | null;
}

/** What ShellCheck said; undefined where it was not asked yet, or could not answer. */
export type ShellcheckAnswers = (request: ShellcheckRequest) => readonly ShellcheckComment[] | undefined;

interface Checkable {
  /** The instruction's index in its block. */
  readonly index: number;
  readonly script: ScriptText;
  /** How many lines stand in front of the script's own. */
  readonly lead: number;
  readonly request: ShellcheckRequest;
}

const names: Partial<Readonly<Record<Dialect, ShellcheckRequest['dialect']>>> = {
  sh: 'sh',
  bash: 'bash',
  dash: 'dash',
  ash: 'busybox',
  ksh: 'ksh',
};

/** A longer script is no person's. */
const longest = 100_000;

const checkablesOf = fact(({ block, at, scopes }: States): readonly Checkable[] =>
  block.instructions.flatMap((instruction, index) => {
    const inner = instruction.trigger?.instruction ?? instruction;
    if (inner.keyword !== 'RUN') return [];
    return scriptsOf(instruction).flatMap((script) => {
      const checkable = checkableOf(script, at[index]!, scopes[index]);
      return checkable ? [{ ...checkable, index }] : [];
    });
  }),
);

function checkableOf(
  script: ScriptText,
  force: InForce,
  scope: Scope | undefined,
): Omit<Checkable, 'index'> | undefined {
  const { dialect } = script.interpreter ?? interpreterAt(force);
  // what `sh` is differs by image; where that is not known, what dash does not know may break
  const own = dialect === 'sh' ? (shAt(force) ?? 'dash') : dialect;
  const name = isPosix(own) ? names[own] : undefined;
  if (!name || script.text.trim() === '' || script.text.length > longest) return undefined;
  const words = new Set(script.text.match(/[A-Za-z_]\w*/g));
  const set = scope ? [...scope.values()].filter((each) => each.kind !== 'base' && words.has(each.name)) : [];
  const exports = set.map((each) => `export ${each.name}=1\n`).sort();
  return { script, lead: exports.length, request: { dialect: name, script: `${exports.join('')}${script.text}\n` } };
}

/** All scripts of a file that ShellCheck can read. */
export const shellcheckRequests = (file: Dockerfile): readonly ShellcheckRequest[] =>
  statesOf(file).flatMap((states) => checkablesOf(states).map(({ request }) => request));

/** What ShellCheck says at one place. Offsets count in the block's instruction. */
export interface ShellcheckFinding {
  /** `SC2086`. */
  readonly code: string;
  readonly severity: Severity;
  /** In English: ShellCheck speaks nothing else. */
  readonly message: string;
  readonly at: Span;
  readonly edits: readonly Edit[];
  /** Whether hadolint would report it: of each RUN it keeps the last one. */
  readonly last: boolean;
}

/** For the instructions of a block whose scripts have all been answered, what ShellCheck says of them. */
export function shellcheckFindings(
  states: States,
  answers: ShellcheckAnswers,
): ReadonlyMap<number, readonly ShellcheckFinding[]> {
  const found = new Map<number, ShellcheckFinding[]>();
  const open = new Set<number>();
  for (const checkable of checkablesOf(states)) {
    const comments = answers(checkable.request);
    if (!comments) open.add(checkable.index);
    else found.set(checkable.index, [...(found.get(checkable.index) ?? []), ...findingsIn(checkable, comments)]);
  }
  for (const index of open) found.delete(index);
  return found;
}

/** The last answer on a script, and what it came to. */
const readings = fact(
  (_checkable: Checkable): { last?: readonly [readonly ShellcheckComment[], ShellcheckFinding[]] } => ({}),
);

function findingsIn(checkable: Checkable, comments: readonly ShellcheckComment[]): readonly ShellcheckFinding[] {
  const known = readings(checkable);
  if (known.last?.[0] !== comments) known.last = [comments, placed(checkable, comments)];
  return known.last[1];
}

function placed({ script, lead }: Checkable, comments: readonly ShellcheckComment[]): ShellcheckFinding[] {
  const source = Source.byLineFeed(script.text);
  const offsetAt = (line: number, column: number): number => {
    let offset = source.lineStart(line - 1 - lead);
    for (let i = 1; i < column && offset < script.text.length; i++) {
      offset += script.text.codePointAt(offset)! > 0xffff ? 2 : 1;
    }
    return offset;
  };
  const spanOf = ({ line, column, endLine, endColumn }: Range): Span => {
    const start = offsetAt(line, column);
    return { start, end: Math.max(start, offsetAt(endLine, endColumn)) };
  };
  const own = comments.filter(({ line }) => line > lead);
  return own.map(({ code, level, message, fix, ...range }, index): ShellcheckFinding => {
    const { start, end } = spanOf(range);
    return {
      code: `SC${code}`,
      severity: level,
      message,
      at: script.spanAt(start, end),
      edits: (fix?.replacements ?? []).map((each) => ({
        at: editSpan(script, spanOf(each)),
        text: script.written(each.replacement),
      })),
      last: index === own.length - 1 && script.kind !== 'argument',
    };
  });
}

/** The same with offsets that count in the file. */
export const shiftShellcheck = (finding: ShellcheckFinding, by: number): ShellcheckFinding => ({
  ...finding,
  at: shift(finding.at, by),
  edits: finding.edits.map(({ at, text }) => ({ at: shift(at, by), text })),
});
