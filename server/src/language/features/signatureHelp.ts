import { INSTRUCTIONS, type InstructionKeyword, instructionKeyword } from '../knowledge/instructions';
import type { Reference } from '../knowledge/reference/types';
import { cursorAt } from '../model/cursor';
import type { Dockerfile } from '../model/dockerfile';
import type { Instruction } from '../syntax/instruction';
import { instructionAround } from './completion/around';
import { flagSignature } from './signatures/flag';
import { type Form, formOf, type Part } from './signatures/form';
import type { Signature, SignatureHelp } from './signatures/signature';

export type { Signature, SignatureHelp, SignatureParameter } from './signatures/signature';

/**
 * The syntax of the instruction or flag that is being written at an offset, and which part of it the offset is in. Undefined
 * in comments, heredocs, keywords, and within shell commands.
 * @param reference the texts, which decide the language: see `loadReference`
 */
export function signatureHelp(file: Dockerfile, offset: number, reference: Reference): SignatureHelp | undefined {
  const { kind } = cursorAt(file, offset);
  if (kind === 'comment' || kind === 'directive' || kind === 'heredoc') return undefined;
  const placed = instructionAround(file, offset);
  if (!placed) return undefined;
  const { trigger } = placed.instruction;
  const inner = trigger && offset > placed.start + trigger.start + trigger.instruction.keywordAt.end;
  const instruction = inner ? trigger.instruction : placed.instruction;
  const start = placed.start + (inner ? trigger.start : 0);
  const at = offset - start;
  const keyword = instructionKeyword(instruction.keyword);
  if (!keyword || at <= instruction.keywordAt.end) return undefined;
  const flag = instruction.flags.find((each) => each.at.start <= at && at <= each.at.end);
  const written = flag && instruction.text.slice(flag.at.start, at);
  if (flag && written?.includes('=')) {
    const value = written.slice(written.indexOf('=') + 1);
    const own = flagSignature(keyword, flag, value, reference);
    if (own) return own;
  }
  return ofInstruction(keyword, instruction, at, flag !== undefined, reference);
}

function ofInstruction(
  keyword: InstructionKeyword,
  instruction: Instruction,
  at: number,
  inFlag: boolean,
  { instructions }: Reference,
): SignatureHelp | undefined {
  const { forms, flags } = INSTRUCTIONS[keyword];
  const argument = instruction.text.slice(instruction.argumentAt.start, Math.max(at, instruction.argumentAt.end));
  const read = forms.map(formOf);
  const chosen = Math.max(
    read.findIndex((form) => fits(form, keyword, argument.trimStart())),
    0,
  );
  const options = flags.map(({ name }) => `--${name}`).join(', ');
  const signatures = read.map(
    ({ label, parts }): Signature => ({
      label,
      documentation: instructions[keyword].summary,
      parameters: parts
        .filter(({ kind }) => kind !== 'word')
        .map(({ at: span, kind }) => ({
          at: span,
          ...(kind === 'options' && options !== '' && { documentation: options }),
        })),
    }),
  );
  const { parts, json } = read[chosen]!;
  const index = json ? elementsBefore(argument, at - instruction.argumentAt.start) : wordsBefore(instruction, at);
  // who writes a shell command wants to hear no more of RUN
  if (!json && index > (shellFrom[keyword] ?? Number.POSITIVE_INFINITY)) return undefined;
  // a flag's beginning may be taken for a word
  const typed = /(?:^|\s)(-\S*)$/.exec(instruction.text.slice(0, at))?.[1];
  const wanted = inFlag || (index === 0 && typed !== undefined) ? optionsIn(parts) : partAt(parts, index);
  const parameter = wanted && parts.filter(({ kind }) => kind !== 'word').indexOf(wanted);
  return {
    signatures,
    active: chosen,
    ...(parameter !== undefined && parameter >= 0 && { parameter }),
  };
}

/** The word of an instruction in which a shell command begins. */
const shellFrom: { readonly [K in InstructionKeyword]?: number } = { RUN: 0, CMD: 0, ENTRYPOINT: 0, HEALTHCHECK: 1 };

/** Whether what is written so far may become this form. */
function fits({ json, heredoc, parts, label }: Form, keyword: InstructionKeyword, argument: string): boolean {
  if (heredoc) return argument.startsWith('<<');
  if (keyword === 'FROM') {
    const image = argument.split(/\s/, 1)[0]!;
    const wanted = image.includes('@') ? '@' : /:[^/]*$/.test(image) ? ':' : undefined;
    return wanted === undefined ? !/[@:]/.test(label) : label.includes(`[${wanted}`);
  }
  if (keyword === 'USER') return /^\d/.test(argument) === label.includes('UID');
  if (keyword === 'HEALTHCHECK') return /^none\b/i.test(argument) === (parts.length === 1);
  return argument === '' || (json === argument.startsWith('[') && !argument.startsWith('<<'));
}

const optionsIn = (parts: readonly Part[]): Part | undefined => parts.find(({ kind }) => kind === 'options');

/** The part of a form that its word `index` is; the last one may be repeated, and `<src> ...` goes on up to the last word. */
function partAt(parts: readonly Part[], index: number): Part | undefined {
  const words = parts.filter(({ kind }) => kind !== 'options');
  return words[Math.min(index, words.length - 1)];
}

const wordsBefore = ({ words }: Instruction, at: number): number => words.filter((word) => word.at.end < at).length;

/** How many strings of a JSON array end before a place in it; it may be half typed. */
function elementsBefore(argument: string, at: number): number {
  let commas = 0;
  let quoted = false;
  for (let i = 0; i < at && i < argument.length; i++) {
    const unit = argument[i];
    if (unit === '\\') i++;
    else if (unit === '"') quoted = !quoted;
    else if (unit === ',' && !quoted) commas++;
  }
  return commas;
}
