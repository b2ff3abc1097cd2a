import type { Span } from '../text/span';
import { firstToken, type Token, tokensBetween } from './gaps';
import type * as Tree from './tree';
import type * as Bash from './unbash';
import { forEachChild, readScript, sizeLimit } from './unbash';
import { type Place, WordReader } from './words';

/**
 * Reads shell text as Bash does, of which the other POSIX shells are near subsets. Total: broken text gives the tree of what
 * could be read and `errors`; text that would take too long gives an empty tree marked `deferred`.
 * @param limit UTF-16 units above which the text is not read
 */
export function parseShell(text: string, limit = sizeLimit): Tree.ShellTree {
  const script = readScript(text, limit);
  if (typeof script === 'string') return unread(text, script);
  // after errors a node may end before it begins, or lie behind the text
  const place: Place = (start, end) => {
    const from = Math.min(start, text.length);
    return { start: from, end: Math.max(from, Math.min(end, text.length)) };
  };
  const reader = new Reader(text, place, 0);
  const body = reader.script(script);
  const errors = (script.errors ?? []).map(({ message, pos }) => ({ message, at: place(pos, pos + 1) }));
  return { text, body, errors, comments: reader.comments(), deferred: undefined };
}

const unread = (text: string, deferred: Tree.Deferral): Tree.ShellTree => ({
  text,
  body: { at: { start: 0, end: 0 }, entries: [] },
  errors: [],
  comments: [],
  deferred,
});

const endOfStatement: ReadonlySet<string> = new Set([';', '&', '\n']);
const isSeparator = ({ text }: Token): boolean => endOfStatement.has(text) || text[0] === '#';

/** Turns the parser's nodes of one text into ours. */
class Reader {
  private tokens: readonly Token[] = [];
  private readonly words: WordReader;

  /**
   * @param source the text in which the nodes' positions count
   * @param level how many substitutions it is in
   */
  constructor(
    private readonly source: string,
    private readonly place: Place,
    level: number,
  ) {
    const readList = (script: Bash.Script, text: string, where: Place, depth: number) =>
      new Reader(text, where, depth).script(script);
    this.words = new WordReader(source, place, level, readList);
  }

  script(script: Bash.Script): Tree.List {
    this.tokens = tokensBetween(this.source, script.pos, script.end, solidSpans(script, this.source));
    return this.list(script);
  }

  comments(): readonly Span[] {
    return this.tokens.filter(({ text }) => text[0] === '#').map(({ start, end }) => this.place(start, end));
  }

  private list({ commands, pos, end }: Bash.Script | Bash.CompoundList): Tree.List {
    const entries: Tree.Entry[] = [];
    for (const { command, background = false } of commands) {
      if (command.type !== 'AndOr') {
        entries.push({ pipeline: this.pipeline(command), operator: this.terminator(command.end), background });
        continue;
      }
      const { commands: chain, operators } = command;
      for (let i = 0; i < chain.length; i++) {
        const node = chain[i]!;
        const text = operators[i];
        const operator = text ? this.operator(text, node.end) : this.terminator(node.end);
        entries.push({ pipeline: this.pipeline(node), operator, background });
      }
    }
    return { at: this.place(pos, end), entries };
  }

  /** The operator that stands behind `offset`, maybe on a later line. */
  private operator(text: Tree.OperatorText, offset: number): Tree.Operator {
    let i = firstToken(this.tokens, offset);
    while (i < this.tokens.length && this.tokens[i]!.text !== text && isSeparator(this.tokens[i]!)) i++;
    const token = this.tokens[i];
    return { text, at: token?.text === text ? this.place(token.start, token.end) : this.place(offset, offset) };
  }

  private terminator(offset: number): Tree.Operator | undefined {
    let i = firstToken(this.tokens, offset);
    while (this.tokens[i]?.text[0] === '#') i++;
    const token = this.tokens[i];
    if (!token || !endOfStatement.has(token.text)) return undefined;
    return { text: token.text as Tree.OperatorText, at: this.place(token.start, token.end) };
  }

  private pipeline(node: Bash.PipelineNode): Tree.Pipeline {
    const at = this.at(node);
    if (node.type !== 'Pipeline')
      return { at, negated: undefined, timed: undefined, commands: [this.command(node)], operators: [] };
    const negations = node.prefixes.filter(({ type }) => type === 'Negation');
    const negated = negations.length % 2 === 1 ? this.at(negations[0]!) : undefined;
    const timed = node.prefixes.find(({ type }) => type === 'Time');
    return {
      at,
      negated,
      timed: timed && this.at(timed),
      commands: node.commands.map((command) => this.command(command)),
      operators: node.operators.map((text, i) => this.operator(text, node.commands[i]!.end)),
    };
  }

  private command(
    node: Bash.CommandNode,
    redirects: readonly Bash.Redirection[] = [],
    whole: Bash.CommandNode = node,
  ): Tree.ShellCommand {
    const compound = (
      kind: Tree.CompoundKind,
      words: readonly Tree.Word[],
      parts: readonly Tree.CompoundPart[],
      lists: readonly Bash.SyntaxNode[],
    ): Tree.CompoundCommand => ({
      kind,
      at: this.at(whole),
      keywords: this.keywords(node, lists),
      words,
      parts,
      redirects: redirects.map((redirect) => this.words.redirect(redirect)),
    });
    const condition = (list: Bash.CompoundList) => ({ role: 'condition' as const, list: this.list(list) });
    const body = (list: Bash.CompoundList) => ({ role: 'body' as const, list: this.list(list) });
    switch (node.type) {
      case 'Command':
        return this.simple(node);
      case 'Redirected':
        return this.command(node.command, node.redirects, node);
      case 'Subshell':
        return compound('subshell', [], [body(node.body)], [node.body]);
      case 'BraceGroup':
        return compound('group', [], [body(node.body)], [node.body]);
      case 'While':
        return compound(node.kind, [], [condition(node.clause), body(node.body)], [node.clause, node.body]);
      case 'If': {
        const parts = [condition(node.clause), body(node.then)];
        const lists = [node.clause, node.then];
        for (const { clause, then } of node.elif) {
          parts.push(condition(clause), body(then));
          lists.push(clause, then);
        }
        if (node.else) {
          parts.push(body(node.else));
          lists.push(node.else);
        }
        return compound('if', [], parts, lists);
      }
      case 'For':
      case 'Select': {
        const words = [node.name, ...(node.wordlist ?? [])].map((word) => this.words.word(word));
        return compound(node.type === 'For' ? 'for' : 'select', words, [body(node.body)], [node.body]);
      }
      case 'ArithmeticFor': {
        const { start: pos, end } = arithmeticHeader(this.source, node);
        const parts = [node.initialize, node.test, node.update].filter((part) => part !== undefined);
        const header = this.words.expression({ pos, end }, parts);
        return compound('for', [header], [body(node.body)], [node.body]);
      }
      case 'Case': {
        const words = [node.word, ...node.items.flatMap(({ pattern }) => pattern)].map((word) => this.words.word(word));
        const bodies = node.items.map((item) => item.body);
        return compound('case', words, bodies.map(body), bodies);
      }
      case 'Function':
      case 'Coproc': {
        const kind = node.type === 'Function' ? 'function' : 'coproc';
        const name = node.name ? [this.words.word(node.name)] : [];
        const inner = node.body.type === 'CompoundList' ? body(node.body) : this.single(node.body);
        return compound(kind, name, [inner], [node.body]);
      }
      case 'TestCommand':
        return compound('test', this.words.operands(node.expression), [], [node.expression]);
      case 'ArithmeticCommand':
        return compound('arithmetic', [this.words.expression(node, node.expression ? [node.expression] : [])], [], []);
    }
  }

  /** A list of one command, which is a function's body. */
  private single(node: Bash.Command | Bash.CompoundCommand | Bash.Redirected): Tree.CompoundPart {
    const entry = { pipeline: this.pipeline(node), operator: undefined, background: false };
    return { role: 'body', list: { at: this.at(node), entries: [entry] } };
  }

  /** The tokens of a compound command that are not in its lists and part no statements. */
  private keywords(node: Bash.CommandNode, lists: readonly Bash.SyntaxNode[]): readonly Tree.Keyword[] {
    const found: Tree.Keyword[] = [];
    const { tokens } = this;
    let inner = 0;
    for (let i = firstToken(tokens, node.pos); i < tokens.length && tokens[i]!.end <= node.end; ) {
      const token = tokens[i]!;
      while (inner < lists.length && lists[inner]!.end <= token.start) inner++;
      const list = lists[inner];
      if (list && list.pos <= token.start) i = firstToken(tokens, list.end);
      else {
        if (!isSeparator(token)) found.push({ text: token.text, at: this.place(token.start, token.end) });
        i++;
      }
    }
    return found;
  }

  private simple(node: Bash.Command): Tree.SimpleCommand {
    const assignments: Tree.Assignment[] = [];
    const words = node.name ? [this.words.word(node.name)] : [];
    const redirects: Tree.Redirect[] = [];
    for (const item of node.prefix) {
      if (item.type === 'Assignment') assignments.push(this.assignment(item));
      else redirects.push(this.words.redirect(item));
    }
    for (const item of node.suffix) {
      if (item.type === 'Word') words.push(this.words.word(item));
      else if (item.type === 'Assignment') words.push(this.words.assignment(item));
      else redirects.push(this.words.redirect(item));
    }
    return { kind: 'simple', at: this.at(node), assignments, words, redirects };
  }

  private assignment(node: Bash.Assignment): Tree.Assignment {
    const { name, pos, value } = node;
    return {
      name,
      nameAt: this.place(pos, pos + name.length),
      value: value.type === 'Word' ? this.words.word(value) : undefined,
      elements: value.type === 'ArrayValue' ? value.elements.map((word) => this.words.word(word)) : [],
      append: node.append ?? false,
      at: this.at(node),
    };
  }

  private at({ pos, end }: { readonly pos: number; readonly end: number }): Span {
    return this.place(pos, end);
  }
}

/** Where the nodes stand in which no operator, keyword or comment is looked for. */
function solidSpans(script: Bash.Script, source: string): Span[] {
  const spans: Span[] = [];
  const visit = (node: Bash.SyntaxNode): void => {
    switch (node.type) {
      case 'Word':
      case 'Assignment':
      case 'Redirect':
      case 'HereString':
      case 'Time':
      case 'Negation':
      case 'TestCommand':
      case 'ArithmeticCommand':
        spans.push({ start: node.pos, end: node.end });
        return;
      case 'HereDoc':
        spans.push({ start: node.pos, end: node.end });
        spans.push({ start: node.body.pos, end: node.closing?.end ?? node.body.end });
        return;
      case 'ArithmeticFor':
        spans.push(arithmeticHeader(source, node));
        visit(node.body);
        return;
      default:
        forEachChild(node, visit);
    }
  };
  visit(script);
  return spans.sort((a, b) => a.start - b.start);
}

/** The `((…))` of a `for`. */
function arithmeticHeader(source: string, { pos, body }: Bash.ArithmeticFor): Span {
  const start = source.indexOf('((', pos);
  const close = source.lastIndexOf('))', body.pos);
  return close > start ? { start, end: close + 2 } : { start: pos, end: body.pos };
}
