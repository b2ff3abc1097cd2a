import type { Dockerfile, Placed } from '../model/dockerfile';
import { fact } from '../model/fact';
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
}

export interface Suppressions {
  /** For the whole file. */
  readonly global: readonly Suppression[];
  /** BuildKit's experimental checks that the file asks for; `all` for all. */
  readonly experimental: ReadonlySet<string>;
  /** `# check=error=true`: what BuildKit warns of fails the build. */
  readonly error: boolean;
  /** Those in front of one instruction, or inside it. */
  of(placed: Placed): readonly Suppression[];
}

const ours = /^#\s*(slipway|hadolint)\s+(global\s+)?ignore\s*=\s*([^\s#][^#]*)/i;
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

function readComment(text: string, at: Span): { suppression: Suppression; global: boolean } | undefined {
  const comment = slice(text, at);
  const own = ours.exec(comment);
  if (own) {
    const by = own[1]!.toLowerCase() as Speaker;
    return { suppression: { by, names: namesIn(own[3]!), at }, global: own[2] !== undefined };
  }
  const skip = checkOptions(check.exec(comment)?.[1] ?? '').get('skip');
  return skip === undefined ? undefined : { suppression: { by: 'buildkit', names: namesIn(skip), at }, global: false };
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

const mayHold = /#\s*(?:slipway|hadolint|check\s*=)/i;

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
  if (!mayHold.test(text)) return { global, experimental, error, of: () => [] };
  const perInstruction = new Map<Placed, Suppression[]>();
  const add = (placed: Placed | undefined, at: Span, near: boolean) => {
    const found = readComment(text, at);
    if (!found) return;
    if (found.global) global.push(found.suppression);
    else if (placed && near) {
      const list = perInstruction.get(placed);
      if (list) list.push(found.suppression);
      else perInstruction.set(placed, [found.suppression]);
    }
  };
  for (const placed of file.instructions) {
    if (placed.start > placed.gap) {
      const comments = file.commentsBefore(placed);
      if (comments.length > 0) {
        const near = new Set(block(file, placed));
        for (const at of comments)
          add(
            placed,
            at,
            [...near].some((each) => each.start === at.start),
          );
      }
    }
    for (const { start, end } of placed.instruction.comments) {
      add(placed, { start: start + placed.start, end: end + placed.start }, true);
    }
  }
  for (const at of file.trailingComments) add(undefined, at, false);
  return { global, experimental, error, of: (placed) => perInstruction.get(placed) ?? [] };
});

/** True where one of `suppressions` silences a rule, known by its id and aliases. `checks` are BuildKit's own ids. */
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
    return names.has(id) || aliases.some((alias) => names.has(alias.toLowerCase()));
  });
}
