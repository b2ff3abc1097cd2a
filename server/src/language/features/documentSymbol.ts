import type { Dockerfile } from '../model/dockerfile';
import { fact } from '../model/fact';
import { type Stage, stagesOf } from '../model/stages';
import type { Instruction } from '../syntax/instruction';
import { type PropertyInstruction, typedOf } from '../syntax/typed';
import { type Position, type Range, Source } from '../text/source';
import { type Span, spanOf } from '../text/span';

/** What a symbol is; an instruction's kind is its keyword in capitals. */
export type SymbolKind = 'stage' | 'variable' | 'label' | 'instruction';

/** One entry of a file's outline: a stage, an instruction, or a pair of ARG, ENV or LABEL. Children lie within their parent. */
export interface DocumentSymbol {
  readonly kind: SymbolKind;
  /** The instruction's keyword in capitals; FROM for a stage. */
  readonly keyword: string;
  readonly name: string;
  readonly detail: string;
  /** In lines and columns, unlike elsewhere: those within an instruction are counted once. */
  readonly range: Range;
  /** What a click goes to. */
  readonly nameRange: Range;
  readonly children: readonly DocumentSymbol[];
}

/**
 * The outline of a file: what stands before the first FROM, then stages that hold their instructions. But for stages its entries
 * are the same objects in the next version of the file, where they stand on the same lines.
 */
export function documentSymbol(file: Dockerfile): readonly DocumentSymbol[] {
  const stages = stagesOf(file);
  const before = symbolsOf(file, 0, stages[0]?.first ?? file.instructions.length);
  return [...before, ...stages.map((stage) => stageSymbol(file, stage))];
}

function stageSymbol(file: Dockerfile, { index, from, name, base, first, last }: Stage): DocumentSymbol {
  const { source } = file;
  const number = `#${index}`;
  return {
    kind: 'stage',
    keyword: 'FROM',
    name: name?.text ?? (base.text || 'FROM'),
    detail: name ? `${number} ${base.text}` : number,
    range: source.rangeOf({ start: from.start, end: file.instructions[last - 1]!.end }),
    nameRange: source.rangeOf(name?.at ?? base.at),
    children: symbolsOf(file, first + 1, last),
  };
}

function symbolsOf({ instructions, source }: Dockerfile, from: number, to: number): readonly DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  for (let i = from; i < to; i++) {
    const { instruction, start } = instructions[i]!;
    for (const symbol of placedSymbols(instruction, source.positionAt(start))) symbols.push(symbol);
  }
  return symbols;
}

/** Where an instruction stood last, and its symbols there. */
const lastPlaced = fact((_instruction: Instruction): { found?: { at: Position; symbols: DocumentSymbol[] } } => ({}));

function placedSymbols(instruction: Instruction, at: Position): readonly DocumentSymbol[] {
  const last = lastPlaced(instruction);
  if (last.found?.at.line !== at.line || last.found.at.character !== at.character) {
    last.found = { at, symbols: ownSymbols(instruction).map((symbol) => placed(symbol, at)) };
  }
  return last.found.symbols;
}

// written out: a spread costs several times as much
const placed = ({ kind, keyword, name, detail, range, nameRange, children }: DocumentSymbol, at: Position) => ({
  kind,
  keyword,
  name,
  detail,
  range: placedRange(range, at),
  nameRange: placedRange(nameRange, at),
  children,
});

const placedRange = ({ start, end }: Range, at: Position): Range => ({
  start: placedPosition(start, at),
  end: placedPosition(end, at),
});

const placedPosition = ({ line, character }: Position, at: Position): Position => ({
  line: line + at.line,
  character: line === 0 ? character + at.character : character,
});

const none: readonly DocumentSymbol[] = [];

/** Lines and columns count from where the instruction begins. */
const ownSymbols = fact((instruction: Instruction): readonly DocumentSymbol[] => {
  const { keyword, keywordAt, text, pairs, flags } = instruction;
  const source = new Source(text);
  const kind = keyword === 'ARG' || keyword === 'ENV' ? 'variable' : keyword === 'LABEL' ? 'label' : 'instruction';
  const symbol = (name: string, detail: string, at: Span, nameAt: Span): DocumentSymbol => ({
    kind,
    keyword,
    name,
    detail: short(detail),
    range: source.rangeOf(at),
    nameRange: source.rangeOf(nameAt),
    children: none,
  });
  if (pairs.length > 0) {
    const values = plainValues(instruction);
    // side by side they take in the whole instruction
    return pairs.map(({ key, at }, i) => {
      const start = i === 0 ? 0 : at.start;
      const end = pairs[i + 1]?.at.start ?? text.length;
      return symbol(`${keyword} ${short(key.text)}`.trim(), values[i]!, spanOf(start, end), key.at);
    });
  }
  const name = short(`${keyword} ${summary(instruction)}`.trim()) || '?';
  const detail = flags.map((flag) => `--${flag.name}${flag.value === undefined ? '' : `=${flag.value}`}`).join(' ');
  return [symbol(name, detail, spanOf(0, text.length), keywordAt)];
});

/** The values of an instruction's pairs as a reader says them: without quotes and escapes, variables as they are written. */
function plainValues(instruction: Instruction): readonly string[] {
  const typed = typedOf(instruction)?.instruction as Partial<PropertyInstruction> | undefined;
  const properties = typed?.getProperties?.() ?? [];
  // of an ARG the typed view reads one name
  return instruction.pairs.map(({ value }, index) => properties[index]?.getValue() ?? value?.text ?? '');
}

/** So much of an argument is shown. */
const longest = 72;

function summary({ line, rest, heredocs, text }: Instruction): string {
  const [heredoc] = heredocs;
  const argument = line.text.slice(rest.start, Math.min(rest.end, rest.start + 4 * longest));
  if (!heredoc || !/^\d*<<\S+$/.test(argument)) return argument;
  // a heredoc's own name says nothing
  const body = text.slice(heredoc.body.start, Math.min(heredoc.body.end, heredoc.body.start + 4 * longest));
  const first = body.split('\n').find((each) => /\S/.test(each) && !/^\s*(?:#|set -)/.test(each));
  return first === undefined ? argument : first;
}

/** A text on one line, its end left out where it is long: by full stops, since one other letter makes the answer slow to encode. */
function short(text: string): string {
  const line = text
    .slice(0, 4 * longest)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest - 3)}...` : line;
}
