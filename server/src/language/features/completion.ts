import { INSTRUCTIONS, instructionKeyword } from '../knowledge/instructions';
import type { Reference } from '../knowledge/reference/types';
import { cursorAt } from '../model/cursor';
import type { Dockerfile, Placed } from '../model/dockerfile';
import type { Surroundings } from '../model/surroundings';
import type { Span } from '../text/span';
import { argumentItems, variableItems } from './completion/arguments';
import { instructionAround } from './completion/around';
import { commentItems, directiveValues, emptyDirective } from './completion/comments';
import { flagItems, flagValues } from './completion/flags';
import { type Ask, type Completion, nothing } from './completion/item';
import { directiveItems, keywordItems } from './completion/keywords';
import { longestWord, placeIn } from './completion/place';
import { tagCompletion } from './completion/registry';
import { starterItems } from './completion/starters';

export type { Completion, CompletionItem, ItemKind } from './completion/item';
export { contextFolder } from './completion/paths';
export { type ImageQuestion, imageQuestion } from './completion/registry';

/**
 * What may stand at an offset. What the user has typed of it is left in: the editor filters.
 * @param reference the texts, which decide the language: see `loadReference`
 */
export function completion(file: Dockerfile, offset: number, reference: Reference, around: Surroundings): Completion {
  const ask = { file, reference, around };
  const cursor = cursorAt(file, offset);
  const { text } = file;
  if (cursor.kind === 'directive' && cursor.part === 'value') {
    const typed = text.slice(cursor.at.start, offset);
    const from = cursor.at.start + typed.length - /[^=,;]*$/.exec(typed.slice(-longestWord))![0].length;
    return { at: { start: from, end: cursor.at.end }, items: directiveValues(cursor, typed) };
  }
  if (cursor.kind === 'comment' || cursor.kind === 'directive') return inComment(ask, cursor.at, offset);
  if (cursor.kind === 'heredoc' && cursor.part !== 'mark') return noneAt(offset);
  const placed = instructionAround(file, offset);
  return placed ? inInstruction(ask, placed, offset) : onOwnLine(ask, offset);
}

const noneAt = (offset: number): Completion => ({ at: { start: offset, end: offset }, items: nothing });

function inComment(ask: Ask, at: Span, offset: number): Completion {
  const { file } = ask;
  const typed = file.text.slice(at.start, Math.min(offset, at.start + longestWord));
  const name = /=/.test(typed) ? /[\w-]*$/.exec(typed)![0] : typed;
  const first = file.instructions[0];
  const top = !first || at.end <= first.start;
  const directives = top ? (typed.includes('=') ? emptyDirective(typed) : directiveItems(ask)) : nothing;
  const items = [...directives, ...commentItems(file, typed, ask.reference.language)];
  return { at: { start: at.start + typed.length - name.length, end: offset }, items };
}

/** Where an instruction may begin. */
function onOwnLine(ask: Ask, offset: number): Completion {
  const { instructions, text } = ask.file;
  const first = instructions.every(({ start, instruction }) => start > offset || instruction.keyword !== 'FROM');
  const items = keywordItems(ask, { trigger: false, first, bare: false });
  const top = text.slice(0, offset).trim() === '' ? directiveItems(ask) : nothing;
  const whole = instructions.length === 0 ? starterItems(ask) : nothing;
  return { at: { start: offset, end: offset }, items: [...items, ...top, ...whole] };
}

function inInstruction(ask: Ask, placed: Placed, offset: number): Completion {
  const { file } = ask;
  const { text } = file;
  const trigger = placed.instruction.keyword === 'ONBUILD' && offset > placed.start + placed.instruction.keywordAt.end;
  const inner = trigger ? placed.instruction.trigger : undefined;
  const instruction = inner?.instruction ?? placed.instruction;
  const start = placed.start + (inner?.start ?? 0);
  const none = noneAt(offset);
  const keywordAt = { start: start + instruction.keywordAt.start, end: start + instruction.keywordAt.end };
  if ((trigger && !inner) || offset <= keywordAt.end) {
    const at = trigger && !inner ? { start: offset, end: offset } : keywordAt;
    // a keyword may be written over several lines, and what is before it is a continuation
    if (offset < at.start || text.slice(at.start, at.end).includes('\n')) return none;
    const bare = /\S/.test(text.slice(at.end, Math.min(placed.end, at.end + longestWord)));
    const first = file.instructions.slice(0, placed.index).every((each) => each.instruction.keyword !== 'FROM');
    return { at, items: keywordItems(ask, { trigger, first, bare }) };
  }
  const keyword = instructionKeyword(instruction.keyword);
  const place = placeIn(file, placed, offset);
  if (!keyword || !place) return none;
  const { word, typed, index } = place;
  const tags = tagCompletion(ask, place);
  if (tags) return tags;
  const open = /\$(?:\{[A-Za-z_]?\w*|[A-Za-z_]?\w*)$/.exec(typed)?.[0];
  if (open !== undefined && INSTRUCTIONS[keyword].expandsVariables !== 'no' && typed.at(-open.length - 1) !== '\\') {
    const end = offset + /^\w*\}?/.exec(text.slice(offset, word.end))![0].length;
    const closes = open.startsWith('${') || text[end - 1] !== '}';
    const at = { start: offset - open.length, end: closes ? end : end - 1 };
    return { at, items: variableItems(ask, place, open.startsWith('${') ? '${' : '$') };
  }
  if (typed.startsWith('--') && typed.includes('=') && index === 0) {
    const { from, items } = flagValues(ask, place, keyword);
    const end = offset + /^[^,]*/.exec(text.slice(offset, word.end))![0].length;
    return { at: { start: from, end }, items };
  }
  const flags = index === 0 && /^(?:-|$)/.test(typed) ? flagItems(ask, place, keyword) : nothing;
  const more = typed.startsWith('-') ? nothing : argumentItems(ask, place, keyword);
  return { at: word, items: [...more, ...flags] };
}
