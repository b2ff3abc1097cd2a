import type { Instruction } from '../../syntax/instruction';
import { parseJsonStrings } from '../../syntax/json';
import { splitQuoted } from '../../syntax/words';
import { fix, type ProblemFix } from './draft';

/** The arguments as a JSON array: of words where quotes hold blanks together, or of an array in single quotes. */
export function jsonFixes(instruction: Instruction): readonly ProblemFix[] {
  const json = instruction.argument.startsWith('[') ? inDoubleQuotes(instruction.argument) : ofWords(instruction);
  return json === undefined ? [] : [fix('json-form', [], { at: instruction.argumentAt, text: json })];
}

function inDoubleQuotes(argument: string): string | undefined {
  if (argument.includes('"') || argument.includes('\\')) return undefined;
  const json = argument.replaceAll("'", '"');
  return parseJsonStrings(json, 0, json.length).kind === 'strings' ? json : undefined;
}

function ofWords(instruction: Instruction): string | undefined {
  const { start, end } = instruction.rest;
  const words = splitQuoted(instruction.line.text, start, end, instruction.escape).map(({ text }) => text);
  const bare = words.map((text) => /^(["'])([^"'\\`$]*)\1$/.exec(text)?.[2] ?? text);
  if (bare.some((text) => /["'\\`$]/.test(text))) return undefined;
  return `[${bare.map((text) => JSON.stringify(text)).join(', ')}]`;
}
