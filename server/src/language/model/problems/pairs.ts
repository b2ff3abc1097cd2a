import type { Instruction, Pair, Word } from '../../syntax/instruction';
import type { Checks } from './checks';
import { type Draft, draft, fix, type ProblemFix } from './draft';
import { checkFlags } from './flags';

/** ENV and LABEL: `name=value` word by word, or `name value`. */
export function checkPairs(checks: Checks): void {
  const { instruction } = checks;
  const { keyword, words, pairs } = instruction;
  checks.add(...checkFlags(instruction));
  const [first] = words;
  if (!first) {
    checks.add(draft('instruction', 'missing-argument', instruction.keywordAt, [keyword]));
    return;
  }
  if (!first.text.includes('=') && pairs.length === 0) {
    const at = { start: first.at.end, end: first.at.end };
    const fixes = [fix('insert', ['='], { at, text: '=' })];
    checks.add(draft('parse', 'missing-value', first.at, [keyword, first.text], { fixes }));
    return;
  }
  if (!pairs[0]?.legacy) {
    const lone = words.findIndex((word) => !word.text.includes('='));
    if (lone >= 0) {
      checks.add(withoutEquals(instruction, lone));
      return;
    }
  }
  const before = checks.drafts.length;
  for (const pair of pairs) {
    if (pair.key.text === '') checks.add(draft('instruction', 'blank-name', pair.at, [keyword]));
    else {
      checks.expanded({ ...checks.wordText(pair.key), quoteFixes: () => keyQuoteFixes(instruction, pair) });
      // a quote that opens in the name is missing in the value: one cause
      if (checks.drafts.length > before) continue;
      checkValue(checks, pair);
    }
  }
}

/** ARG: names, some with a value; the builder expands the values alone. */
export function checkArguments(checks: Checks): void {
  const { instruction } = checks;
  if (instruction.words.length === 0) {
    checks.add(draft('instruction', 'missing-argument', instruction.keywordAt, ['ARG']));
    return;
  }
  for (const pair of instruction.pairs) {
    if (!pair.value) continue;
    if (pair.key.text === '') checks.add(draft('instruction', 'blank-name', pair.at, ['ARG']));
    else checkValue(checks, pair);
  }
}

function checkValue(checks: Checks, pair: Pair): void {
  const { instruction } = checks;
  const value = pair.value!;
  const quoteFixes = () =>
    isQuote(pair.key.text[0]) && value.text.endsWith(pair.key.text[0]!)
      ? keyQuoteFixes(instruction, pair)
      : openQuoteFixes(instruction, value);
  checks.expanded({ ...checks.wordText(value), quoteFixes });
}

const isQuote = (unit: string | undefined): boolean => unit === '"' || unit === "'";

/** `"name=value"`: the quote belongs behind the equals sign. */
function keyQuoteFixes(instruction: Instruction, pair: Pair): readonly ProblemFix[] {
  const quote = pair.key.text[0]!;
  const value = pair.value!;
  if (!isQuote(quote) || pair.legacy) return [];
  const { text } = value;
  const closed = text.endsWith(quote);
  if (text.slice(0, closed ? -1 : undefined).includes(quote)) return [];
  const open = instruction.spanIn(pair.key, 0, 1);
  const end = { start: value.at.end, end: value.at.end };
  return [
    fix(
      'quote-value',
      [],
      { at: open, text: '' },
      { at: { start: value.at.start, end: value.at.start }, text: quote },
      ...(closed ? [] : [{ at: end, text: quote }]),
    ),
  ];
}

/** Close the quote, or take it for a character; which comes first depends on whether it stands in front. */
export function openQuoteFixes(instruction: Instruction, word: Word): readonly ProblemFix[] {
  const { text } = word;
  const position = lastOpen(text, instruction.escape);
  if (position < 0) return [];
  const quote = text[position]!;
  const end = { start: word.at.end, end: word.at.end };
  const close = fix('close-quote', [quote], { at: end, text: quote });
  const { start } = instruction.spanIn(word, position, position + 1);
  const escaped = instruction.escape + quote;
  const escape = fix('escape-quote', [escaped], { at: { start, end: start }, text: instruction.escape });
  return position === 0 ? [close, escape] : [escape, close];
}

/** Where the quote stands that is never closed; -1 for none. */
function lastOpen(text: string, escape: string): number {
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (open >= 0 && unit === text[open]) open = -1;
    else if (unit === escape && !(open >= 0 && text[open] === "'")) at++;
    else if (open < 0 && isQuote(unit)) open = at;
  }
  return open;
}

/** A word of a list of pairs without `=`: most often the second word of a value that should be in quotes. */
function withoutEquals(instruction: Instruction, index: number): Draft {
  const word = instruction.words[index]!;
  const before = instruction.words[index - 1];
  const fixes: ProblemFix[] = [];
  const equals = before ? before.text.indexOf('=') : -1;
  if (before && equals >= 0 && equals < before.text.length - 1 && !/['"\\`$]/.test(before.text + word.text)) {
    let last = word;
    for (const next of instruction.words.slice(index + 1)) {
      if (/[='"\\`$]/.test(next.text)) break;
      last = next;
    }
    const { start } = instruction.spanIn(before, equals + 1, before.text.length);
    const { end } = last.at;
    if (!instruction.text.slice(start, end).includes('\n')) {
      const quotes = [start, end].map((at) => ({ at: { start: at, end: at }, text: '"' }));
      fixes.push(fix('quote-value', [], ...quotes));
    }
  }
  const at = { start: word.at.end, end: word.at.end };
  fixes.push(fix('insert', ['='], { at, text: '=' }));
  return draft('parse', 'missing-equals', word.at, [word.text], { fixes });
}
