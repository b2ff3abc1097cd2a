/**
 * BuildKit's word lexer (frontend/dockerfile/shell/lex.go): quotes, escapes, `$name` and `${name…}` of one word or line, with
 * the value it comes to, the words it falls into, and the variables it uses. One pass serves expansion, heredoc marks
 * and variable spans, so that they cannot disagree.
 */

import type { Span } from '../text/span';
import type { Environment, ExpandError, ExpandErrorCode, ExpandOptions, Expansion, VariableUse } from './expansion';
import { Words } from './lexedWords';
import { parsePattern, replacePattern, trimPrefix, trimSuffix } from './pattern';

export type * from './expansion';

/** Nothing is set. */
export const emptyEnvironment: Environment = { get: () => undefined };

/** `${a:-${b:-…}}` deeper than this is refused: no real file comes near, and recursion must end. */
const maximumDepth = 300;

const EOF = -1;
const DOLLAR = 36;
const letter = /\p{L}/u;
const digit = /\p{Nd}/u;

/** What holds no unit that could mean something, by the escape character. */
const plainRun: Readonly<Record<string, RegExp>> = { '\\': /[^$<'"\\]*/y, '`': /[^$<'"`]*/y };

class Failure {
  constructor(readonly error: ExpandError) {}
}

/** What a text needs for `expand` to make another one of it. */
export const special = /[$'"\\`]|^\ufeff/;

class Lexer {
  private pos: number;
  private depth = 0;
  private rawEscapes: boolean;
  readonly uses: VariableUse[] = [];
  readonly matched = new Set<string>();
  readonly unmatched = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly environment: Environment,
    private readonly options: ExpandOptions,
  ) {
    this.rawEscapes = options.rawEscapes ?? false;
    // Go's text/scanner, with which the builder reads, skips a byte order mark at the start of what it is given
    this.pos = text[0] === '\ufeff' ? 1 : 0;
  }

  private peek(): number {
    return this.pos < this.text.length ? this.text.charCodeAt(this.pos) : EOF;
  }

  private take(): string {
    return this.pos < this.text.length ? this.text[this.pos++]! : '';
  }

  private fail(code: ExpandErrorCode, start: number, end: number, detail = ''): Failure {
    return new Failure({ code, at: { start, end: Math.min(Math.max(end, start), this.text.length) }, detail });
  }

  /** Reads up to an unquoted `stop` (taken, not returned), or to the end where `stop` is empty. */
  run(stop: string, rawEscapes: boolean, words: Words, opened = 0): string | Failure {
    if (++this.depth > maximumDepth) return this.fail('too-deep', opened, this.pos);
    const before = this.rawEscapes;
    this.rawEscapes = rawEscapes;
    const result = this.read(stop, words, opened);
    this.rawEscapes = before;
    this.depth--;
    return result;
  }

  private read(stop: string, words: Words, opened: number): string | Failure {
    const { escape, skipQuotes } = this.options;
    const plain = plainRun[escape === '`' ? '`' : '\\']!;
    let result = '';
    while (this.pos < this.text.length) {
      const at = this.pos;
      // most of a text means itself: take it at one go
      plain.lastIndex = at;
      let run = plain.exec(this.text)![0];
      const stopped = stop === '' ? -1 : run.indexOf(stop);
      if (stopped >= 0) run = run.slice(0, stopped);
      if (run !== '') {
        this.pos += run.length;
        words.addPlain(run, at);
        result += run;
        continue;
      }
      const unit = this.text[at]!;
      if (unit === stop) {
        this.pos++;
        return result;
      }
      let piece: string | Failure | undefined;
      if (unit === '$') piece = this.dollar();
      else if (unit === '<') piece = this.heredocMark();
      else if (!skipQuotes && unit === "'") piece = this.singleQuote();
      else if (!skipQuotes && unit === '"') piece = this.doubleQuote();
      if (piece !== undefined) {
        if (piece instanceof Failure) return piece;
        result += piece;
        if (unit === '$') words.addExpanded(piece, at);
        else words.addRaw(piece, at);
        continue;
      }
      this.pos++;
      if (unit !== escape) {
        words.addUnit(unit, at);
        result += unit;
        continue;
      }
      if (this.rawEscapes) {
        words.addRaw(unit, at);
        result += unit;
      }
      const escaped = this.take();
      if (escaped === '') break;
      words.addRaw(escaped, at);
      result += escaped;
    }
    return stop === '' ? result : this.fail('unclosed-brace', opened, this.text.length, stop);
  }

  /** `<<` takes the blanks behind it into its word, so that `<< EOF` is one. */
  private heredocMark(): string {
    this.pos++;
    if (this.peek() !== 60) return '<';
    const start = this.pos - 1;
    this.pos++;
    if (this.peek() === 45) this.pos++;
    while (this.peek() === 32 || this.peek() === 9 || this.peek() === 13) this.pos++;
    return this.text.slice(start, this.pos);
  }

  private singleQuote(): string | Failure {
    const start = this.pos;
    const end = this.text.indexOf("'", start + 1);
    if (end < 0) return this.fail('unclosed-single-quote', start, this.text.length);
    this.pos = end + 1;
    return this.options.rawQuotes ? this.text.slice(start, end + 1) : this.text.slice(start + 1, end);
  }

  private doubleQuote(): string | Failure {
    const { escape, rawQuotes } = this.options;
    const start = this.pos++;
    let result = rawQuotes ? '"' : '';
    for (;;) {
      const unit = this.peek();
      if (unit === EOF) return this.fail('unclosed-double-quote', start, this.text.length);
      if (unit === 34) {
        this.pos++;
        return rawQuotes ? `${result}"` : result;
      }
      if (unit === DOLLAR) {
        const value = this.dollar();
        if (value instanceof Failure) return value;
        result += value;
        continue;
      }
      let taken = this.take();
      if (taken === escape) {
        if (this.rawEscapes) result += taken;
        const next = this.text[this.pos];
        if (next === undefined) continue;
        if (next === '"' || next === '$' || next === escape) taken = this.take();
        // rawEscapes keeps the escape and, where nothing was escaped, BuildKit writes it again
      }
      result += taken;
    }
  }

  private name(): string {
    const start = this.pos;
    const first = this.text[start];
    if (first === undefined) return '';
    if (digit.test(first)) {
      while (this.pos < this.text.length && digit.test(this.text[this.pos]!)) this.pos++;
    } else if ('@*#?-$!'.includes(first)) this.pos++;
    else {
      for (;;) {
        const point = this.text.codePointAt(this.pos);
        if (point === undefined) break;
        const char = String.fromCodePoint(point);
        if (char !== '_' && !letter.test(char) && !digit.test(char)) break;
        this.pos += char.length;
      }
    }
    return this.text.slice(start, this.pos);
  }

  private lookUp(name: string): string | undefined {
    const value = this.environment.get(name);
    (value === undefined ? this.unmatched : this.matched).add(name);
    return value;
  }

  private note(use: VariableUse): void {
    this.uses.push(use);
  }

  private dollar(): string | Failure {
    const start = this.pos++;
    if (this.peek() !== 123) {
      const nameStart = this.pos;
      const name = this.name();
      if (name === '') return '$';
      const at = { start, end: this.pos };
      this.note({ name, at, nameAt: { start: nameStart, end: this.pos }, braced: false, modifier: '' });
      const value = this.lookUp(name);
      return value ?? (this.options.skipUnset ? `$${name}` : '');
    }
    this.pos++;
    const first = this.peek();
    if (first === EOF) return this.fail('unclosed-brace', start, this.pos, '}');
    if (first === 123 || first === 125 || first === 58) return this.fail('bad-substitution', start, this.pos + 1);
    const nameStart = this.pos;
    const name = this.name();
    const nameAt = { start: nameStart, end: this.pos };
    const mark = this.take();
    if (mark === '}') {
      this.note({ name, at: { start, end: this.pos }, nameAt, braced: true, modifier: '' });
      const value = this.lookUp(name);
      return value ?? (this.options.skipUnset ? `\${${name}}` : '');
    }
    if (mark === '/') return this.replacement(start, name, nameAt);
    if (mark !== ':' && !(mark !== '' && '+-?#%'.includes(mark))) {
      return this.fail('unsupported-modifier', start, this.pos, mark);
    }
    return this.modified(start, name, nameAt, mark === ':' ? mark + this.take() : mark);
  }

  private modified(start: number, name: string, nameAt: Span, modifier: string): string | Failure {
    const operandStart = this.pos;
    const kind = modifier.at(-1)!;
    const word = this.run('}', kind === '#' || kind === '%', new Words(), start);
    if (word instanceof Failure) {
      return this.pos >= this.text.length ? this.fail('unclosed-brace', start, this.text.length, '}') : word;
    }
    const at = { start, end: this.pos };
    this.note({ name, at, nameAt, braced: true, modifier, operandAt: { start: operandStart, end: this.pos - 1 } });
    if (modifier.length === 2 && !'-+?'.includes(kind))
      return this.fail('unsupported-modifier', start, this.pos, modifier);
    const value = this.lookUp(name);
    if (value === undefined && this.options.skipUnset) return `\${${name}${modifier}${word}}`;
    const missing = value === undefined || (modifier.length === 2 && value === '');
    switch (kind) {
      case '-':
        return missing ? word : value!;
      case '+':
        return missing ? '' : word;
      case '?':
        if (!missing) return value!;
        return this.fail('required-variable', start, this.pos, `${name}: ${word}`);
      default: {
        const greedy = word.startsWith(kind);
        const pattern = parsePattern(greedy ? word.slice(1) : word);
        if (!pattern) return this.fail('invalid-pattern', start, this.pos, word);
        return (kind === '#' ? trimPrefix : trimSuffix)(pattern, value ?? '', greedy);
      }
    }
  }

  private replacement(start: number, name: string, nameAt: Span): string | Failure {
    const all = this.peek() === 47;
    if (all) this.pos++;
    const operandStart = this.pos;
    const source = this.run('/', true, new Words(), start);
    if (source instanceof Failure) {
      return this.pos >= this.text.length ? this.fail('unclosed-slash', start, this.text.length, '/') : source;
    }
    const text = this.run('}', true, new Words(), start);
    if (text instanceof Failure) {
      return this.pos >= this.text.length ? this.fail('unclosed-brace', start, this.text.length, '}') : text;
    }
    const at = { start, end: this.pos };
    this.note({ name, at, nameAt, braced: true, modifier: '/', operandAt: { start: operandStart, end: this.pos - 1 } });
    const value = this.lookUp(name);
    if (value === undefined && this.options.skipUnset) return `\${${name}/${source}/${text}}`;
    const pattern = parsePattern(source);
    if (!pattern) return this.fail('invalid-pattern', start, this.pos, source);
    return replacePattern(pattern, value ?? '', text, all);
  }
}

/** Expands a word or a line. Never throws; an error comes with the span that it is about. */
export function expand(text: string, environment: Environment, options: ExpandOptions): Expansion {
  const lexer = new Lexer(text, environment, options);
  const words = new Words();
  const result = lexer.run('', options.rawEscapes ?? false, words);
  const { uses, matched, unmatched } = lexer;
  if (result instanceof Failure) return { result: '', words: [], uses, matched, unmatched, error: result.error };
  words.end(text.length);
  return { result, words: words.list, uses, matched, unmatched };
}
