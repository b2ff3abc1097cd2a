import { isPosix } from '../../shell/dialect';
import type * as Shell from '../../shell/tree';
import { type Span, shift } from '../../text/span';
import type { Command } from '../command';
import { commandsOf, interpreterAt } from '../commands';
import type { Dockerfile } from '../dockerfile';
import { forceAt, type InForce } from '../inForce';
import { type ScriptText, scriptsOf, treeOf } from '../scripts';
import type { Found, Holds, ShellOperatorCursor, Site } from './types';

/** What is at an offset in the shell scripts of RUN, CMD, ENTRYPOINT and HEALTHCHECK. */
export function inScripts(file: Dockerfile, site: Site, holds: Holds): Found | undefined {
  const dialect = dialectIn(forceAt(file, site.placed.index));
  for (const script of scriptsOf(site.instruction)) {
    if (!isPosix(script.interpreter?.dialect ?? dialect)) continue;
    const commands = commandsOf(script, dialect);
    const found = new Search(site, script, holds, commands).list(treeOf(script).body);
    if (found) return found;
  }
  return undefined;
}

/** The dialect of shell forms where `inForce` holds. */
const dialectIn = (inForce: InForce | undefined) => (inForce ? interpreterAt(inForce).dialect : 'sh');

const brackets: Readonly<Record<string, string>> = { '(': '()', ')': '()', '{': '{}', '}': '{}' };

/** Goes down one script's tree to what holds the offset. */
class Search {
  /** A heredoc's lines are not within the span of the command that reads them. */
  private readonly whole: boolean;

  constructor(
    private readonly site: Site,
    private readonly script: ScriptText,
    private readonly holds: Holds,
    private readonly commands: readonly Command[],
  ) {
    this.whole = script.text.includes('<<');
  }

  private on(span: Span): boolean {
    return this.holds(this.script.spanAt(span.start, span.end));
  }

  private place(span: Span): Span {
    return shift(this.script.spanAt(span.start, span.end), this.site.start);
  }

  list({ entries }: Shell.List): Found | undefined {
    for (const { pipeline, operator } of entries) {
      const found =
        this.operator(operator) ?? (this.whole || this.on(pipeline.at) ? this.pipeline(pipeline) : undefined);
      if (found) return found;
    }
    return undefined;
  }

  private operator(operator: Shell.Operator | undefined): Found | undefined {
    if (!operator || operator.text === '\n' || !this.on(operator.at)) return undefined;
    return this.sign(operator.text, operator.at);
  }

  private sign(text: string, at: Span, redirect?: ShellOperatorCursor['redirect']): Found {
    const { site, script } = this;
    return { kind: 'shell-operator', at: this.place(at), site, text, redirect, script };
  }

  private pipeline({ negated, commands, operators }: Shell.Pipeline): Found | undefined {
    if (negated && this.on(negated)) return this.sign('!', negated);
    for (const operator of operators) {
      const found = this.operator(operator);
      if (found) return found;
    }
    for (const command of commands) {
      const found = command.kind === 'simple' ? this.simple(command) : this.compound(command);
      if (found) return found;
    }
    return undefined;
  }

  private compound({ keywords, words, parts, redirects }: Shell.CompoundCommand): Found | undefined {
    for (const { text, at } of keywords) {
      if (!this.on(at)) continue;
      const bracket = brackets[text];
      return bracket ? this.sign(bracket, at) : { kind: 'shell-keyword', at: this.place(at), site: this.site, text };
    }
    for (const { list } of parts) {
      const found = this.whole || this.on(list.at) ? this.list(list) : undefined;
      if (found) return found;
    }
    return this.redirects(redirects) ?? this.words(words);
  }

  private simple(command: Shell.SimpleCommand): Found | undefined {
    for (const { name, nameAt, value, elements, at } of command.assignments) {
      if (!this.on(at)) continue;
      const found = this.words(value ? [value] : elements);
      if (found) return found;
      const where = this.on(nameAt) ? nameAt : at;
      return { kind: 'shell-assignment', at: this.place(where), site: this.site, name };
    }
    for (const node of command.words) {
      if (!this.on(node.at)) continue;
      return this.expansions(node.expansions) ?? this.word(command, node);
    }
    return this.redirects(command.redirects);
  }

  private word(node: Shell.SimpleCommand, word: Shell.Word): Found | undefined {
    const { start, end } = this.script.spanOf(node);
    const command = this.commands.find(({ at }) => at.start === start && at.end === end);
    if (!command) return undefined;
    const all = [...command.wrappers.flatMap(({ words }) => words), ...command.words];
    const found = all.find((each) => each.node === word);
    return found && { kind: 'shell-word', at: this.place(word.at), site: this.site, command, word: found };
  }

  private redirects(redirects: readonly Shell.Redirect[]): Found | undefined {
    for (const { operator, descriptor = '', target, at, body } of redirects) {
      if (body && this.on(body.at)) return this.expansions(body.expansions);
      if (!this.on(at)) continue;
      const inner = target && this.expansions(target.expansions);
      if (inner) return inner;
      // `2>&1` is one thing
      if (target && this.on(target.at) && !operator.endsWith('&')) {
        return { kind: 'shell-target', at: this.place(target.at), site: this.site, operator, text: target.literal };
      }
      const end = target && !operator.endsWith('&') ? at.start + descriptor.length + operator.length : at.end;
      const sign = { start: at.start, end };
      const redirect = { descriptor, target: target?.raw ?? '' };
      return this.sign(operator, this.on(sign) ? sign : at, redirect);
    }
    return undefined;
  }

  /** Words that belong to no simple command: of `for`, `case`, `[[ ]]`. */
  private words(words: readonly Shell.Word[]): Found | undefined {
    for (const word of words) if (this.on(word.at)) return this.expansions(word.expansions);
    return undefined;
  }

  private expansions(expansions: readonly Shell.Expansion[]): Found | undefined {
    for (const expansion of expansions) if (this.on(expansion.at)) return this.expansion(expansion);
    return undefined;
  }

  private expansion(expansion: Shell.Expansion): Found | undefined {
    switch (expansion.kind) {
      case 'variable': {
        const { operands, name, modifier, at } = expansion;
        const { site, script } = this;
        const inner = this.words(operands);
        return inner ?? { kind: 'shell-variable', at: this.place(at), site, name, modifier, script };
      }
      case 'arithmetic':
        return this.expansions(expansion.inner);
      default:
        return this.list(expansion.list) ?? this.substitution(expansion);
    }
  }

  /** The `$(` or the `)` of a substitution; undefined between. */
  private substitution({ at, kind, backticks }: Shell.SubstitutionPart): Found | undefined {
    if (kind !== 'command') return undefined;
    const open = { start: at.start, end: at.start + (backticks ? 1 : 2) };
    const close = { start: at.end - 1, end: at.end };
    const bracket = this.on(open) ? open : this.on(close) ? close : undefined;
    return bracket && this.sign('$()', bracket);
  }
}
