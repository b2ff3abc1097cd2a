import { scriptsOf, treeOf } from '../../model/scripts';
import { shellGaps } from '../../shell/blanks';
import { isBlank, isSpace } from '../../syntax/characters';
import { readFlags } from '../../syntax/flags';
import { heredocMarks } from '../../syntax/heredoc';
import type { Instruction, Pair } from '../../syntax/instruction';
import { forms } from '../../syntax/keywords';
import { splitBlanks, splitQuoted } from '../../syntax/words';
import type { Span } from '../../text/span';

/** A place of an instruction's joined line where the blanks, also none, say nothing to the builder or the shell. */
export interface Gap extends Span {
  /** What should stand there where no line breaks. */
  readonly blank: ' ' | '';
  /** In front of or behind a shell operator; of one operator always both, one after the other. */
  readonly beside?: 'before' | 'after' | undefined;
}

/**
 * The gaps of an instruction, ascending: none in quotes, in what is one word to the builder, or in a script that was not
 * understood.
 * @param posix whether its shell forms are in a shell of Bourne's family
 */
export function gapsOf(instruction: Instruction, posix: boolean): readonly Gap[] {
  const reader = new GapReader(0);
  reader.instruction(instruction, posix);
  if (instruction.heredocs.length === 0) return reader.gaps;
  const marks = heredocMarks(instruction.line.text);
  let mark = 0;
  return reader.gaps.filter(({ start, end }) => {
    while (mark < marks.length && marks[mark]!.at.end <= start) mark++;
    return mark >= marks.length || marks[mark]!.at.start >= end;
  });
}

class GapReader {
  readonly gaps: Gap[] = [];

  /** @param by how far into the outer instruction's joined line the inner one's begins */
  constructor(private readonly by: number) {}

  instruction(instruction: Instruction, posix: boolean): void {
    if (!instruction.known) return;
    const line = instruction.line.text;
    const { rest } = instruction;
    let at = 0;
    while (at < line.length && !isBlank(line.charCodeAt(at))) at++;
    for (const flag of readFlags(line, at).flags) {
      this.add(line, at, flag.start);
      at = flag.end;
    }
    if (rest.start >= rest.end) return;
    this.add(line, at, rest.start);
    this.arguments(instruction, posix);
  }

  private arguments(instruction: Instruction, posix: boolean): void {
    const line = instruction.line.text;
    const { start, end } = instruction.rest;
    const { json, pairs } = instruction;
    const form = forms[instruction.keyword];
    const [legacy] = pairs[0]?.legacy ? pairs : [];
    if (form === 'trigger') this.trigger(instruction, posix);
    else if (form === 'health') this.health(instruction, posix);
    else if (json) this.json(line, start);
    else if (form === 'json or whole') this.script(instruction, posix);
    else if (legacy) this.legacy(instruction, legacy);
    else if (form === 'pairs' || form === 'quoted')
      this.between(line, splitQuoted(line, start, end, instruction.escape));
    else if (form === 'blanks' || form === 'json or blanks') this.between(line, splitBlanks(line, start, end));
  }

  /** `ENV key value`. Quotes do not count in it for the builder, but do for who reads it. */
  private legacy({ line, rest, words }: Instruction, { key, value }: Pair): void {
    const keyEnd = key.joinedAt + key.text.length;
    if (words[0]!.text === key.text) this.add(line.text, keyEnd, value?.joinedAt ?? rest.end);
  }

  private health(instruction: Instruction, posix: boolean): void {
    const { line, rest, words, json } = instruction;
    const [type, first] = words;
    const from = json ? line.text.indexOf('[', rest.start) : first?.joinedAt;
    if (!type || from === undefined) return;
    this.add(line.text, rest.start + type.text.length, from);
    if (json) this.json(line.text, from);
    else this.script(instruction, posix);
  }

  private trigger({ line, rest, trigger }: Instruction, posix: boolean): void {
    const inner = trigger?.instruction;
    // ONBUILD may not hold another one
    if (!inner || inner.keyword === 'ONBUILD' || inner.line.text !== line.text.slice(rest.start)) return;
    const reader = new GapReader(this.by + rest.start);
    reader.instruction(inner, posix);
    for (const gap of reader.gaps) this.gaps.push(gap);
  }

  private script(instruction: Instruction, posix: boolean): void {
    const [script] = scriptsOf(instruction);
    if (!script || !posix || (script.kind !== 'line' && script.kind !== 'line-with-heredocs')) return;
    const { rest, words, line } = instruction;
    const from = script.kind === 'line' ? words.at(-1)!.joinedAt : rest.start;
    for (const { start, end, beside } of shellGaps(treeOf(script)) ?? []) {
      if (from + end > rest.end) break;
      this.add(line.text, from + start, from + end, ' ', beside);
    }
  }

  /** Outside of a JSON array's strings. */
  private json(line: string, start: number): void {
    let before = '[';
    for (let at = start + 1; at < line.length; ) {
      let next = at;
      while (next < line.length && isSpace(line.charCodeAt(next))) next++;
      const unit = line[next]!;
      this.add(line, at, next, before === ',' && unit !== ']' ? ' ' : '');
      if (unit === ']') return;
      at = next + 1;
      if (unit === '"') {
        while (at < line.length && line[at] !== '"') at += line[at] === '\\' ? 2 : 1;
        at++;
      }
      before = unit;
    }
  }

  private between(line: string, words: readonly Span[]): void {
    for (let i = 1; i < words.length; i++) this.add(line, words[i - 1]!.end, words[i]!.start);
  }

  private add(line: string, start: number, end: number, blank: Gap['blank'] = ' ', beside?: Gap['beside']): void {
    for (let at = start; at < end; at++) if (!isSpace(line.charCodeAt(at))) return;
    this.gaps.push({ start: start + this.by, end: end + this.by, blank, beside });
  }
}
