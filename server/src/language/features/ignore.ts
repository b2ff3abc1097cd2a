import { type Suppression, suppressionsOf } from '../lint/suppress';
import type { Dockerfile, Placed } from '../model/dockerfile';
import { nextLine } from '../syntax/characters';
import type { Edit } from '../text/edit';
import { slice } from '../text/span';

const list = /^#\s*slipway\s+(?:global\s+)?ignore\s*=\s*/i;
const directiveLike = /^#\s*[a-z][a-z0-9]*\s*=/i;

/** The edit that silences a rule for one instruction: in the comment of ours above it, else in a new one. */
export function ignoreHere(file: Dockerfile, placed: Placed, rule: string): Edit {
  const above = suppressionsOf(file)
    .of(placed)
    .findLast(({ by, at }) => by === 'slipway' && at.end <= placed.start);
  if (above) return extended(file, above, rule);
  const { text } = file;
  const start = lineStart(text, placed.start);
  return insert(start, `${text.slice(start, placed.start)}# slipway ignore=${rule}${lineBreakOf(text)}`);
}

/** The edit that silences a rule for the whole file: in such a comment of ours, else in a new one behind the directives. */
export function ignoreInFile(file: Dockerfile, rule: string): Edit {
  const known = suppressionsOf(file).global.find(({ by }) => by === 'slipway');
  if (known) return extended(file, known, rule);
  const { text } = file;
  const at = behindHead(file);
  const before = at > 0 && at === text.length && text[at - 1] !== '\n' && text !== '\ufeff' ? lineBreakOf(text) : '';
  return insert(at, `${before}# slipway global ignore=${rule}${lineBreakOf(text)}`);
}

/** Adds a name behind the last one of a comment, in front of whatever reason is given there. */
function extended(file: Dockerfile, { at }: Suppression, rule: string): Edit {
  const comment = slice(file.text, at);
  const namesStart = list.exec(comment)?.[0].length ?? comment.length;
  const hash = comment.indexOf('#', namesStart);
  const names = comment.slice(namesStart, hash < 0 ? comment.length : hash);
  const last = names.lastIndexOf(',') + 1;
  const [blanks, name] = /^(\s*)(\S*)/.exec(names.slice(last))!.slice(1) as [string, string];
  if (name === '') return insert(at.start + namesStart + last, rule);
  return insert(at.start + namesStart + last + blanks.length + name.length, `,${rule}`);
}

/** Behind the directives, and behind a `#!` line with the directives that a front end may read there. */
function behindHead({ text, directives }: Dockerfile): number {
  let at = directives.end;
  if (text.startsWith('#!', at)) {
    do at = nextLine(text, at);
    while (at < text.length && directiveLike.test(text.slice(at, nextLine(text, at))));
  }
  return at;
}

function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
}

/** The line break that the file uses first. */
function lineBreakOf(text: string): string {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

const insert = (offset: number, text: string): Edit => ({ at: { start: offset, end: offset }, text });
