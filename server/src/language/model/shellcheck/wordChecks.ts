import type * as Shell from '../../shell/tree';
import type { Note } from './note';
import { quotesAround } from './quotes';
import { baseName, type Call, known, type PlacedWord, type Survey } from './survey';

/** Only of words with one of these something may be said. */
const telling = /['"[\\]/;
const none: readonly PlacedWord[] = [];

/** What is said of words and of what they are made of. */
export function* wordNotes(survey: Survey): Iterable<Note> {
  const { text } = survey;
  for (const placed of telling.test(text) ? survey.words : none) {
    const { raw } = placed.word;
    if (!telling.test(raw)) continue;
    if (raw.includes("'")) yield* singleQuotes(placed);
    if (raw.includes('[')) yield* bracket(placed, text);
    if (raw.includes('\\')) yield* backslashes(placed, text);
    if (raw.includes('"')) yield* innerQuotes(placed.word);
  }
  for (const { part } of survey.expansions) {
    if (part.kind === 'command' && part.backticks && part.list.entries.length > 0) yield backticks(part, text);
  }
}

/** `` `x` `` as `$(x)`, where nothing in it is escaped. */
function backticks({ at }: Shell.SubstitutionPart, text: string): Note {
  const { start, end } = at;
  const plain = !/[`\\]/.test(text.slice(start + 1, end - 1));
  const edits = [
    { at: { start, end: start + 1 }, text: '$(' },
    { at: { start: end - 1, end }, text: ')' },
  ];
  return { code: 'SC2006', at, ...(plain && { edits }) };
}

const expanding = /\$[{(0-9a-zA-Z_]|`[^`]+`/;
/** What a `$` before these means to sed, which uses it for line ends and last lines. */
const sedOwn = /\$[{dpsaic](?:$|[^a-zA-Z])/;
/** Commands that read `$` themselves or hand it to another shell. */
const readers: ReadonlySet<string> = new Set(
  (
    'trap sh bash ksh zsh ssh eval xprop alias sudo doas run0 docker podman oc dpkg-query jq rename rg unset ' +
    'awk gawk mawk nawk'
  ).split(' '),
);
const prompts: ReadonlySet<string> = new Set(['PS1', 'PS2', 'PS3', 'PS4', 'PROMPT_COMMAND']);

function* singleQuotes({ word, place, call }: PlacedWord): Iterable<Note> {
  const name = place === 'value' || !call ? '' : runBy(call);
  if (readers.has(name) || name.startsWith('perl')) return;
  if (place === 'value' && call?.node.assignments.some((each) => each.value === word && prompts.has(each.name))) return;
  for (const part of word.parts) {
    if (part.kind !== 'single' || !expanding.test(part.value)) continue;
    if (name === 'sed' && sedOwn.test(part.value)) continue;
    yield { code: 'SC2016', at: part.at };
  }
}

/** The command, or the one that `find` runs. */
function runBy(call: Call): string {
  const name = baseName(call);
  if (name !== 'find') return name;
  const exec = call.args.findIndex(({ literal }) => /^-(?:exec|ok)(?:dir)?$/.test(literal ?? ''));
  return (exec >= 0 && call.args[exec + 1]?.literal) || name;
}

/** `[all]` is one letter of a, l. */
function* bracket({ word, place, call }: PlacedWord, text: string): Iterable<Note> {
  if (place === 'case' || place === 'operand' || place === 'inner' || (call && baseName(call) === 'tr')) return;
  for (const part of word.parts) {
    if (part.kind !== 'glob' || part.raw[0] !== '[') continue;
    const letters = part.raw.slice(1, -1).replace(/^[!^]/, '').replace(/-/g, '');
    if (letters.includes('[') || /^:.*:$/.test(letters) || new Set(letters).size === letters.length) continue;
    const plain = word.raw === word.literal && !word.parts.some((each) => each.kind === 'brace');
    const edits = plain && quotesAround(text, word.at, "'");
    yield { code: 'SC2102', at: part.at, about: part.raw, ...(edits && { edits }) };
  }
}

const escaped = /\\([A-Za-z0-9_/:=%@^])/g;

function* backslashes({ word, place }: PlacedWord, text: string): Iterable<Note> {
  // `\ls` is the command, not an alias of that name
  const name = place === 'name' ? word.at.start : -1;
  for (const part of word.parts) {
    if (part.kind !== 'literal') continue;
    const raw = text.slice(part.at.start, part.at.end);
    if (raw === part.value) continue;
    // `\\n` is a backslash and a letter
    for (const match of raw.replace(/\\\\/g, '  ').matchAll(escaped)) {
      const start = part.at.start + match.index;
      const letter = match[1]!;
      if (start === name && /[\w:]/.test(letter)) continue;
      const code = /[nrt]/.test(letter) ? 'SC1012' : 'SC1001';
      yield { code, at: { start, end: start + 2 }, about: letter };
    }
  }
}

/** `"A"B"C"`: the quotes in the middle end the outer ones. */
function* innerQuotes({ parts }: Shell.Word): Iterable<Note> {
  for (let i = 1; i + 1 < parts.length; i++) {
    const [before, part, behind] = [parts[i - 1]!, parts[i]!, parts[i + 1]!];
    if (before.kind !== 'double' || part.kind !== 'literal' || behind.kind !== 'double') continue;
    if (/^[=:/]?$/.test(part.value) || (isOneExpansion(before) && isOneExpansion(behind))) continue;
    yield { code: 'SC2140', at: part.at, about: part.value };
  }
}

const isOneExpansion = ({ parts }: Shell.GroupPart): boolean =>
  parts.length === 1 && (parts[0]!.kind === 'variable' || parts[0]!.kind === 'command');

/** What is said of loops. */
export function* loopNotes({ compounds, text }: Survey): Iterable<Note> {
  for (const { kind, words } of compounds) {
    if (kind !== 'for') continue;
    const items = words.slice(1);
    for (const { parts } of items) {
      const [first] = parts;
      if (parts.length === 1 && first?.kind === 'command') yield* listed(first);
      if (!parts.some(({ kind }) => kind === 'glob')) continue;
      for (const part of parts) {
        if (part.kind !== 'variable') continue;
        const about = text.slice(part.at.start, part.at.end);
        yield { code: 'SC2231', at: part.at, about, edits: quotesAround(text, part.at, '"') };
      }
    }
    const [only] = items;
    if (items.length === 1 && only!.literal !== undefined && !only!.parts.some(isSpread)) {
      yield { code: 'SC2043', at: only!.at, about: known(only!) };
    }
  }
}

const isSpread = ({ kind }: Shell.Part): boolean => kind === 'glob' || kind === 'brace';

/** `for x in $(ls)` and `$(find …)`. */
function* listed({ list, at }: Shell.SubstitutionPart): Iterable<Note> {
  const [entry, ...more] = list.entries;
  const command = entry?.pipeline.commands[0];
  if (more.length > 0 || command?.kind !== 'simple' || entry!.pipeline.commands.length > 1) return;
  const name = command.words[0]?.literal;
  if (name === 'ls') yield { code: 'SC2045', at, about: name };
  else if (name === 'find') yield { code: 'SC2044', at, about: name };
}
