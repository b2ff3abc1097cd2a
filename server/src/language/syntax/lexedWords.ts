import type { Span } from '../text/span';
import { isSpace } from './characters';

/** A word with the offsets between which it stands. */
export interface LexedWord {
  readonly text: string;
  readonly at: Span;
}

/** Collects words as BuildKit's wordsStruct does. */
export class Words {
  readonly list: LexedWord[] = [];
  private word = '';
  private start = 0;
  private inWord = false;

  private begin(at: number): void {
    if (!this.inWord && this.word === '') this.start = at;
    this.inWord = true;
  }

  addUnit(text: string, at: number): void {
    if (!isSpace(text.charCodeAt(0))) this.addRaw(text, at);
    else if (this.inWord && this.word !== '') this.end(at);
  }

  /** Several units that mean themselves. */
  addPlain(text: string, at: number): void {
    this.addRuns(text, at, 1);
  }

  /** The units of an expanded variable: spaces in it part words. */
  addExpanded(text: string, at: number): void {
    this.addRuns(text, at, 0);
  }

  /** Whole runs between spaces: unit by unit a long value would become as many strings. */
  private addRuns(text: string, at: number, step: 0 | 1): void {
    let from = 0;
    for (let i = 0; i <= text.length; i++) {
      if (i < text.length && !isSpace(text.charCodeAt(i))) continue;
      if (i > from) this.addRaw(text.slice(from, i), at + step * from);
      if (i < text.length && this.inWord && this.word !== '') this.end(at + step * i);
      from = i + 1;
    }
  }

  addRaw(text: string, at: number): void {
    this.begin(at);
    this.word += text;
  }

  end(at: number): void {
    if (this.word !== '') this.list.push({ text: this.word, at: { start: this.start, end: at } });
    this.word = '';
    this.inWord = false;
  }
}
