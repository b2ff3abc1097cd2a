import {
  type Environment,
  type ExpandError,
  type Expansion,
  emptyEnvironment,
  expand,
  special,
} from '../../syntax/expand';
import type { Flag, Instruction, Word } from '../../syntax/instruction';
import type { Span } from '../../text/span';
import { isPlain } from '../mounts';
import { type Draft, draft, fix, type ProblemFix } from './draft';

/** Variables of which some may not be known: then nothing may be said about what a text comes to. */
export interface Knowledge extends Environment {
  /** True once a name was asked for whose value cannot be known here. */
  readonly unknown: boolean;
}

/** A check that must wait until it is known what stands before the instruction. */
export type Late = (knowledge: Knowledge) => readonly Draft[];

/** A stage or image that an instruction takes files from. Spans count in the instruction. */
export interface Source {
  readonly kind: 'copy' | 'mount';
  readonly text: string;
  readonly at: Span;
}

/** What was found in one instruction, kept with it. */
export interface Checked {
  readonly drafts: readonly Draft[];
  readonly late: readonly Late[];
  readonly sources: readonly Source[];
}

/** A text of an instruction that the builder expands. */
export interface ExpandedText {
  readonly text: string;
  /** Where all of it stands in the instruction. */
  readonly whole: Span;
  /** Where a part of it stands; undefined where the text is not written as it is read. */
  readonly place: ((start: number, end: number) => Span) | undefined;
  /** Fixes of an unclosed quote, in place of the usual ones. */
  readonly quoteFixes?: () => readonly ProblemFix[];
  readonly skipQuotes?: boolean;
}

/** Says what is wrong with what a text comes to. */
type Judge = (expansion: Pick<Expansion, 'result' | 'words'>) => readonly Draft[];

/** Every name has a value: what fails even so, fails always. */
const anything: Environment = { get: () => 'x' };
/** Names of variables among plain text, all of it perhaps in double quotes: nothing can be wrong with it. */
const plain = /^("?)(?:[^$'"\\`]|\$[A-Za-z_]|\$\{[A-Za-z_]\w*\})*\1$/;
/** Matching takes text × pattern × value: a longer text with patterns in it is not judged. */
const longestPattern = 256;
const none: readonly Draft[] = [];

/** Collects what is wrong with one instruction. */
export class Checks implements Checked {
  readonly drafts: Draft[] = [];
  readonly late: Late[] = [];
  readonly sources: Source[] = [];

  constructor(readonly instruction: Instruction) {}

  add(...drafts: readonly Draft[]): void {
    this.drafts.push(...drafts);
  }

  wordText(word: Word): ExpandedText {
    const { instruction } = this;
    const plain = instruction.line.text.startsWith(word.text, word.joinedAt);
    const place = plain ? (start: number, end: number) => instruction.spanIn(word, start, end) : undefined;
    return { text: word.text, whole: word.at, place };
  }

  flagText(flag: Flag): ExpandedText {
    const { instruction } = this;
    const place = isPlain(instruction, flag)
      ? (start: number, end: number) => instruction.line.spanOf(flag.joinedAt + start, flag.joinedAt + end)
      : undefined;
    return { text: flag.value ?? '', whole: flag.valueAt, place };
  }

  /** Checks that a text can be expanded, and what it comes to: at once where that depends on nothing. */
  expanded(given: ExpandedText, judge?: Judge): void {
    const { text } = given;
    if (!special.test(text)) {
      if (judge) this.add(...judge({ result: text, words: [{ text, at: { start: 0, end: text.length } }] }));
      return;
    }
    if (!judge && plain.test(text)) return;
    const { escape } = this.instruction;
    const options = { escape: given.skipQuotes ? '\\' : escape, skipQuotes: given.skipQuotes ?? false };
    if (!text.includes('$')) {
      const expansion = expand(text, emptyEnvironment, options);
      if (expansion.error) this.add(...this.failure(given, expansion.error));
      else if (judge) this.add(...judge(expansion));
      return;
    }
    const always = expand(text, anything, options);
    if (always.error) {
      this.add(...this.failure(given, always.error));
      return;
    }
    if (!judge && !always.uses.some(({ modifier }) => modifier.endsWith('?'))) return;
    if (text.length > longestPattern && always.uses.some(({ modifier }) => /[#%/]/.test(modifier))) return;
    this.late.push((knowledge) => {
      const expansion = expand(text, knowledge, options);
      if (expansion.error) return this.failure(given, expansion.error);
      return knowledge.unknown ? none : (judge?.(expansion) ?? none);
    });
  }

  private failure({ text, whole, place, quoteFixes }: ExpandedText, error: ExpandError): readonly Draft[] {
    const { detail } = error;
    // the end of the text stands where a modifier might
    const code = error.code === 'unsupported-modifier' && detail === '' ? 'unclosed-brace' : error.code;
    // the builder knows no limit: only we stop there
    if (code === 'too-deep') return none;
    const at = place?.(error.at.start, error.at.end) ?? whole;
    const values = code === 'required-variable' ? splitOnce(detail) : [detail];
    return [draft('convert', code, at, values, { fixes: place ? fixesOf() : [] })];

    function fixesOf(): readonly ProblemFix[] {
      // in a heredoc's body the word ends with its line
      const line = text.slice(error.at.start).search(/\r?\n/);
      const last = line < 0 ? text.length : error.at.start + line;
      const end = place!(last - 1, last).end;
      const behind = { start: end, end };
      if (code === 'unclosed-brace') return [fix('insert', ['}'], { at: behind, text: '}' })];
      if (code !== 'unclosed-single-quote' && code !== 'unclosed-double-quote') return [];
      if (quoteFixes) return quoteFixes();
      return [fix('close-quote', [text[error.at.start]!], { at: behind, text: text[error.at.start]! })];
    }
  }
}

const splitOnce = (detail: string): readonly string[] => {
  const colon = detail.indexOf(': ');
  return colon < 0 ? [detail] : [detail.slice(0, colon), detail.slice(colon + 2)];
};
