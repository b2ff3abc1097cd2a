import { commandsOf } from '../../model/commands';
import { fact } from '../../model/fact';
import { mountsOf } from '../../model/mounts';
import { scriptsOf } from '../../model/scripts';
import { variableUses } from '../../model/uses';
import { isPosix } from '../../shell/dialect';
import type { Heredoc } from '../../syntax/heredoc';
import type { Instruction, Pair, Word } from '../../syntax/instruction';
import { shift } from '../../text/span';
import { flatten } from './flatten';
import { ofScript } from './ofScript';
import { type Token, token } from './types';

/**
 * The tokens of an instruction that it needs no file for: all but what FROM, `--from` and `from=` name. Spans count in the
 * instruction.
 * @param posix whether its shell forms are in a shell of Bourne's family
 */
export const tokensOf = (instruction: Instruction, posix: boolean): readonly Token[] =>
  posix ? withShell(instruction) : withoutShell(instruction);

/** The same, side by side: see `flatten`. */
export const flatTokensOf = (instruction: Instruction, posix: boolean): readonly number[] =>
  posix ? flatWithShell(instruction) : flatWithoutShell(instruction);

const withShell = fact((instruction: Instruction) => read(instruction, true));
const withoutShell = fact((instruction: Instruction) => read(instruction, false));
const flatWithShell = fact((instruction: Instruction) => flatten(instruction.text, withShell(instruction)));
const flatWithoutShell = fact((instruction: Instruction) => flatten(instruction.text, withoutShell(instruction)));

function read(instruction: Instruction, posix: boolean): readonly Token[] {
  const tokens: Token[] = [token(instruction.keywordAt, 'keyword')];
  const { trigger } = instruction;
  if (trigger) {
    for (const each of tokensOf(trigger.instruction, posix))
      tokens.push({ ...each, at: shift(each.at, trigger.start) });
  } else {
    ofFlags(instruction, tokens);
    ofArguments(instruction, tokens);
    ofHeredocs(instruction, tokens);
    for (const script of scriptsOf(instruction)) {
      const dialect = script.interpreter?.dialect ?? (posix ? 'sh' : 'other');
      if (!isPosix(dialect)) continue;
      for (const each of ofScript(script)) tokens.push(each);
      for (const { wrappers, words, nameAt } of commandsOf(script, dialect)) {
        if (wrappers.length > 0 && words.length > 0) tokens.push(token(nameAt, 'function'));
      }
    }
    ofVariables(instruction, tokens);
  }
  for (const comment of instruction.comments) tokens.push(token(comment, 'comment'));
  return tokens;
}

/** What `from` is given is for the file to tell. */
function ofFlags(instruction: Instruction, tokens: Token[]): void {
  for (const { at, nameAt, value, valueAt, name } of instruction.flags) {
    tokens.push(token({ start: at.start, end: nameAt.end }, 'parameter'));
    if (value !== undefined && name !== 'mount' && name !== 'from') tokens.push(token(valueAt, 'string'));
  }
  for (const { fields } of mountsOf(instruction)) {
    for (const { key, keyAt, value, valueAt, joinedAt } of fields) {
      if (joinedAt < 0 && value !== undefined) continue;
      tokens.push(token(keyAt, 'property'));
      if (value !== undefined && key.toLowerCase() !== 'from') tokens.push(token(valueAt, 'string'));
    }
  }
}

function ofArguments(instruction: Instruction, tokens: Token[]): void {
  const { keyword, words, json } = instruction;
  if (json) for (const { at } of json) tokens.push(token(at, 'string'));
  switch (keyword) {
    case 'FROM': {
      const [, as, name] = words;
      if (as?.text.toUpperCase() !== 'AS') break;
      tokens.push(token(as.at, 'keyword'));
      if (name) tokens.push(token(name.at, 'class', 'declaration'));
      break;
    }
    case 'HEALTHCHECK': {
      const [type] = words;
      if (type && /^(?:CMD|NONE)$/i.test(type.text)) tokens.push(token(type.at, 'keyword'));
      break;
    }
    case 'EXPOSE':
      for (const word of words) ofPort(instruction, word, tokens);
      break;
    case 'STOPSIGNAL':
      for (const { at } of words) tokens.push(token(at, 'enumMember'));
      break;
    case 'ARG':
    case 'ENV':
    case 'LABEL':
      for (const pair of instruction.pairs) ofPair(instruction, pair, tokens);
      break;
    case 'USER':
    case 'VOLUME':
    case 'WORKDIR':
      if (!json) for (const word of words) ofQuotes(instruction, word, tokens);
  }
}

function ofPort(instruction: Instruction, word: Word, tokens: Token[]): void {
  const slash = word.text.indexOf('/');
  const end = slash < 0 ? word.text.length : slash;
  tokens.push(token(instruction.spanIn(word, 0, end), 'number'));
  if (slash < 0) return;
  tokens.push(token(instruction.spanIn(word, slash, slash + 1), 'operator'));
  tokens.push(token(instruction.spanIn(word, slash + 1, word.text.length), 'enumMember'));
}

function ofPair(instruction: Instruction, { key, value }: Pair, tokens: Token[]): void {
  const { keyword } = instruction;
  if (keyword === 'LABEL') tokens.push(token(key.at, 'property', 'declaration'));
  else tokens.push(token(key.at, 'variable', 'declaration'));
  if (value) ofQuotes(instruction, value, tokens);
}

/** Quoted parts of a word. */
function ofQuotes(instruction: Instruction, word: Word, tokens: Token[]): void {
  const { text } = word;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (unit === instruction.escape) at++;
    else if (unit === '"' || unit === "'") {
      const start = at++;
      while (at < text.length && text[at] !== unit) at += text[at] === instruction.escape && unit === '"' ? 2 : 1;
      tokens.push(token(instruction.spanIn(word, start, Math.min(at + 1, text.length)), 'string'));
    }
  }
}

const sign = /^\d*<<-?/;

/** Marks and terminators; the bodies that a shell reads are in its script. */
function ofHeredocs(instruction: Instruction, tokens: Token[]): void {
  for (const heredoc of instruction.heredocs) {
    const { at, terminator, terminated } = heredoc;
    const end = at.start + signLength(instruction, heredoc);
    tokens.push(token({ start: at.start, end }, 'operator'), token({ start: end, end: at.end }, 'label'));
    if (terminated) tokens.push(token(terminator, 'label'));
  }
}

const signLength = ({ text }: Instruction, { at }: Heredoc): number =>
  sign.exec(text.slice(at.start, at.end))?.[0].length ?? 0;

function ofVariables(instruction: Instruction, tokens: Token[]): void {
  for (const { at, nameAt, modifier, operandAt } of variableUses(instruction)) {
    tokens.push(token(at, 'variable'));
    if (modifier === '' || !operandAt) continue;
    const end = Math.min(nameAt.end + modifier.length, operandAt.start);
    if (end > nameAt.end) tokens.push(token({ start: nameAt.end, end }, 'operator'));
    if (operandAt.end > operandAt.start) tokens.push(token(operandAt, 'string'));
  }
}
