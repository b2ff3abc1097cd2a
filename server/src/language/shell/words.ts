import type { Span } from '../text/span';
import { unescape } from './backticks';
import { expansionsIn } from './expansions';
import type * as Tree from './tree';
import type * as Bash from './unbash';
import { forEachChild, substitutionLimit } from './unbash';

/** Where a part of the text that the nodes' positions count in stands in the tree's text. */
export type Place = (start: number, end: number) => Span;

interface Range {
  readonly pos: number;
  readonly end: number;
}

/** Reads the commands of a substitution. */
type ReadList = (script: Bash.Script, source: string, place: Place, level: number) => Tree.List;

type ExpansionNode =
  | Bash.SimpleExpansionPart
  | Bash.ParameterExpansionPart
  | Bash.CommandExpansionPart
  | Bash.ArithmeticCommandExpansion
  | Bash.ProcessSubstitutionPart
  | Bash.ArithmeticExpansionPart;

const expansionTypes: ReadonlySet<string> = new Set<ExpansionNode['type']>([
  'SimpleExpansion',
  'ParameterExpansion',
  'CommandExpansion',
  'ArithmeticCommandExpansion',
  'ProcessSubstitution',
  'ArithmeticExpansion',
]);

/** What begins an expansion, unless it is quoted by one of `protecting`. */
const expanding = /`|\$[\w{([@*#?$!-]|[<>]\(/;
const bareVariable = /^\$\w+$/;
const protecting = /['\\]/;
const noExpansions: readonly Tree.Expansion[] = [];

/** `make`, called when first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A word of which only the ends are read at once. A class, since there are many. */
class LazyWord implements Tree.Word {
  readonly at: Span;
  readonly raw: string;
  private value: string | null | undefined;
  private partList: readonly Tree.Part[] | undefined;
  private expansionList: readonly Tree.Expansion[] | undefined;

  /** @param inner what gives the word its value; undefined for none that is known */
  constructor(
    private readonly reader: WordReader,
    private readonly node: Range,
    private readonly inner: Bash.Word | undefined,
  ) {
    this.at = reader.at(node);
    this.raw = reader.source.slice(node.pos, node.end);
  }

  get literal(): string | undefined {
    if (this.value === undefined) this.value = this.readLiteral() ?? null;
    return this.value ?? undefined;
  }

  get parts(): readonly Tree.Part[] {
    this.partList ??= this.inner ? this.reader.parts(this.node, this.inner) : [];
    return this.partList;
  }

  get expansions(): readonly Tree.Expansion[] {
    this.expansionList ??= expanding.test(this.raw) ? expansionsIn(this.parts) : noExpansions;
    return this.expansionList;
  }

  private readLiteral(): string | undefined {
    const { inner, node, raw } = this;
    if (!inner) return undefined;
    if (expanding.test(raw) && (!protecting.test(raw) || this.expansions.length > 0)) return undefined;
    return raw.slice(0, inner.pos - node.pos) + inner.value;
  }
}

/** Turns the parser's words into ours; what is inside of them is read when first asked for. */
export class WordReader {
  constructor(
    readonly source: string,
    readonly place: Place,
    /** How many substitutions and operands enclose the text. */
    private readonly level: number,
    private readonly readList: ReadList,
  ) {}

  at({ pos, end }: Range): Span {
    return this.place(pos, end);
  }

  word(node: Bash.Word): Tree.Word {
    return new LazyWord(this, node, node);
  }

  /** `NAME=value` as an argument, of `export` and its like. */
  assignment(node: Bash.Assignment): Tree.Word {
    return new LazyWord(this, node, node.value.type === 'Word' ? node.value : undefined);
  }

  /** An arithmetic expression as a word that is never literal. */
  expression(node: Range, inner: readonly Bash.SyntaxNode[]): Tree.Word {
    const raw = this.source.slice(node.pos, node.end);
    const expansions = inner.flatMap((child) => this.expansions(child));
    return { at: this.at(node), raw, literal: undefined, parts: [], expansions };
  }

  /** The words in a `[[ ]]`. */
  operands(node: Bash.SyntaxNode): Tree.Word[] {
    if (node.type === 'Word') return [this.word(node)];
    const words: Tree.Word[] = [];
    forEachChild(node, (child) => {
      words.push(...this.operands(child));
    });
    return words;
  }

  redirect(node: Bash.Redirection): Tree.Redirect {
    const descriptor = node.descriptor && this.source.slice(node.descriptor.pos, node.descriptor.end);
    const common = { operator: node.operator, descriptor, at: this.at(node) };
    if (node.type !== 'HereDoc') return { ...common, target: node.target && this.word(node.target), body: undefined };
    const { delimiter, body, closing } = node;
    const target = delimiter && {
      at: this.at(delimiter),
      raw: delimiter.text,
      literal: delimiter.value,
      parts: [],
      expansions: noExpansions,
    };
    const lines = { at: this.at(body), closing: closing && this.at(closing), expansions: this.expansions(body) };
    return { ...common, target, body: lines };
  }

  /** The parts of a word, of which a value may begin behind a prefix. */
  parts(at: Range, value: Bash.Word): Tree.Part[] {
    const parts: Tree.Part[] = [];
    if (value.pos > at.pos) {
      const name = this.source.slice(at.pos, value.pos);
      parts.push({ kind: 'literal', at: this.place(at.pos, value.pos), value: name });
    }
    if (value.parts) for (const part of value.parts) parts.push(this.part(part, false));
    else if (value.end > value.pos) parts.push({ kind: 'literal', at: this.at(value), value: value.value });
    return parts;
  }

  private part(node: Bash.WordPart, quoted: boolean): Tree.Part {
    const text = (kind: Tree.TextPart['kind'], value: string): Tree.TextPart => ({ kind, at: this.at(node), value });
    const group = (kind: Tree.GroupPart['kind'], inQuotes: boolean): Tree.GroupPart => {
      const parts = 'parts' in node ? (node.parts ?? []) : [];
      return { kind, at: this.at(node), raw: node.text, parts: parts.map((part) => this.part(part, inQuotes)) };
    };
    switch (node.type) {
      case 'Literal':
        return text('literal', node.value);
      case 'SingleQuoted':
        return text('single', node.value);
      case 'AnsiCQuoted':
        return text('ansi', node.value);
      case 'Glob':
      case 'ExtendedGlob':
        return group('glob', false);
      case 'BraceExpansion':
        return group('brace', false);
      case 'DoubleQuoted':
      case 'LocaleString':
        return group('double', true);
      default:
        return this.expansion(node, quoted);
    }
  }

  /** All expansions in a heredoc's body or an arithmetic expression, in order, without those inside of others. */
  private expansions(node: Bash.SyntaxNode): Tree.Expansion[] {
    if (expansionTypes.has(node.type)) return [this.expansion(node as ExpansionNode, false)];
    if (node.type === 'ArithmeticWord' && !node.parts)
      return bareVariable.test(node.value) ? [this.variable(node, false)] : [];
    const found: Tree.Expansion[] = [];
    forEachChild(node, (child) => {
      found.push(...this.expansions(child));
    });
    return found;
  }

  private expansion(node: ExpansionNode, quoted: boolean): Tree.Expansion {
    const at = this.at(node);
    switch (node.type) {
      case 'SimpleExpansion':
        return this.variable(node, quoted);
      case 'ParameterExpansion': {
        const { prefix, operation, parameter, parameterPos, parameterEnd } = node;
        const operands = once(() => this.operandsOf(node));
        const prefixed = prefix === '#' ? 'length' : prefix === '!' ? 'indirect' : '';
        return {
          kind: 'variable',
          at,
          name: parameter,
          nameAt: this.place(parameterPos, parameterEnd),
          braced: true,
          quoted,
          modifier: operation?.operator ?? prefixed,
          get operands() {
            return operands();
          },
        };
      }
      case 'ArithmeticExpansion': {
        const inner = once(() => (node.expression ? this.deeper()?.expansions(node.expression) : undefined) ?? []);
        return {
          kind: 'arithmetic',
          at,
          quoted,
          get inner() {
            return inner();
          },
        };
      }
      default: {
        const list = once(() => this.substitution(node, quoted));
        return {
          kind: node.type === 'ProcessSubstitution' ? 'process' : 'command',
          at,
          backticks: node.text[0] === '`',
          quoted,
          get list() {
            return list();
          },
        };
      }
    }
  }

  /** `$name`. */
  private variable({ pos, end }: Range, quoted: boolean): Tree.VariablePart {
    const name = this.source.slice(pos + 1, end);
    const nameAt = this.place(pos + 1, end);
    return {
      kind: 'variable',
      at: this.place(pos, end),
      name,
      nameAt,
      braced: false,
      quoted,
      modifier: '',
      operands: [],
    };
  }

  private operandsOf(node: Bash.ParameterExpansionPart): Tree.Word[] {
    const deeper = this.deeper();
    if (!deeper) return [];
    const words = node.index ? [deeper.word(node.index)] : [];
    if (node.operation) {
      forEachChild(node.operation, (child) => {
        if (child.type === 'Word') words.push(deeper.word(child));
      });
    }
    return words;
  }

  private deeper(): WordReader | undefined {
    if (this.level >= substitutionLimit) return undefined;
    return new WordReader(this.source, this.place, this.level + 1, this.readList);
  }

  private substitution(
    node: Bash.CommandExpansionPart | Bash.ArithmeticCommandExpansion | Bash.ProcessSubstitutionPart,
    quoted: boolean,
  ): Tree.List {
    const script = this.level < substitutionLimit ? node.script : undefined;
    if (!script) return { at: this.place(node.end, node.end), entries: [] };
    if (script.source === undefined) return this.readList(script, this.source, this.place, this.level + 1);
    // positions count in the text between the backticks without its escapes
    const unescaped = unescape(this.source, node.pos + 1, node.end - 1, quoted);
    const place: Place =
      unescaped.text === script.source
        ? (start, end) => this.place(unescaped.toOriginal(start), unescaped.toOriginal(end))
        : () => this.at(node);
    return this.readList(script, script.source, place, this.level + 1);
  }
}
