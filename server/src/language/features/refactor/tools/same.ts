import type { InForce } from '../../../model/inForce';
import { type Instruction, readInstruction } from '../../../syntax/instruction';
import { slice } from '../../../text/span';
import { scriptOf, shapeOf } from './script';

/** True where another text holds an instruction that builds the same: equal but for blanks and line breaks that do not count. */
export function sameInstruction(instruction: Instruction, text: string, inForce: InForce): boolean {
  const other = readInstruction(text, instruction.escape);
  if (!other || other.text.length < text.trimEnd().length || other.keyword !== instruction.keyword) return false;
  return meaningOf(other, inForce) === meaningOf(instruction, inForce);
}

/** All that the builder takes from an instruction, as one text; undefined where its script cannot be compared. */
function meaningOf(instruction: Instruction, inForce: InForce): string | undefined {
  const { keyword, flags, heredocs, text, json, trigger } = instruction;
  const head = [
    keyword,
    ...flags.map(({ name, value }) => `${name}=${value}`),
    ...heredocs.map(({ name, body }) => `${name} ${slice(text, body)}`),
  ];
  if (trigger) return JSON.stringify([...head, meaningOf(trigger.instruction, inForce)]);
  if (json) return JSON.stringify([...head, json.map((word) => word.text)]);
  const pairs = instruction.pairs.map(({ key, value }) => [key.text, value?.text]);
  if (!scripted.has(keyword)) return JSON.stringify([...head, instruction.words.map((word) => word.text), pairs]);
  const read = heredocs.length === 0 ? scriptOf(instruction, inForce, 'line') : undefined;
  // what no shell of ours reads must be the same text
  if (!read) return JSON.stringify([...head, instruction.argument]);
  const operators = read.entries.map(({ operator }) => operator?.text);
  return JSON.stringify([...head, shapeOf(read.entries), operators, read.comments.length]);
}

const scripted: ReadonlySet<string> = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK']);
