import type { Dockerfile, Placed } from '../model/dockerfile';
import { fact } from '../model/fact';
import { type Stage, stagesOf } from '../model/stages';
import type { Instruction } from '../syntax/instruction';
import { type PropertyInstruction, typedOf } from '../syntax/typed';
import { type Span, shift } from '../text/span';

/** What a symbol is; an instruction's kind is its keyword in capitals. */
export type SymbolKind = 'stage' | 'variable' | 'label' | 'instruction';

/** One entry of a file's outline. Offsets count in the file; children lie within their parent. */
export interface DocumentSymbol {
  readonly kind: SymbolKind;
  /** The instruction's keyword in capitals; FROM for a stage. */
  readonly keyword: string;
  readonly name: string;
  readonly detail: string;
  readonly at: Span;
  /** What a click goes to. */
  readonly nameAt: Span;
  readonly children: readonly DocumentSymbol[];
}

/** The outline of a file: what stands before the first FROM, then stages that hold their instructions. */
export function documentSymbol(file: Dockerfile): readonly DocumentSymbol[] {
  const stages = stagesOf(file);
  const before = file.instructions.slice(0, stages[0]?.first ?? file.instructions.length);
  return [...before.map(symbolOf), ...stages.map((stage) => stageSymbol(file, stage))];
}

function stageSymbol(file: Dockerfile, { index, from, name, base, first, last }: Stage): DocumentSymbol {
  const children = file.instructions.slice(first + 1, last).map(symbolOf);
  const at = { start: from.start, end: file.instructions[last - 1]!.end };
  const number = `#${index}`;
  return {
    kind: 'stage',
    keyword: 'FROM',
    name: name?.text ?? (base.text || 'FROM'),
    detail: name ? `${number} ${base.text}` : number,
    at,
    nameAt: name?.at ?? base.at,
    children,
  };
}

/** Moves what was found in an instruction to where that stands. */
const symbolOf = ({ instruction, start }: Placed): DocumentSymbol => moved(ownSymbol(instruction), start);

// written out: a spread costs several times as much
const moved = ({ kind, keyword, name, detail, at, nameAt, children }: DocumentSymbol, by: number): DocumentSymbol => ({
  kind,
  keyword,
  name,
  detail,
  at: shift(at, by),
  nameAt: shift(nameAt, by),
  children: children.length === 0 ? none : children.map((child) => moved(child, by)),
});

const none: readonly DocumentSymbol[] = [];

/** Spans count in the instruction. */
const ownSymbol = fact((instruction: Instruction): DocumentSymbol => {
  const { keyword, keywordAt, text, pairs, flags } = instruction;
  const at = { start: 0, end: text.length };
  const kind = keyword === 'ARG' || keyword === 'ENV' ? 'variable' : keyword === 'LABEL' ? 'label' : 'instruction';
  const whole = { kind, keyword, at } as const;
  const [pair] = pairs;
  const values = pair ? plainValues(instruction) : [];
  if (pair && pairs.length === 1) {
    const { key } = pair;
    return {
      ...whole,
      name: `${keyword} ${short(key.text)}`,
      detail: short(values[0]!),
      nameAt: key.at,
      children: none,
    };
  }
  const children = pairs.map(
    ({ key, at: pairAt }, index): DocumentSymbol => ({
      kind,
      keyword,
      name: short(key.text) || keyword,
      detail: short(values[index]!),
      at: pairAt,
      nameAt: key.at,
      children: none,
    }),
  );
  const detail = short(
    flags.map((flag) => `--${flag.name}${flag.value === undefined ? '' : `=${flag.value}`}`).join(' '),
  );
  const name = `${keyword} ${pairs.length > 0 ? pairs.map(({ key }) => key.text).join(' ') : summary(instruction)}`;
  return { ...whole, name: short(name.trim()) || '?', detail, nameAt: keywordAt, children };
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

/** A text on one line, its end left out where it is long. */
function short(text: string): string {
  const line = text
    .slice(0, 4 * longest)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
