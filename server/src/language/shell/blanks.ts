import { type Span, spanOf } from '../text/span';
import type * as Tree from './tree';

/** Blanks between two words, or none beside an operator: a place that may hold any blanks, at least one. */
export interface ShellGap extends Span {
  /** In front of or behind `&&`, `||`, `|` or `|&`; of one operator always both, one after the other. */
  readonly beside?: 'before' | 'after';
}

/** What must not stand between the words of a script whose words are well known. */
const foreign = /["'\\$`<>]/;

/**
 * The gaps of a script in which blanks are nothing but blanks: outside of words with their quotes and substitutions, of
 * redirections, `[[ … ]]`, `((…))`, heredocs and comments. Undefined where the script was not understood as a whole.
 * Ascending; spans count in the tree's text.
 */
export function shellGaps(tree: Tree.ShellTree): readonly ShellGap[] | undefined {
  const pieces = piecesOf(tree);
  if (!pieces) return undefined;
  const { text } = tree;
  const { between, joints, semicolons } = pieces;
  const gaps: ShellGap[] = [];
  for (const part of between) {
    for (let at = part.start; at <= part.end; ) {
      const end = skipBlanks(text, at, part.end);
      const operatorEnd = joints.get(end);
      if (operatorEnd !== undefined) {
        const after = skipBlanks(text, operatorEnd, part.end);
        gaps.push({ start: at, end, beside: 'before' }, { start: operatorEnd, end: after, beside: 'after' });
        at = after;
      } else {
        // `a;b`: what follows may stand apart
        const touching = semicolons.has(at) && at < text.length && text[at] !== ';' && text[at] !== '\n';
        if (end > at || touching) gaps.push({ start: at, end });
        at = end > at ? end : at + 1;
      }
    }
  }
  return gaps;
}

/** Whether a unit is a blank as the shell has it. */
export const isBlank = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t';

/** The first offset in `[start, end)` that holds no blank, else `end`. */
export function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text, at)) at++;
  return at;
}

/**
 * A script as its words and what stands between them, blanks left out: two scripts that give the same do the same. Undefined
 * where the script was not understood as a whole.
 */
export function shellTokens(tree: Tree.ShellTree): readonly string[] | undefined {
  const pieces = piecesOf(tree);
  if (!pieces) return undefined;
  const tokens: string[] = [];
  for (const { start, end } of pieces.between) {
    for (const word of spread(tree.text.slice(start, end))) tokens.push(word);
    const solid = pieces.solid.get(end);
    if (solid !== undefined) tokens.push(tree.text.slice(end, solid));
  }
  return tokens;
}

/** What stands between words, cut at blanks and around operators. */
const spread = (text: string): readonly string[] => text.match(/&&|\|\||\|&|;;&?|;&|[a-z]+|[^ \t]/g) ?? [];

export interface Pieces {
  /** All parts outside of words, in order, also those without a unit. */
  readonly between: readonly Span[];
  /**
   * Where the words that begin at an offset end, ascending; with them redirections, comments, `[[ … ]]`, `((…))`, and heredocs
   * from the line break in front of them to the end of their terminator.
   */
  readonly solid: ReadonlyMap<number, number>;
  /** Where the operators that join commands begin and end. */
  readonly joints: ReadonlyMap<number, number>;
  /** Where the `;` end that part commands. */
  readonly semicolons: ReadonlySet<number>;
}

/** A script as its words and the parts between them. Undefined where it was not understood as a whole. */
export function piecesOf(tree: Tree.ShellTree): Pieces | undefined {
  if (tree.deferred || tree.errors.length > 0) return undefined;
  const { text } = tree;
  const walk = new Walk();
  walk.list(tree.body);
  walk.solid.push(...tree.comments);
  walk.solid.sort((a, b) => a.start - b.start);
  const between: Span[] = [];
  const solid = new Map<number, number>();
  let at = 0;
  for (const span of walk.solid) {
    if (span.end <= at) continue;
    if (span.start < at) return undefined;
    between.push({ start: at, end: span.start });
    solid.set(span.start, span.end);
    at = span.end;
  }
  between.push({ start: at, end: text.length });
  if (between.some(({ start, end }) => foreign.test(text.slice(start, end).replaceAll('\\\n', '')))) return undefined;
  return { between, solid, joints: walk.joints, semicolons: walk.semicolons };
}

/** Collects the words and operators of a tree. What is inside of words is not looked into. */
class Walk {
  readonly solid: Span[] = [];
  readonly joints = new Map<number, number>();
  readonly semicolons = new Set<number>();

  list({ entries }: Tree.List): void {
    for (const { pipeline, operator } of entries) {
      if (pipeline.timed) this.solid.push(pipeline.timed);
      for (const { at } of pipeline.operators) this.joint(at);
      for (const command of pipeline.commands) this.command(command);
      if (operator?.text === '&&' || operator?.text === '||') this.joint(operator.at);
      if (operator?.text === ';') this.semicolons.add(operator.at.end);
    }
  }

  private joint({ start, end }: Span): void {
    if (end > start) this.joints.set(start, end);
  }

  private command(command: Tree.ShellCommand): void {
    if (command.kind === 'test' || command.kind === 'arithmetic') {
      this.solid.push(command.at);
      return;
    }
    for (const { at } of command.words) this.solid.push(at);
    for (const { at, body } of command.redirects) {
      this.solid.push(at);
      if (body) this.solid.push(spanOf(body.at.start - 1, (body.closing ?? body.at).end));
    }
    if (command.kind === 'simple') for (const { at } of command.assignments) this.solid.push(at);
    else for (const { list } of command.parts) this.list(list);
  }
}
