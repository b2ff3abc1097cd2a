import type { ScriptText } from '../../model/scripts';
import { treeOf } from '../../model/scripts';
import type * as Shell from '../../shell/tree';
import type { Span } from '../../text/span';
import { type Token, type TokenType, token } from './types';

/** The tokens of a shell script: commands, flags, quoted text, variables, operators, reserved words, comments. */
export function ofScript(script: ScriptText): readonly Token[] {
  const painter = new Painter(script);
  const { body, comments } = treeOf(script);
  painter.list(body);
  for (const comment of comments) painter.add('comment', comment);
  return painter.tokens;
}

/** Quotes, expansions and patterns: all that makes a word more than plain text. */
const special = /["'`$\\*?[]/;
const brackets: ReadonlySet<string> = new Set(['(', ')', '{', '}', ';;', ';&', ';;&', '|']);

class Painter {
  readonly tokens: Token[] = [];

  constructor(private readonly script: ScriptText) {}

  add(type: TokenType, { start, end }: Span, modifier?: 'declaration'): void {
    if (end > start) this.tokens.push(token(this.script.spanAt(start, end), type, modifier));
  }

  list({ entries }: Shell.List): void {
    for (const { pipeline, operator } of entries) {
      this.pipeline(pipeline);
      if (operator && operator.text !== '\n') this.add('operator', operator.at);
    }
  }

  private pipeline({ negated, timed, commands, operators }: Shell.Pipeline): void {
    if (negated) this.add('operator', negated);
    if (timed) this.add('keyword', timed);
    for (const { at } of operators) this.add('operator', at);
    for (const command of commands) {
      if (command.kind === 'simple') this.simple(command);
      else this.compound(command);
    }
  }

  private simple({ assignments, words, redirects }: Shell.SimpleCommand): void {
    for (const { nameAt, value, elements } of assignments) {
      this.add('variable', nameAt, 'declaration');
      if (value) this.word(value);
      for (const element of elements) this.word(element);
    }
    let first = true;
    for (const word of words) {
      if (first) this.add('function', word.at);
      else if (word.raw[0] === '-' && word.raw !== '-' && word.raw !== '--') this.flag(word);
      this.word(word);
      first = false;
    }
    this.redirects(redirects);
  }

  /** `--name` of `--name=value`. */
  private flag({ at, raw }: Shell.Word): void {
    const equals = raw.indexOf('=');
    this.add('parameter', { start: at.start, end: equals < 0 ? at.end : Math.min(at.start + equals, at.end) });
  }

  private compound({ kind, keywords, words, parts, redirects }: Shell.CompoundCommand): void {
    for (const { text, at } of keywords) this.add(brackets.has(text) ? 'operator' : 'keyword', at);
    const [first] = words;
    if (kind === 'function' && first) this.add('function', first.at, 'declaration');
    else if ((kind === 'for' || kind === 'select') && first && !first.raw.includes('('))
      this.add('variable', first.at, 'declaration');
    for (const word of words) this.word(word);
    for (const { list } of parts) this.list(list);
    this.redirects(redirects);
  }

  private redirects(redirects: readonly Shell.Redirect[]): void {
    for (const { operator, descriptor = '', target, at, body } of redirects) {
      const end = Math.min(at.start + descriptor.length + operator.length, at.end);
      this.add('operator', { start: at.start, end });
      if (operator.startsWith('<<') && operator !== '<<<') {
        if (target) this.add('label', target.at);
      } else if (target) this.word(target);
      if (body) {
        this.add('string', body.at);
        this.expansions(body.expansions);
      }
    }
  }

  private word(word: Shell.Word): void {
    if (special.test(word.raw)) this.parts(word.parts);
  }

  private parts(parts: readonly Shell.Part[]): void {
    for (const part of parts) {
      switch (part.kind) {
        case 'literal':
          break;
        case 'single':
        case 'ansi':
          this.add('string', part.at);
          break;
        case 'double':
          this.add('string', part.at);
          this.parts(part.parts);
          break;
        case 'glob':
        case 'brace':
          this.parts(part.parts);
          break;
        default:
          this.expansion(part);
      }
    }
  }

  private expansions(expansions: readonly Shell.Expansion[]): void {
    for (const expansion of expansions) this.expansion(expansion);
  }

  private expansion(expansion: Shell.Expansion): void {
    const { at } = expansion;
    switch (expansion.kind) {
      case 'variable': {
        this.add('variable', at);
        const { nameAt, modifier, operands } = expansion;
        if (modifier !== '' && modifier !== 'length' && modifier !== 'indirect') {
          this.add('operator', { start: nameAt.end, end: Math.min(nameAt.end + modifier.length, at.end) });
        }
        for (const operand of operands) {
          this.add('string', operand.at);
          this.word(operand);
        }
        break;
      }
      case 'arithmetic':
        this.ends(at, 3, 2);
        this.expansions(expansion.inner);
        break;
      default:
        this.ends(at, expansion.backticks ? 1 : 2, 1);
        this.list(expansion.list);
    }
  }

  /** The brackets of a substitution. */
  private ends({ start, end }: Span, open: number, close: number): void {
    this.add('operator', { start, end: Math.min(start + open, end) });
    this.add('operator', { start: Math.max(end - close, start), end });
  }
}
