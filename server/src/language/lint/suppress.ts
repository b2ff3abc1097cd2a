import type { Dockerfile, Placed } from '../model/dockerfile';
import { fact } from '../model/fact';
import { type Stage, stageAt, stagesOf } from '../model/stages';
import type { Span } from '../text/span';
import { slice } from '../text/span';

/** Whose names a comment uses: ours and hadolint's name any id or alias, BuildKit's only its own checks. */
export type Speaker = 'slipway' | 'hadolint' | 'buildkit';

/** One comment that silences rules. */
export interface Suppression {
  readonly by: Speaker;
  /** Lower case; `all` is BuildKit's word for every check. */
  readonly names: ReadonlySet<string>;
  /** The comment, from its `#`. */
  readonly at: Span;
  /** True of one for a whole stage. */
  readonly stage?: boolean;
}

export interface Suppressions {
  /** For the whole file. */
  readonly global: readonly Suppression[];
  /** BuildKit's experimental checks that the file asks for; `all` for all. */
  readonly experimental: ReadonlySet<string>;
  /** `# check=error=true`: what BuildKit warns of fails the build. */
  readonly error: boolean;
  /** Those in front of one instruction, or inside it, and those for its stage. */
  of(placed: Placed): readonly Suppression[];
  /** All that silence less than the whole file, in the order of the text. */
  readonly inline: readonly Suppression[];
}

const ours = /^#\s*(slipway|hadolint)\s+(?:(global|stage)\s+)?ignore\s*=\s*([^\s#][^#]*)/i;
const check = /^#\s*check\s*=\s*(.*)$/i;

const namesIn = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .split(',')
      .map((name) => name.trim().split(/\s/)[0]!.toLowerCase())
      .filter(Boolean),
  );

/** The parts of `skip=A,B;error=true;experimental=C // reason`, by name. */
export function checkOptions(value: string): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const part of value.split(/\s\/\//)[0]!.split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0) options.set(part.slice(0, equals).trim().toLowerCase(), part.slice(equals + 1).trim());
  }
  return options;
}

type Scope = 'file' | 'stage' | 'instruction';

/** A rule's id or an id of another tool: one word that is neither voids the whole comment of hadolint, as it does there. */
const nameLike = /^(?:[a-z]{1,4}[a-z0-9_]*\d+|[a-z0-9]+(?:-[a-z0-9]+)+)$/;

function readComment(text: string, at: Span): { suppression: Suppression; scope: Scope } | undefined {
  const comment = slice(text, at);
  const own = ours.exec(comment);
  if (own) {
    const by = own[1]!.toLowerCase() as Speaker;
    const names = namesIn(own[3]!);
    if (by === 'hadolint' && ![...names].every((name) => nameLike.test(name))) return undefined;
    const where = own[2]?.toLowerCase();
    const scope = where === 'global' ? 'file' : where === 'stage' ? 'stage' : 'instruction';
    return { suppression: { by, names, at, ...(scope === 'stage' && { stage: true }) }, scope };
  }
  const skip = checkOptions(check.exec(comment)?.[1] ?? '').get('skip');
  if (skip === undefined) return undefined;
  return { suppression: { by: 'buildkit', names: namesIn(skip), at }, scope: 'instruction' };
}

/** The comment lines that stand right above an instruction, with no blank line between. */
function block(file: Dockerfile, placed: Placed): readonly Span[] {
  const comments = file.commentsBefore(placed);
  let first = comments.length;
  let below = placed.start;
  while (first > 0 && onlyOneBreak(file.text, comments[first - 1]!.end, below)) below = comments[--first]!.start;
  return comments.slice(first);
}

function onlyOneBreak(text: string, from: number, to: number): boolean {
  const first = text.indexOf('\n', from);
  return first >= 0 && first < to && !text.slice(first + 1, to).includes('\n');
}

/** What the comments of a file silence. */
export const suppressionsOf = fact((file: Dockerfile): Suppressions => {
  const { text } = file;
  const global: Suppression[] = [];
  let experimental: ReadonlySet<string> = new Set();
  let error = false;
  const directive = file.directives.list.find(({ name }) => name === 'check');
  if (directive) {
    const options = checkOptions(directive.value);
    const skip = options.get('skip');
    if (skip !== undefined) global.push({ by: 'buildkit', names: namesIn(skip), at: directive.at });
    experimental = namesIn(options.get('experimental') ?? '');
    error = options.get('error')?.toLowerCase() === 'true';
  }
  if (!file.addressesLinters) return { global, experimental, error, of: () => none, inline: none };
  const inline: Suppression[] = [];
  const perInstruction = new Map<Placed, Suppression[]>();
  const perStage = new Map<Stage, Suppression[]>();
  const add = (placed: Placed | undefined, at: Span, near: boolean) => {
    const found = readComment(text, at);
    if (!found) return;
    const { suppression, scope } = found;
    if (scope === 'file') {
      global.push(suppression);
      return;
    }
    const stage = placed ? stageAt(file, placed.index) : stagesOf(file).at(-1);
    if (scope === 'stage' ? !stage : !placed || !near) return;
    inline.push(suppression);
    if (scope === 'stage') put(perStage, stage!, suppression);
    else put(perInstruction, placed!, suppression);
  };
  for (const placed of file.instructions) {
    if (placed.start > placed.gap) {
      const comments = file.commentsBefore(placed);
      const near = comments.length > 0 ? (block(file, placed)[0]?.start ?? placed.start) : 0;
      for (const at of comments) add(placed, at, at.start >= near);
    }
    for (const { start, end } of placed.instruction.comments) {
      add(placed, { start: start + placed.start, end: end + placed.start }, true);
    }
  }
  for (const at of file.trailingComments) add(undefined, at, false);
  const of = (placed: Placed): readonly Suppression[] => {
    const own = perInstruction.get(placed) ?? none;
    if (perStage.size === 0) return own;
    const stage = stageAt(file, placed.index);
    return [...own, ...((stage && perStage.get(stage)) ?? none)];
  };
  return { global, experimental, error, of, inline };
});

const none: readonly Suppression[] = [];

function put<K>(map: Map<K, Suppression[]>, key: K, suppression: Suppression): void {
  const list = map.get(key);
  if (list) list.push(suppression);
  else map.set(key, [suppression]);
}

/** True where one of `suppressions` silences a rule, known by its id and aliases; `isCheck` tells BuildKit's own ids. */
export function isSuppressed(
  suppressions: readonly Suppression[],
  id: string,
  aliases: readonly string[],
  isCheck: (alias: string) => boolean,
): boolean {
  return suppressions.some(({ by, names }) => {
    if (by === 'buildkit') {
      return aliases.some((alias) => isCheck(alias) && (names.has('all') || names.has(alias.toLowerCase())));
    }
    return names.has(id.toLowerCase()) || aliases.some((alias) => names.has(alias.toLowerCase()));
  });
}
