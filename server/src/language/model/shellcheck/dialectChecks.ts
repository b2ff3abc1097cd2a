import type { Code, Note } from './note';
import { known, type Survey } from './survey';

/** Shells that a Dockerfile's `sh` may be, beside Bash, which knows all that is looked for here. */
export type Sh = 'dash' | 'ash';

/** Which of them know what ShellCheck calls no POSIX sh. */
const knownBy: Partial<Record<Code, readonly Sh[]>> = {
  SC3001: [],
  SC3003: ['ash'],
  SC3006: [],
  SC3009: [],
  SC3010: ['ash'],
  SC3011: [],
  SC3014: ['ash'],
  SC3020: ['ash'],
  SC3024: [],
  SC3028: [],
  SC3030: [],
  SC3037: ['ash'],
  SC3040: ['ash'],
  SC3043: ['dash', 'ash'],
  SC3044: [],
  SC3046: ['ash'],
  SC3053: [],
  SC3054: [],
  SC3057: ['ash'],
  SC3059: [],
  SC3060: ['ash'],
};

/** The ids of `dialectNotes`. */
export const dialectCodes = Object.keys(knownBy) as Code[];

/** True where a shell does what the note calls no POSIX sh. */
export function isKnownBy(note: Note, shell: Sh): boolean {
  if (note.code === 'SC3037' && note.about === 'echo -n') return true;
  // BusyBox sets $RANDOM and $HOSTNAME, but no $UID
  if (note.code === 'SC3028') return shell === 'ash' && /RANDOM|HOSTNAME/.test(note.about ?? '');
  return knownBy[note.code]?.includes(shell) ?? false;
}

/** What Bash has beyond a POSIX shell. */
export function* dialectNotes(survey: Survey): Iterable<Note> {
  if (/[{$]/.test(survey.text)) yield* words(survey);
  if (survey.expansions.length > 0) yield* expansions(survey);
  yield* calls(survey);
  for (const { kind, at } of survey.compounds) {
    if (kind === 'test') yield { code: 'SC3010', at, about: '[[ ]]' };
    else if (kind === 'arithmetic') yield { code: 'SC3006', at, about: '(( ))' };
  }
  for (const { operator, at, target } of survey.redirects) {
    if (operator === '<<<') yield { code: 'SC3011', at, about: '<<<' };
    else if (operator[0] === '&') {
      // both outputs to a file
      const edits = operator === '&>' && target ? [{ at, text: `> ${target.raw} 2>&1` }] : undefined;
      yield { code: 'SC3020', at, about: operator, ...(edits && { edits }) };
    }
  }
  for (const { at, append, value, elements, name } of survey.assignments) {
    if (append) yield { code: 'SC3024', at, about: `${name}+=` };
    if (!value && (elements.length > 0 || survey.text[at.end - 1] === ')'))
      yield { code: 'SC3030', at, about: `${name}=( )` };
  }
}

function* words({ words }: Survey): Iterable<Note> {
  for (const { word, place } of words) {
    if (place === 'operand' || place === 'inner' || !/[{$]/.test(word.raw)) continue;
    for (const part of word.parts) {
      if (part.kind === 'ansi') yield { code: 'SC3003', at: part.at, about: "$' '" };
      else if (part.kind === 'brace') yield { code: 'SC3009', at: part.at, about: part.raw };
    }
  }
}

/** Variables that Bash sets. */
const ofBash: ReadonlySet<string> = new Set(
  'RANDOM SECONDS HOSTNAME HOSTTYPE MACHTYPE OSTYPE EUID UID SHLVL PIPESTATUS SHELLOPTS DIRSTACK BASH_VERSION'.split(
    ' ',
  ),
);

const byModifier: Readonly<Record<string, Code>> = {
  ':': 'SC3057',
  '/': 'SC3060',
  '//': 'SC3060',
  '/#': 'SC3060',
  '/%': 'SC3060',
  '^': 'SC3059',
  '^^': 'SC3059',
  ',': 'SC3059',
  ',,': 'SC3059',
  indirect: 'SC3053',
};

function* expansions({ expansions, text, assignments }: Survey): Iterable<Note> {
  const own = new Set(assignments.map(({ name }) => name));
  for (const { part } of expansions) {
    if (part.kind === 'process') yield { code: 'SC3001', at: part.at, about: '<( )' };
    if (part.kind !== 'variable') continue;
    const { at, name, modifier, braced } = part;
    const about = text.slice(at.start, at.end);
    const code = byModifier[modifier];
    if (code) yield { code, at, about };
    else if (braced && text[part.nameAt.end] === '[') yield { code: 'SC3054', at, about };
    else if (ofBash.has(name) && !own.has(name)) {
      yield { code: 'SC3028', at, about, unless: new Set([name]) };
    }
  }
}

/** Builtins of Bash that dash and BusyBox lack. */
const builtins: ReadonlySet<string> = new Set(
  'declare typeset pushd popd dirs shopt disown suspend caller compgen complete enable mapfile readarray'.split(' '),
);

function* calls({ calls }: Survey): Iterable<Note> {
  for (const { node, name, args } of calls) {
    if (name === 'echo') {
      const flag = args[0];
      if (flag && /^-[eEsn]+$/.test(known(flag))) yield { code: 'SC3037', at: flag.at, about: `echo ${flag.raw}` };
    } else if (name === 'source') {
      const word = node.words[0]!;
      yield { code: 'SC3046', at: node.at, about: 'source', edits: [{ at: word.at, text: '.' }] };
    } else if (name === 'set') {
      const option = args.find(({ raw }, i) => raw === 'pipefail' && /^-\w*o$/.test(args[i - 1]?.raw ?? ''));
      if (option) yield { code: 'SC3040', at: option.at, about: 'set -o pipefail' };
    } else if (name === 'local') yield { code: 'SC3043', at: node.at, about: name };
    else if (name !== undefined && builtins.has(name)) yield { code: 'SC3044', at: node.at, about: name };
    else if (name === '[' || name === 'test') {
      for (const arg of args) {
        if (arg.raw === '==') yield { code: 'SC3014', at: arg.at, about: '==', edits: [{ at: arg.at, text: '=' }] };
      }
    }
  }
}
