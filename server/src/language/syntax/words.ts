import { isBlank, isSpace } from './characters';

/** A word of a joined line. Offsets count in that line; `text` is what BuildKit's splitter hands on, quotes kept. */
export interface RawWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words between blanks: FROM, EXPOSE, and ADD, COPY and VOLUME where they are no JSON. */
export function splitBlanks(line: string, start: number, end: number): RawWord[] {
  const words: RawWord[] = [];
  for (let at = start; at < end; ) {
    while (at < end && isBlank(line.charCodeAt(at))) at++;
    const from = at;
    while (at < end && !isBlank(line.charCodeAt(at))) at++;
    if (at > from) words.push({ text: line.slice(from, at), start: from, end: at });
  }
  return words;
}

/** Words where quotes and escapes bind (BuildKit's parseWords): ENV, LABEL and ARG. Both stay in the text. */
export function splitQuoted(line: string, start: number, end: number, escape: string): RawWord[] {
  const words: RawWord[] = [];
  for (let at = start; at < end; ) {
    while (at < end && isSpace(line.charCodeAt(at))) at++;
    if (at >= end) break;
    const from = at;
    let quote = '';
    let dropped = false;
    for (; at < end; at++) {
      const unit = line[at]!;
      if (quote === '' && isSpace(line.charCodeAt(at))) break;
      if (unit === escape && quote !== "'") {
        // an escape at the very end is left out
        if (at + 1 >= end) dropped = true;
        else at++;
      } else if (quote === '' && (unit === '"' || unit === "'")) quote = unit;
      else if (unit === quote) quote = '';
    }
    at = Math.min(at, end);
    const text = line.slice(from, dropped ? at - 1 : at);
    if (text !== '') words.push({ text, start: from, end: at });
  }
  return words;
}
