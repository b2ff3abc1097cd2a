import { nextLine, trimNewline } from '../syntax/characters';
import { type Directives, readDirectives } from '../syntax/directives';
import { Instruction } from '../syntax/instruction';
import { nextPiece, type Piece } from '../syntax/split';
import type { Edit } from '../text/edit';
import { Source } from '../text/source';
import type { Span } from '../text/span';
import type { InstructionPool } from './pool';

/** An instruction with its place in one version of one file. Offsets count in the file. */
export interface Placed {
  readonly instruction: Instruction;
  readonly index: number;
  /** Behind the previous instruction's last line: comments and blank lines may stand from here to `start`. */
  readonly gap: number;
  readonly start: number;
  readonly end: number;
  /** Where the line after it begins. */
  readonly next: number;
}

const place = (piece: Piece, index: number, instruction: Instruction): Placed => {
  const { gap, start, end, next } = piece;
  return { instruction, index, gap, start, end, next };
};

const moved = (placed: Placed, index: number, by: number): Placed => ({
  instruction: placed.instruction,
  index,
  gap: placed.gap + by,
  start: placed.start + by,
  end: placed.end + by,
  next: placed.next + by,
});

/**
 * What made a file, or a block of it, from the one before it, where an edit lies within one instruction and all others stayed:
 * most keystrokes are such. What was derived from the one before then need not be derived anew.
 */
export interface Replacement<Of> {
  /** The one before. */
  readonly of: Of;
  /** Of the instruction that was written anew, in both. */
  readonly index: number;
  readonly before: Instruction;
  readonly after: Instruction;
  /** What the one before has from here on stands `by` units further on. */
  readonly from: number;
  readonly by: number;
}

/** What every comment for a linter has in its line: see `suppressionsOf` and `shellPragmas`. */
const forLinters = /#[^\S\n]*(?:slipway|hadolint|check)/i;

/** An immutable snapshot of one version of one Dockerfile. */
export class Dockerfile {
  private constructor(
    readonly source: Source,
    readonly directives: Directives,
    readonly instructions: readonly Placed[],
    /** False where it is known that no line speaks to a linter. */
    private mayAddressLinters: boolean | undefined = undefined,
  ) {}

  /** What made it; let go of with the next edit, so that old versions do not pile up. */
  replacement: Replacement<Dockerfile> | undefined;

  /** Whether some line may be a comment for Slipway, hadolint or BuildKit's checks: in most files none is. */
  get addressesLinters(): boolean {
    this.mayAddressLinters ??= forLinters.test(this.text);
    return this.mayAddressLinters;
  }

  get text(): string {
    return this.source.text;
  }

  get escape(): string {
    return this.directives.escape;
  }

  /** @param pool where instructions that were read before are looked for */
  static parse(text: string, pool?: InstructionPool): Dockerfile {
    const directives = readDirectives(text);
    const { escape } = directives;
    const placed: Placed[] = [];
    for (let piece = nextPiece(text, 0, escape); piece; piece = nextPiece(text, piece.next, escape)) {
      const own = text.slice(piece.start, piece.end);
      const instruction = pool?.read(own, piece, escape) ?? new Instruction(own, piece.head, piece.heredocs, escape);
      placed.push(place(piece, placed.length, instruction));
    }
    return new Dockerfile(new Source(text), directives, placed);
  }

  /** The snapshot after an edit. Instructions whose text it leaves alone are the same objects. */
  edit({ at, text: inserted }: Edit): Dockerfile {
    const old = this.text;
    const text = old.slice(0, at.start) + inserted + old.slice(at.end);
    const source = this.source.edited(text, at, inserted.length);
    // the line behind the directives may become one
    const touchesDirectives = at.start <= nextLine(old, this.directives.end);
    const directives = touchesDirectives ? readDirectives(text) : this.directives;
    const sameEscape = directives.escape === this.escape;
    const first = touchesDirectives ? 0 : this.firstAround(at.start);
    const kept = this.instructions.slice(0, first);
    const rest = sameEscape ? this.instructions.slice(first) : [];
    const from = first < this.instructions.length ? this.instructions[first]!.gap : (kept.at(-1)?.next ?? 0);
    const end = at.start + inserted.length;
    resplit(text, directives.escape, touchesDirectives ? 0 : from, kept, end, end - at.end, rest);
    // where no line was one before, only those of the edit may be
    const still =
      this.mayAddressLinters === false &&
      !forLinters.test(text.slice(text.lastIndexOf('\n', at.start - 1) + 1, nextLine(text, end)));
    const next = new Dockerfile(source, directives, kept, still ? false : undefined);
    if (!touchesDirectives) next.replacement = this.replacementBy(at, end - at.end, next);
    this.replacement = undefined;
    return next;
  }

  /** @param by how far text behind the edit moved */
  private replacementBy(at: Span, by: number, { instructions }: Dockerfile): Replacement<Dockerfile> | undefined {
    if (instructions.length !== this.instructions.length) return undefined;
    const index = this.firstAround(at.start);
    const old = this.instructions[index];
    if (!old || at.start <= old.start || at.end > old.end) return undefined;
    // an edit may have taken in the lines of the next, or given some away
    const placed = instructions[index]!;
    if (placed.start !== old.start || placed.end !== old.end + by || placed.next !== old.next + by) return undefined;
    return { of: this, index, before: old.instruction, after: placed.instruction, from: at.end, by };
  }

  /** The first instruction that an edit at `offset` can reach. */
  private firstAround(offset: number): number {
    let low = 0;
    let high = this.instructions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.instructions[middle]!.next >= offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The instruction at an offset: its own lines and the line breaks inside; not the comments before it. */
  at(offset: number): Placed | undefined {
    const placed = this.instructions[this.firstAround(offset)];
    if (placed && placed.start <= offset && offset <= placed.end) return placed;
    // at the very start of a line the offset also touches the previous instruction's end
    const after = placed && this.instructions[placed.index + 1];
    return after && after.start <= offset && offset <= after.end ? after : undefined;
  }

  /** Comment lines in front of an instruction, each from its `#` to the line's end; directives are not among them. */
  commentsBefore(placed: Placed): readonly Span[] {
    return commentsIn(this.text, Math.max(placed.gap, this.directives.end), placed.start);
  }

  /** Comment lines behind the last instruction. */
  get trailingComments(): readonly Span[] {
    return commentsIn(this.text, Math.max(this.instructions.at(-1)?.next ?? 0, this.directives.end), this.text.length);
  }
}

function commentsIn(text: string, from: number, to: number): readonly Span[] {
  const comments: Span[] = [];
  for (let at = text.indexOf('#', from); at >= 0 && at < to; ) {
    const next = nextLine(text, at);
    comments.push({ start: at, end: trimNewline(text, at, next) });
    at = text.indexOf('#', next);
  }
  return comments;
}

/** So many of the old instructions are tried: what was put in front of one leaves it the same. */
const mostTried = 16;

/**
 * Reads instructions from `from` on and adds them to `placed`, until a boundary falls on one of `old` behind the edit, whose
 * rest is then taken over.
 * @param editEnd where the edit ends in the new text
 * @param delta how far text behind the edit moved
 */
function resplit(
  text: string,
  escape: string,
  from: number,
  placed: Placed[],
  editEnd: number,
  delta: number,
  old: readonly Placed[],
): void {
  let reuse = 0;
  const read = (piece: Piece): Instruction => {
    const own = text.slice(piece.start, piece.end);
    for (let i = 0; i < old.length && i < mostTried; i++) {
      const { instruction } = old[i]!;
      if (instruction.text === own && instruction.head === piece.head) return instruction;
    }
    return new Instruction(own, piece.head, piece.heredocs, escape);
  };
  for (let at = from; ; ) {
    while (reuse < old.length && old[reuse]!.gap + delta < at) reuse++;
    // what began the file is read anew: a byte order mark counts only there
    if (at > 0 && at >= editEnd && old[reuse]?.gap && old[reuse]!.gap + delta === at) {
      for (let i = reuse; i < old.length; i++) placed.push(moved(old[i]!, placed.length, delta));
      return;
    }
    const piece = nextPiece(text, at, escape);
    if (!piece) return;
    placed.push(place(piece, placed.length, read(piece)));
    at = piece.next;
  }
}
