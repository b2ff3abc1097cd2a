import { emptyEnvironment, expand } from '../../syntax/expand';
import { heredocOfWord } from '../../syntax/heredoc';
import type { Instruction, Word } from '../../syntax/instruction';
import type { Checks } from './checks';
import { type Draft, draft, fix } from './draft';
import { checkFlags } from './flags';
import { jsonFixes } from './jsonForm';

/** ADD and COPY. */
export function checkCopy(checks: Checks): void {
  const { instruction } = checks;
  const { keyword, words } = instruction;
  if (instruction.jsonOfOthers) {
    checks.add(draft('parse', 'json-not-strings', instruction.argumentAt, [keyword]));
    return;
  }
  if (words.length < 2) {
    const at = words[0]?.at ?? instruction.keywordAt;
    checks.add(draft('instruction', 'no-destination', at, [keyword]));
  }
  checks.add(...checkFlags(instruction));
  checkFrom(checks);
  if (words.length < 2) return;
  const destination = words.at(-1)!;
  if (heredocOfWord(destination.text)) {
    checks.add(draft('instruction', 'heredoc-destination', destination.at, [keyword]));
    return;
  }
  for (const flag of instruction.flags) {
    if (!flag.value) continue;
    if (flag.name === 'chown') checks.expanded(checks.flagText(flag));
    else if (flag.name === 'chmod')
      checks.expanded(checks.flagText(flag), ({ result }) => checkMode(result, flag.valueAt));
    else if (flag.name === 'checksum' && keyword === 'ADD') {
      checks.expanded(checks.flagText(flag), ({ result }) => checkChecksum(instruction, result, flag.valueAt));
    }
  }
  checkPaths(checks);
  checkBodies(checks);
}

/** --from takes no variable: what a variable, a quote or an escape would change is refused. */
function checkFrom(checks: Checks): void {
  const { instruction } = checks;
  const flag = instruction.keyword === 'COPY' ? instruction.flag('from') : undefined;
  if (!flag?.value) return;
  if (expand(flag.value, emptyEnvironment, { escape: instruction.escape }).result !== flag.value) {
    checks.add(draft('convert', 'flag-variable', flag.valueAt, ['from'], { as: ['DL3022'] }));
  } else checks.sources.push({ kind: 'copy', text: flag.value, at: flag.valueAt });
}

function checkPaths(checks: Checks): void {
  const { instruction } = checks;
  const destination = instruction.words.at(-1)!;
  const quoteFixes = () => jsonFixes(instruction);
  for (const word of instruction.words) {
    if (word !== destination && heredocOfWord(word.text)) continue;
    const before = checks.drafts.length;
    const judge = word === destination || instruction.keyword === 'ADD' ? undefined : judgeSource(instruction, word);
    checks.expanded({ ...checks.wordText(word), quoteFixes }, judge);
    // both halves of a quoted path with a blank in it lack a quote: one cause
    if (checks.drafts.length > before && checks.drafts.at(-1)!.code.startsWith('unclosed')) return;
  }
}

/** Heredoc bodies are expanded with `\` as escape, and quotes mean nothing in them. */
function checkBodies(checks: Checks): void {
  const { text, heredocs } = checks.instruction;
  for (const { body, expand: expands } of heredocs) {
    const content = text.slice(body.start, body.end);
    if (!expands || !content.includes('$')) continue;
    const place = (start: number, end: number) => ({ start: body.start + start, end: body.start + end });
    checks.expanded({ text: content, whole: body, place, skipQuotes: true });
  }
}

const remote = /^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@[^/]+:)/;

const judgeSource =
  (instruction: Instruction, word: Word) =>
  ({ result }: { readonly result: string }): readonly Draft[] => {
    if (!remote.test(result)) return [];
    const fixes = instruction.flag('from') ? [] : [fix('use-add', [], { at: instruction.keywordAt, text: 'ADD' })];
    return [draft('convert', 'copy-remote', word.at, [result], { fixes })];
  };

/** Octal, or symbolic as chmod reads it; what looks like neither is refused. */
function checkMode(mode: string, at: Draft['at']): readonly Draft[] {
  if (mode === '') return [];
  const numeric = /^\d/.test(mode);
  const fine = numeric
    ? /^[0-7]+$/.test(mode) && Number.parseInt(mode, 8) <= 0o7777
    : /^[ugoarwxXst+=,0-7-]+$/.test(mode);
  return fine ? [] : [draft('convert', 'chmod-invalid', at, [mode])];
}

const digestLengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

function checkChecksum(instruction: Instruction, checksum: string, at: Draft['at']): readonly Draft[] {
  if (checksum === '') return [];
  const sources = instruction.words.slice(0, -1).filter((word) => !heredocOfWord(word.text));
  if (sources.length !== 1) return [draft('convert', 'checksum-sources', at)];
  const [source] = sources;
  const { text } = source!;
  if (text.includes('$')) return [];
  if (!/:\/\/|@|\.git\b|^github\.com\//.test(text)) return [draft('convert', 'checksum-local', source!.at, [text])];
  if (!/^https?:\/\//.test(text) || /\.git\b|#/.test(text)) return [];
  const [algorithm = '', hex = ''] = checksum.split(':');
  const fine = digestLengths[algorithm] === hex.length && /^[0-9a-f]+$/.test(hex);
  return fine ? [] : [draft('convert', 'checksum-invalid', at, [checksum])];
}
