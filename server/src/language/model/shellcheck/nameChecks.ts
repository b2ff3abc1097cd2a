import type { Note } from './note';
import type { Survey } from './survey';
import { known } from './survey';

const identifier = /[A-Za-z_]\w*/g;
const assigning = /^([A-Za-z_]\w*)(\+?=|$)/;

/** Variables that mean something to the shell or to every program. */
const special =
  /^(?:_|PATH|HOME|IFS|LANG|LC_\w+|LANGUAGE|PS[1-4]|TERM|TZ|PWD|OLDPWD|SHELL|USER|CDPATH|ENV|OPTARG|OPTIND|OPTERR|REPLY|MAIL|EDITOR|PAGER|DISPLAY|BASH\w*|HIST\w*)$/;

/** Variables that a script assigns and never uses, and those that it uses and never assigns. */
export function* nameNotes(survey: Survey): Iterable<Note> {
  const { calls, compounds, expansions, assignments, text } = survey;
  // most scripts have no variable
  if (assignments.length + expansions.length + compounds.length === 0) return;
  const assigned = new Map<string, { readonly start: number; readonly end: number }>();
  const set = new Set<string>();
  const used = new Set<string>();
  for (const { name, append } of assignments) {
    set.add(name);
    if (append) used.add(name);
  }
  for (const { node, name, args } of calls) {
    if (node.words.length === 0) for (const each of node.assignments) assigned.set(each.name, each.nameAt);
    else for (const each of node.assignments) used.add(each.name);
    if (name === 'export' || name === 'readonly' || name === 'local' || name === 'declare' || name === 'typeset') {
      for (const arg of args) {
        const declared = assigning.exec(arg.raw);
        if (!declared) continue;
        used.add(declared[1]!);
        set.add(declared[1]!);
      }
    } else if (
      name === 'read' ||
      name === 'getopts' ||
      name === 'mapfile' ||
      name === 'readarray' ||
      name === 'printf'
    ) {
      for (const arg of args) if (assigning.test(known(arg))) set.add(known(arg));
    } else if (name === 'let' || name === 'eval' || name === '.' || name === 'source') {
      // what they read is not known: a file may use and set anything
      for (const arg of args) for (const [each] of known(arg).matchAll(identifier)) used.add(each);
    }
  }
  for (const { kind, words, at } of compounds) {
    if ((kind === 'for' || kind === 'select') && words[0]) {
      set.add(known(words[0]));
      if (assigning.test(known(words[0]))) assigned.set(known(words[0]), words[0].at);
    }
    if (kind === 'arithmetic') for (const [each] of text.slice(at.start, at.end).matchAll(identifier)) used.add(each);
    if (kind === 'for' && text.startsWith('((', words[0]?.at.start ?? 0)) {
      for (const [each] of known(words[0]!).concat(words[0]!.raw).matchAll(identifier)) {
        used.add(each);
        set.add(each);
      }
    }
  }
  for (const { part } of expansions) {
    if (part.kind === 'variable') {
      used.add(part.name);
      if (/^:?[-+?=]$/.test(part.modifier)) set.add(part.name);
    } else if (part.kind === 'arithmetic') {
      for (const [each] of text.slice(part.at.start, part.at.end).matchAll(identifier)) {
        used.add(each);
        set.add(each);
      }
    }
  }
  for (const [name, at] of assigned) {
    if (!used.has(name) && !special.test(name)) yield { code: 'SC2034', at, about: name, unless: new Set([name]) };
  }
  for (const { part } of expansions) {
    if (part.kind !== 'variable' || !/^[A-Za-z_]\w*$/.test(part.name) || !/[a-z]/.test(part.name)) continue;
    if (set.has(part.name)) continue;
    set.add(part.name);
    yield { code: 'SC2154', at: part.at, about: part.name, unless: new Set([part.name]) };
  }
}
