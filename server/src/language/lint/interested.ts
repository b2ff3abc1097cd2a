import { commandNamesAt } from '../model/commandNames';
import { notesByCode } from '../model/shellcheck';
import type { InstructionView } from '../model/view';
import type { Keyword } from '../syntax/instruction';
import type { ActiveRule } from './config';

const running: ReadonlySet<string> = new Set<Keyword>(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

/**
 * The rules that look at instructions of one keyword. Most of those on RUN are about a few commands, notes or words: they are
 * found by these, since asking each of them about each RUN takes more time than all that they do.
 */
export class Interested {
  /** By the place in `all`: whether the rule says neither which commands nor which notes it wants. */
  private readonly always: boolean[];
  private readonly byCommand = new Map<string, number[]>();
  private readonly byNote = new Map<string, number[]>();

  constructor(readonly all: readonly ActiveRule[]) {
    for (const [place, { rule }] of all.entries()) {
      for (const name of rule.commands ?? []) add(this.byCommand, name, place);
      for (const code of rule.notes ?? []) add(this.byNote, code, place);
    }
    this.always = all.map(({ rule }) => !rule.commands && !rule.notes);
  }

  /** Those that look at a certain instruction, in the order of all. */
  in(view: InstructionView): readonly ActiveRule[] {
    const { all, byCommand, byNote, always } = this;
    const { keyword, text } = view.instruction;
    let asked: readonly boolean[] | undefined;
    if (byCommand.size + byNote.size > 0 && running.has(keyword)) {
      const marks = always.slice();
      if (byCommand.size > 0) for (const name of commandNamesAt(view)) mark(marks, byCommand.get(name));
      if (byNote.size > 0) for (const code of notesByCode(view).keys()) mark(marks, byNote.get(code));
      asked = marks;
    }
    const list: ActiveRule[] = [];
    for (let place = 0; place < all.length; place++) {
      if (asked && !asked[place]) continue;
      const active = all[place]!;
      const { mentions } = active.rule;
      if (!mentions || mentions.test(text)) list.push(active);
    }
    return list;
  }
}

function mark(asked: boolean[], places: readonly number[] | undefined): void {
  if (places) for (const place of places) asked[place] = true;
}

function add(map: Map<string, number[]>, key: string, place: number): void {
  const list = map.get(key);
  if (list) list.push(place);
  else map.set(key, [place]);
}
