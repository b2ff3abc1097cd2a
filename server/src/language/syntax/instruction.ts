import { type Span, shift, spanOf } from '../text/span';
import { isBlank, skipSpaces, trimSpaces } from './characters';
import { type Expansion, emptyEnvironment, expand, type VariableUse } from './expand';
import { readFlags } from './flags';
import { type Heredoc, heredocMarks } from './heredoc';
import { type Joined, type JoinedLines, joinLines } from './join';
import { parseJsonStrings } from './json';
import { forms } from './keywords';
import type { Flag, Pair, Word } from './parts';
import { nextPiece } from './split';
import { type RawWord, splitBlanks, splitQuoted } from './words';

/** What ONBUILD keeps for later: an instruction of its own, whose text begins at `start` of the outer one's. */
export interface Trigger {
  readonly instruction: Instruction;
  readonly start: number;
}

/**
 * One instruction, read as BuildKit reads it. All spans are relative to its own first unit, so that the object can be
 * shared by every snapshot in which its text did not change. Nothing in it knows the file around it.
 */
export class Instruction {
  /** In upper case; not always a known one. */
  readonly keyword: string;
  readonly keywordAt: Span;
  readonly flags: readonly Flag[];
  readonly heredocs: readonly Heredoc[];
  /** Where the arguments stand, in the joined line: behind keyword and flags, spaces trimmed. */
  readonly rest: Span;
  private readonly lines: JoinedLines;
  private wordList: readonly Word[] | undefined;
  private jsonList: readonly Word[] | null | undefined;
  private pairList: readonly Pair[] | undefined;
  private inner: Trigger | null | undefined;

  /**
   * @param text from the keyword to the end of the last line, heredoc bodies included
   * @param head length of the instruction's own lines
   * @param bodies the heredocs' bodies in the order of their marks
   */
  constructor(
    readonly text: string,
    readonly head: number,
    bodies: readonly Omit<Heredoc, 'at'>[],
    readonly escape: string,
  ) {
    this.lines = joinLines(text, head, escape);
    const line = this.line.text;
    const start = skipSpaces(line, 0, line.length);
    const end = trimSpaces(line, start, line.length);
    let keywordEnd = start;
    while (keywordEnd < end && !isBlank(line.charCodeAt(keywordEnd))) keywordEnd++;
    this.keyword = line.slice(start, keywordEnd).toUpperCase();
    this.keywordAt = this.line.spanOf(start, keywordEnd);
    const { flags, rest } = readFlags(line, keywordEnd);
    this.flags = flags.map((flag) => this.flagOf(flag.text, flag.start, flag.end));
    const restEnd = trimSpaces(line, rest, line.length);
    this.rest = spanOf(skipSpaces(line, rest, restEnd), restEnd);
    if (bodies.length === 0) this.heredocs = noHeredocs;
    else {
      const marks = heredocMarks(line);
      this.heredocs = bodies.map((body, i) => {
        const mark = marks[i]!;
        return { ...body, at: this.line.spanOf(mark.at.start, mark.at.end) };
      });
    }
  }

  /** The instruction's own lines as the builder joins them: no escape characters at line ends, no comments, no blank lines. */
  get line(): Joined {
    return this.lines.joined;
  }

  /** Comments between continued lines. */
  get comments(): readonly Span[] {
    return this.lines.comments;
  }

  /** Blank lines between continued lines. */
  get blankLines(): readonly Span[] {
    return this.lines.blankLines;
  }

  /** Where the escape characters that continue a line stand. */
  get continuations(): readonly number[] {
    return this.lines.continuations;
  }

  /** The arguments as one string of the joined line. */
  get argument(): string {
    return this.line.text.slice(this.rest.start, this.rest.end);
  }

  /** Where the arguments stand in the instruction's text. */
  get argumentAt(): Span {
    return this.line.spanOf(this.rest.start, this.rest.end);
  }

  /** The keyword as it is written. */
  get written(): string {
    return this.text.slice(this.keywordAt.start, this.keywordAt.end);
  }

  get known(): boolean {
    return this.keyword in forms;
  }

  /** The strings of the JSON form; undefined in any other form. HEALTHCHECK: those behind CMD. */
  get json(): readonly Word[] | undefined {
    if (this.jsonList === undefined) this.jsonList = this.readJson() ?? null;
    return this.jsonList ?? undefined;
  }

  /** True where the arguments are a JSON array with something else than strings in it, which the builder refuses. */
  get jsonOfOthers(): boolean {
    const start = this.jsonStart();
    return start >= 0 && parseJsonStrings(this.line.text, start, this.rest.end).kind === 'not-strings';
  }

  /** The arguments word by word, as BuildKit's parser cuts them for this instruction. */
  get words(): readonly Word[] {
    this.wordList ??= this.readWords();
    return this.wordList;
  }

  /** Names and values of ENV, LABEL and ARG. Empty for any other instruction, and where a word of ENV has no `=`. */
  get pairs(): readonly Pair[] {
    this.pairList ??= this.readPairs();
    return this.pairList;
  }

  /** What ONBUILD holds. */
  get trigger(): Trigger | undefined {
    if (this.inner === undefined) this.inner = this.readTrigger() ?? null;
    return this.inner ?? undefined;
  }

  flag(name: string): Flag | undefined {
    return this.flags.find((flag) => flag.name === name);
  }

  /** Where a part of a word stands: offsets within `word.text`. */
  spanIn(word: Word, start: number, end: number): Span {
    return this.line.spanOf(word.joinedAt + start, word.joinedAt + end);
  }

  /** The variables that a word uses, with spans of the instruction's text. */
  usesIn(word: Word): readonly VariableUse[] {
    if (!word.text.includes('$')) return noUses;
    return this.place(expand(word.text, emptyEnvironment, { escape: this.escape, skipUnset: true }), word.joinedAt);
  }

  /** The uses of an expansion of joined text that began at `joinedAt`, with spans of the instruction's text. */
  place(expansion: Expansion, joinedAt: number): readonly VariableUse[] {
    const at = (span: Span) => this.line.spanOf(joinedAt + span.start, joinedAt + span.end);
    return expansion.uses.map((use) => ({
      ...use,
      at: at(use.at),
      nameAt: at(use.nameAt),
      ...(use.operandAt && { operandAt: at(use.operandAt) }),
    }));
  }

  private flagOf(text: string, start: number, end: number): Flag {
    const equals = text.indexOf('=');
    const sign = equals < 0 ? -1 : this.line.text.indexOf('=', start);
    const valueStart = sign < 0 ? end : sign + 1;
    return {
      name: text.slice(2, equals < 0 ? text.length : equals),
      value: equals < 0 ? undefined : text.slice(equals + 1),
      at: this.line.spanOf(start, end),
      nameAt: this.line.spanOf(start + 2, sign < 0 ? end : sign),
      valueAt: this.line.spanOf(valueStart, end),
      joinedAt: valueStart,
    };
  }

  private word({ text, start, end }: RawWord): Word {
    return { text, at: this.line.spanOf(start, end), joinedAt: start };
  }

  /** Where the JSON form would begin; -1 for instructions without one. */
  private jsonStart(): number {
    const form = forms[this.keyword];
    const line = this.line.text;
    let at = this.rest.start;
    if (form === 'health') {
      while (at < this.rest.end && !isBlank(line.charCodeAt(at))) at++;
      at = skipSpaces(line, at, this.rest.end);
    } else if (form !== 'json or blanks' && form !== 'json or whole') return -1;
    return line[at] === '[' ? at : -1;
  }

  private readJson(): readonly Word[] | undefined {
    const start = this.jsonStart();
    if (start < 0) return undefined;
    const result = parseJsonStrings(this.line.text, start, this.rest.end);
    if (result.kind !== 'strings') return undefined;
    return result.items.map((item) => ({
      text: item.value,
      at: this.line.spanOf(item.start, item.end),
      joinedAt: item.start + 1,
    }));
  }

  private readWords(): readonly Word[] {
    const { start, end } = this.rest;
    const line = this.line.text;
    if (start >= end) return noWords;
    const form = forms[this.keyword] ?? 'blanks';
    switch (form) {
      case 'pairs':
      case 'quoted':
        return splitQuoted(line, start, end, this.escape).map((word) => this.word(word));
      case 'whole':
        return [this.word({ text: line.slice(start, end), start, end })];
      case 'trigger':
        return noWords;
      case 'health': {
        const [type] = splitBlanks(line, start, end);
        const from = skipSpaces(line, type!.end, end);
        const rest = this.json ?? (from < end ? [this.word({ text: line.slice(from, end), start: from, end })] : []);
        return [this.word(type!), ...rest];
      }
      case 'json or whole':
        return this.json ?? [this.word({ text: line.slice(start, end), start, end })];
      default:
        return (form === 'json or blanks' && this.json) || splitBlanks(line, start, end).map((word) => this.word(word));
    }
  }

  private readPairs(): readonly Pair[] {
    const form = forms[this.keyword];
    if (form !== 'pairs' && form !== 'quoted') return noPairs;
    const { words } = this;
    if (words.length === 0) return noPairs;
    if (form === 'pairs' && !words[0]!.text.includes('=')) return this.legacyPair();
    const pairs: Pair[] = [];
    for (const word of words) {
      const equals = word.text.indexOf('=');
      if (equals < 0) {
        if (form === 'pairs') continue;
        pairs.push({ key: word, value: undefined, legacy: false, at: word.at });
        continue;
      }
      const part = (from: number, to: number): Word => ({
        text: word.text.slice(from, to),
        at: this.spanIn(word, from, to),
        joinedAt: word.joinedAt + from,
      });
      const value = part(equals + 1, word.text.length);
      pairs.push({ key: part(0, equals), value, legacy: false, at: word.at });
    }
    return pairs;
  }

  /** `ENV key value with blanks`: the key ends at the first blank, the value is all that follows. */
  private legacyPair(): readonly Pair[] {
    const { start, end } = this.rest;
    const line = this.line.text;
    let keyEnd = start;
    while (keyEnd < end && !isBlank(line.charCodeAt(keyEnd))) keyEnd++;
    let valueStart = keyEnd;
    while (valueStart < end && isBlank(line.charCodeAt(valueStart))) valueStart++;
    if (valueStart >= end) return noPairs;
    const part = (from: number, to: number) => this.word({ text: line.slice(from, to), start: from, end: to });
    const at = this.line.spanOf(start, end);
    return [{ key: part(start, keyEnd), value: part(valueStart, end), legacy: true, at }];
  }

  private readTrigger(): Trigger | undefined {
    if (forms[this.keyword] !== 'trigger' || this.rest.start >= this.rest.end) return undefined;
    const { start } = this.argumentAt;
    const bodies = this.heredocs.map((heredoc) => ({
      ...heredoc,
      body: shift(heredoc.body, -start),
      terminator: shift(heredoc.terminator, -start),
    }));
    return { start, instruction: new Instruction(this.text.slice(start), this.head - start, bodies, this.escape) };
  }
}

export type { Keyword } from './keywords';
export type { Flag, Pair, Word } from './parts';

const noHeredocs: readonly Heredoc[] = [];
const noWords: readonly Word[] = [];
const noPairs: readonly Pair[] = [];
const noUses: readonly VariableUse[] = [];

/** The instruction that a text of its own holds, for tests and tools; undefined where it holds none. */
export function readInstruction(text: string, escape = '\\'): Instruction | undefined {
  const piece = nextPiece(text, 0, escape);
  return piece && new Instruction(text.slice(piece.start, piece.end), piece.head, piece.heredocs, escape);
}
