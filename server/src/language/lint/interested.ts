import { commandNamesAt } from '../model/commandNames';
import { notesByCode } from '../model/shellcheck';
import type { InstructionView } from '../model/view';
import type { Keyword } from '../syntax/instruction';
import type { ActiveRule } from './config';

const running: ReadonlySet<string> = new Set<Keyword>(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

/**
 * The rules that look at instructions of one keyword. Most of those on RUN are about a few commands or notes: they are found by
 * these, since asking each of them about each RUN takes more time than all that they do.
 */
export class Interested {
  /** Places in `all` of the rules that say neither which commands nor which notes they want. */
  private readonly always: number[] = [];
  private readonly byCommand = new Map<string, number[]>();
  private readonly byNote = new Map<string, number[]>();

  constructor(readonly all: readonly ActiveRule[]) {
    for (const [place, { rule }] of all.entries()) {
      for (const name of rule.commands ?? []) add(this.byCommand, name, place);
      for (const code of rule.notes ?? []) add(this.byNote, code, place);
      if (!rule.commands && !rule.notes) this.always.push(place);
    }
  }

  /** Those that look at a certain instruction, in the order of all. */
  in(view: InstructionView): readonly ActiveRule[] {
    if (this.always.length === this.all.length || !running.has(view.instruction.keyword)) return this.all;
    const places = new Set(this.always);
    const want = (place: number) => places.add(place);
    if (this.byCommand.size > 0) for (const name of commandNamesAt(view)) this.byCommand.get(name)?.forEach(want);
    if (this.byNote.size > 0) for (const code of notesByCode(view).keys()) this.byNote.get(code)?.forEach(want);
    return this.all.filter((_, place) => places.has(place));
  }
}

function add(map: Map<string, number[]>, key: string, place: number): void {
  const list = map.get(key);
  if (list) list.push(place);
  else map.set(key, [place]);
}
