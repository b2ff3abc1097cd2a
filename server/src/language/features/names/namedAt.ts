import type { Dockerfile } from '../../model/dockerfile';
import { type Mention, referencesOf, symbolAt } from '../../model/symbols';
import type { Heredoc } from '../../syntax/heredoc';
import { type Span, shift, slice, touches } from '../../text/span';

/** One place at which a name stands. Offsets count in the file. */
export interface NamePlace {
  /** The name alone; the whole mark of a heredoc whose name is not written in one piece. */
  readonly at: Span;
  readonly definition: boolean;
  /** Undefined for a heredoc's name. */
  readonly mention: Mention | undefined;
}

/** What is named at a place of a file, and all places at which the same is named, in order. */
export type Named =
  | { readonly kind: 'stage' | 'variable'; readonly at: Span; readonly mention: Mention; readonly places: NamePlace[] }
  | { readonly kind: 'heredoc'; readonly at: Span; readonly heredoc: NamedHeredoc; readonly places: NamePlace[] };

/** A heredoc and where the instruction that it stands in begins. */
export interface NamedHeredoc extends Heredoc {
  readonly start: number;
}

/** The stage, variable or heredoc that is named at an offset. */
export function namedAt(file: Dockerfile, offset: number): Named | undefined {
  const mention = symbolAt(file, offset) ?? symbolAt(file, behindSign(file.text, offset));
  if (!mention) return heredocAt(file, offset);
  const places = referencesOf(file, mention).map((each) => ({
    at: each.at,
    definition: each.role === 'definition',
    mention: each,
  }));
  return { kind: mention.kind, at: mention.at, mention, places };
}

/** Where the name begins of whose `$` or `${` the offset touches the beginning; else the offset itself. */
function behindSign(text: string, offset: number): number {
  if (text[offset] === '$') return offset + (text[offset + 1] === '{' ? 2 : 1);
  return text[offset] === '{' && text[offset - 1] === '$' ? offset + 1 : offset;
}

function heredocAt(file: Dockerfile, offset: number): Named | undefined {
  const placed = file.at(offset);
  if (!placed) return undefined;
  const { instruction, start } = placed;
  for (const heredoc of instruction.heredocs) {
    const mark = nameInMark(instruction.text, heredoc);
    const places: NamePlace[] = [{ at: shift(mark, start), definition: true, mention: undefined }];
    if (heredoc.terminated) {
      places.push({ at: shift(heredoc.terminator, start), definition: false, mention: undefined });
    }
    const place = places.find(({ at }) => touches(at, offset));
    if (place) return { kind: 'heredoc', at: place.at, heredoc: { ...heredoc, start }, places };
  }
  return undefined;
}

const beforeName = /^\d*<<-?\s*['"]?/;

/** Where the name stands in `<<-'EOF'`. */
function nameInMark(text: string, { at, name }: Heredoc): Span {
  const before = beforeName.exec(slice(text, at))?.[0].length ?? 0;
  const start = at.start + before;
  return text.startsWith(name, start) ? { start, end: start + name.length } : at;
}
