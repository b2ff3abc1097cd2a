import type { Span } from '../text/span';
import { nextLine, trimNewline } from './characters';
import { emptyEnvironment, expand } from './expand';

/** `<<EOF` as it stands on an instruction's line. Offsets count in the joined line. */
export interface HeredocMark {
  /** The terminator, unquoted. */
  readonly name: string;
  /** From the file descriptor or `<<` to the end of the word. */
  readonly at: Span;
  /** False where a part of the word is quoted: then variables in the body are left alone. */
  readonly expand: boolean;
  /** `<<-`: leading tabs of the body and of the terminator do not count. */
  readonly chomp: boolean;
}

/** A heredoc with its body. Offsets count in the instruction's text, `at` of the mark too. */
export interface Heredoc extends HeredocMark {
  /** From the first unit of the first body line to the first of the terminator's line. */
  readonly body: Span;
  /** The terminator; empty at the end of the text where it is missing. */
  readonly terminator: Span;
  readonly terminated: boolean;
}

const mark = /^\d*<<(-?)\s*([^<]*)$/;
const quotes = /['"]/g;

/** The heredoc that one word asks for (BuildKit's ParseHeredoc); undefined where it asks for none. */
export function heredocOfWord(word: string): Omit<HeredocMark, 'at'> | undefined {
  const match = mark.exec(word);
  if (!match?.[2]) return undefined;
  const plain = expand(match[2], emptyEnvironment, { escape: '\\', skipUnset: true });
  if (plain.words.length !== 1) return undefined;
  const raw = expand(match[2], emptyEnvironment, { escape: '\\', skipUnset: true, rawQuotes: true });
  const name = plain.words[0]!.text;
  const count = (text: string) => text.match(quotes)?.length ?? 0;
  return { name, chomp: match[1] === '-', expand: count(name) === count(raw.words[0]?.text ?? '') };
}

/** The heredocs that a joined instruction line asks for, in order. BuildKit always reads them with `\` as escape. */
export function heredocMarks(line: string): HeredocMark[] {
  if (!line.includes('<<')) return [];
  const { words } = expand(line, emptyEnvironment, {
    escape: '\\',
    rawQuotes: true,
    rawEscapes: true,
    skipUnset: true,
  });
  const marks: HeredocMark[] = [];
  for (const word of words) {
    if (!word.text.includes('<<')) continue;
    const heredoc = heredocOfWord(word.text);
    if (heredoc) marks.push({ ...heredoc, at: word.at });
  }
  return marks;
}

/** Where the bodies of `marks` stand in `text`, the first one from `start` on. Unterminated ones run to the end. */
export function heredocBodies(text: string, start: number, marks: readonly HeredocMark[]): Omit<Heredoc, 'at'>[] {
  let at = start;
  return marks.map(({ name, chomp, expand }) => {
    const from = at;
    while (at < text.length) {
      const next = nextLine(text, at);
      const end = trimNewline(text, at, next);
      let first = at;
      while (chomp && first < end && text[first] === '\t') first++;
      if (end - first === name.length && text.startsWith(name, first)) {
        const body = { start: from, end: at };
        at = next;
        return { name, chomp, expand, body, terminator: { start: first, end }, terminated: true };
      }
      at = next;
    }
    const end = { start: text.length, end: text.length };
    return { name, chomp, expand, body: { start: from, end: text.length }, terminator: end, terminated: false };
  });
}
