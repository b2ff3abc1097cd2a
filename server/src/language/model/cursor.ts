import { isSpace, nextLine, skipSpaces, trimNewline } from '../syntax/characters';
import { type Span, shift, touches } from '../text/span';
import { inArguments } from './cursor/arguments';
import type { BlankCursor, Cursor, Found, Holds, Site } from './cursor/types';
import type { Dockerfile, Placed } from './dockerfile';

export type * from './cursor/types';

/**
 * What stands at an offset. What begins there or is around it goes before what ends there. Total: any offset of any file has
 * an answer, and its span holds or touches the offset; offsets outside of the text count as its nearest end.
 */
export function cursorAt(file: Dockerfile, offset: number): Cursor {
  const at = Math.min(Math.max(offset, 0), file.text.length);
  const directive = file.directives.list.find((each) => touches(each.at, at));
  if (directive) {
    const { valueAt, nameAt } = directive;
    if (touches(valueAt, at)) return { kind: 'directive', at: valueAt, directive, part: 'value' };
    return { kind: 'directive', at: touches(nameAt, at) ? nameAt : directive.at, directive, part: 'name' };
  }
  const placed = file.at(at);
  return placed ? inInstruction(file, placed, at) : betweenInstructions(file, at);
}

function betweenInstructions({ text }: Dockerfile, offset: number): Cursor {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const end = trimNewline(text, start, nextLine(text, start));
  const first = skipSpaces(text, text.charCodeAt(start) === 0xfeff ? start + 1 : start, end);
  if (text[first] !== '#' || offset < first || offset > end) return blankAt(text, offset, undefined);
  return { kind: 'comment', at: { start: first, end }, site: undefined };
}

function inInstruction(file: Dockerfile, placed: Placed, offset: number): Cursor {
  const { text } = file;
  let site: Site = { placed, instruction: placed.instruction, start: placed.start, deferred: false };
  const comment = site.instruction.comments.find((span) => touches(span, offset - placed.start));
  if (comment) return { kind: 'comment', at: shift(comment, placed.start), site };
  const found = keywordAt(site, offset);
  if (found) return found;
  const { trigger } = placed.instruction;
  if (trigger && offset >= placed.start + trigger.start) {
    site = { placed, instruction: trigger.instruction, start: placed.start + trigger.start, deferred: true };
    const inner = keywordAt(site, offset);
    if (inner) return inner;
  }
  const relative = offset - site.start;
  const inside: Holds = (span) => span.start <= relative && relative < span.end;
  const touching: Holds = (span) => touches(span, relative);
  const precise = inArguments(file, site, inside) ?? inArguments(file, site, touching);
  return precise ?? (blankBetween(site, text, offset) ? blankAt(text, offset, site) : vague(site, text, offset));
}

function keywordAt(site: Site, offset: number): Found | undefined {
  const at = shift(site.instruction.keywordAt, site.start);
  return touches(at, offset) ? { kind: 'keyword', at, site, keyword: site.instruction.keyword } : undefined;
}

const isBlankUnit = (text: string, offset: number): boolean =>
  offset >= text.length || isSpace(text.charCodeAt(offset)) || text.charCodeAt(offset) === 0xfeff;

const blankBetween = ({ instruction, start }: Site, text: string, offset: number): boolean =>
  isBlankUnit(text, offset) || instruction.continuations.includes(offset - start);

/** The run of blanks around an offset, on its line. */
function blankAt(text: string, offset: number, site: Site | undefined): BlankCursor {
  const isRun = (unit: string | undefined) => unit === ' ' || unit === '\t';
  let start = offset;
  let end = offset;
  while (isRun(text[start - 1])) start--;
  while (isRun(text[end])) end++;
  return { kind: 'blank', at: { start, end }, site };
}

const shells: ReadonlySet<string> = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

/** What is in the arguments, but is nothing that is known. */
function vague(site: Site, text: string, offset: number): Cursor {
  const { instruction, start } = site;
  const argument: Span = shift(instruction.argumentAt, start);
  if (!touches(argument, offset)) return blankAt(text, offset, site);
  return { kind: shells.has(instruction.keyword) ? 'script' : 'argument', at: argument, site };
}
