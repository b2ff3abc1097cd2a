import { commandsAt } from '../../model/commands';
import type { Dockerfile, Placed } from '../../model/dockerfile';
import { installsOf } from '../../model/installs';
import { stagesOf } from '../../model/stages';
import { viewOf } from '../../model/view';
import type { Edit } from '../../text/edit';
import { type Span, shift, slice, spanOf } from '../../text/span';
import { defineRefactoring, type Place } from './refactoring';
import { lineAbove, newlineOf } from './tools/layout';
import { type LiteralWord, literalWords } from './tools/literals';

/** A version in a FROM's tag or in a script becomes the default of an ARG. */
export const extractVersion = defineRefactoring({
  id: 'extract-version',
  kind: 'refactor.extract',
  text: {
    en: { title: (value: string, name: string) => `Extract ${value} to ARG ${name}` },
    ko: { title: (value: string, name: string) => `ARG ${name} 변수로 빼내기(${value})` },
  },
  propose(at) {
    const found = at.placed.instruction.keyword === 'FROM' ? inTag(at) : inScript(at);
    if (!found) return undefined;
    const { file } = at;
    const value = slice(file.text, found.places[0]!);
    const name = freeName(file, found.subject);
    const edits: Edit[] = found.places.map((place) => ({ at: place, text: `\${${name}}` }));
    const definition = `ARG ${name}=${value}${newlineOf(file)}`;
    edits.push({ at: spanOf(found.line, found.line), text: definition });
    return { title: (text) => text.title(value, name), edits };
  },
});

interface Found {
  /** Where the value stands. */
  readonly places: readonly Span[];
  /** What it is the version of. */
  readonly subject: string;
  /** Where the ARG goes: the beginning of a line. */
  readonly line: number;
}

const isValue = (text: string): boolean => /^[\w.+~:-]+$/.test(text) && /\d/.test(text);

function inTag({ file, range, stage }: Place): Found | undefined {
  const tag = stage?.base.image?.tag;
  if (!stage || !tag || stage.base.text.includes('$') || stage.from.instruction.keyword !== 'FROM') return undefined;
  const own = shift(tag.at, stage.base.at.start);
  const version = /^v?\d[\w.]*/.exec(tag.text)?.[0] ?? tag.text;
  const at = range.start === range.end ? spanOf(own.start, own.start + version.length) : range;
  const inside = own.start <= at.start && at.end <= own.end && range.start >= own.start && range.start <= own.end;
  if (!inside || !isValue(slice(file.text, at))) return undefined;
  const { familiar } = stage.base.image!;
  const first = stagesOf(file)[0]!.from;
  const above = file.instructions[first.index - 1];
  return {
    places: [at],
    subject: imageSubject(familiar),
    line: above ? above.next : lineAbove(file, first),
  };
}

function inScript({ file, range, placed, inForce }: Place): Found | undefined {
  const { instruction, start } = placed;
  if (instruction.keyword !== 'RUN') return undefined;
  const relative = shift(range, -start);
  const words = literalWords(instruction, inForce);
  const word = words.find(({ at }) => at.start <= relative.start && relative.end <= at.end);
  const at = word && (range.start === range.end ? versionAround(placed, word, relative.start, inForce) : relative);
  const value = at && slice(instruction.text, at);
  if (!word || !at || !value || !isValue(value) || !apart(instruction.text, at)) return undefined;
  const places: Span[] = [];
  for (const each of words) {
    const text = slice(instruction.text, each.at);
    for (let found = text.indexOf(value); found >= 0; found = text.indexOf(value, found + value.length)) {
      const place = spanOf(each.at.start + found, each.at.start + found + value.length);
      if (apart(instruction.text, place)) places.push(place);
    }
  }
  const before = slice(instruction.text, spanOf(word.whole.start, at.start));
  return {
    places: places.map((place) => shift(place, start)),
    subject: subjectOf(before) ?? '',
    line: lineAbove(file, placed),
  };
}

/** It is not a part of a longer number or name. */
const apart = (text: string, { start, end }: Span): boolean =>
  !/[\d.]/.test(text[start - 1] ?? '') && !/^\.?\d/.test(text.slice(end, end + 2));

function versionAround(
  { instruction }: Placed,
  word: LiteralWord,
  offset: number,
  inForce: Place['inForce'],
): Span | undefined {
  for (const command of commandsAt(viewOf(instruction, inForce))) {
    for (const { version } of installsOf(command)?.packages ?? []) {
      const written = version && slice(instruction.text, version.at) === version.text;
      if (written && version.at.start <= offset && offset <= version.at.end) return version.at;
    }
  }
  const text = slice(instruction.text, word.at);
  for (const match of text.matchAll(/\d+(?:\.\d+)+/g)) {
    const start = word.at.start + match.index;
    const end = start + match[0].length;
    if (start <= offset && offset <= end) return spanOf(start, end);
  }
  return undefined;
}

/** Words of an address that name no program. */
const common: ReadonlySet<string> = new Set(
  'http https www com org net io download downloads release releases archive tags refs heads dist pub latest v version src'.split(
    ' ',
  ),
);

/** What the version in a word is most likely one of: the last name in front of it. */
function subjectOf(before: string): string | undefined {
  const names = before.match(/[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z][A-Za-z0-9_]*)*/g) ?? [];
  return names.findLast((name) => name.length > 1 && !common.has(name.toLowerCase()));
}

/** Last names of images that say little without the one in front: `dotnet/sdk`. */
const generic: ReadonlySet<string> = new Set('app base core image runtime sdk server'.split(' '));

function imageSubject(familiar: string): string {
  const parts = familiar.split('/');
  const last = parts.at(-1)!;
  return generic.has(last) && parts.length > 1 ? `${parts.at(-2)}_${last}` : last;
}

/** The ARG's name: that of the subject, which nothing else in the file has. */
function freeName({ text }: Dockerfile, subject: string): string {
  const stem = subject
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$|^\d+_?/g, '')
    .replace(/_?version$/i, '')
    .toUpperCase();
  const name = stem === '' ? 'VERSION' : `${stem}_VERSION`;
  const words = new Set(text.match(/\w+/g));
  for (let i = 1; ; i++) {
    const free = i === 1 ? name : `${name}_${i}`;
    if (!words.has(free)) return free;
  }
}
