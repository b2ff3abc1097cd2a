import { cursorAt } from '../model/cursor';
import type { Dockerfile } from '../model/dockerfile';
import { scriptsOf, treeOf } from '../model/scripts';
import { stageAt } from '../model/stages';
import type { Instruction } from '../syntax/instruction';
import { type Span, shift, touches } from '../text/span';
import { interpretedAt } from './shell/interpretedAt';
import { spansAround } from './shell/spansAround';

/**
 * What grows around an offset, from the innermost on: letters, word or flag, command, pipeline, arguments, instruction,
 * stage, file. Each span is longer than the one before and holds it; offsets count in the file.
 */
export function selectionRange(file: Dockerfile, offset: number): readonly Span[] {
  const at = Math.min(Math.max(offset, 0), file.text.length);
  const spans: Span[] = [lettersAt(file.text, at), cursorAt(file, at).at];
  const placed = file.at(at);
  if (placed) {
    const { instruction, start, index, end } = placed;
    const { trigger } = instruction;
    for (const span of inInstruction(instruction)) spans.push(shift(span, start));
    if (trigger) for (const span of inInstruction(trigger.instruction)) spans.push(shift(span, start + trigger.start));
    for (const script of scriptsOf(instruction)) {
      if (!interpretedAt(file, index, script)) continue;
      const place = (span: Span) => shift(script.spanAt(span.start, span.end), start);
      spans.push(...spansAround(treeOf(script).body, place, at));
    }
    spans.push({ start, end });
    const stage = stageAt(file, index);
    if (stage) spans.push({ start: stage.from.start, end: file.instructions[stage.last - 1]!.end });
  }
  spans.push({ start: 0, end: file.text.length });
  return chain(spans.filter((span) => touches(span, at)));
}

function* inInstruction(instruction: Instruction): Iterable<Span> {
  const { words, pairs, flags, json, heredocs, argumentAt, text } = instruction;
  for (const { at } of words) yield at;
  for (const { at, key, value } of pairs) {
    yield key.at;
    if (value) yield value.at;
    yield at;
  }
  for (const { at, valueAt } of flags) {
    yield valueAt;
    yield at;
  }
  for (const { at } of json ?? []) {
    yield { start: at.start + 1, end: Math.max(at.end - 1, at.start + 1) };
    yield at;
  }
  for (const { body, terminator } of heredocs) {
    yield body;
    yield { start: body.start, end: terminator.end };
  }
  yield argumentAt;
  if (heredocs.length > 0) yield { start: argumentAt.start, end: text.length };
}

const letter = /[\p{L}\p{N}_]/u;

/** The letters and digits around an offset; empty where none touches it. */
function lettersAt(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && letter.test(text[start - 1]!)) start--;
  while (end < text.length && letter.test(text[end]!)) end++;
  return { start, end };
}

/** The spans by length, without those that do not hold the ones before. */
function chain(spans: Span[]): readonly Span[] {
  spans.sort((a, b) => a.end - a.start - (b.end - b.start));
  const kept: Span[] = [];
  for (const span of spans) {
    const inner = kept.at(-1);
    const holds = !inner || (span.start <= inner.start && inner.end <= span.end);
    if (holds && (!inner || span.end - span.start > inner.end - inner.start)) kept.push(span);
  }
  return kept;
}
