/** Where stages and variables are named in a file: what navigation and rename stand on. Not on the keystroke path. */

import { type Span, shift, touches } from '../text/span';
import type { Definition } from './definitions';
import type { Dockerfile } from './dockerfile';
import { fact } from './fact';
import { stageReferences } from './references';
import { shellUses } from './shellUses';
import { type Stage, stagesOf } from './stages';
import { variableUses } from './uses';
import { definitionNameAt, definitionsOf, scopeAt, scopeOfUse } from './variables';

/** One place where a stage or a variable is named. Offsets count in the file. */
export interface Mention {
  readonly kind: 'stage' | 'variable';
  readonly role: 'definition' | 'reference';
  readonly name: string;
  /** The name alone. */
  readonly at: Span;
  /** The instruction's index in the file. */
  readonly index: number;
  /** Mentions with the same number mean the same thing. */
  readonly symbol: number;
  /** In a shell's text; there the script may give the name a value of its own. */
  readonly shell: boolean;
  /** A stage named by its number: there is no name to change. */
  readonly byNumber: boolean;
  readonly stage: Stage | undefined;
  /** What the name stands for there; undefined where nothing defines it. */
  readonly definition: Definition | undefined;
}

interface Mentions {
  /** Sorted by place. */
  readonly list: readonly Mention[];
  readonly bySymbol: ReadonlyMap<number, readonly Mention[]>;
}

/** All mentions in a file, sorted by place. */
export const mentionsOf = (file: Dockerfile): readonly Mention[] => mentions(file).list;

/** What is named at an offset; a cursor right behind a name still touches it. */
export function symbolAt(file: Dockerfile, offset: number): Mention | undefined {
  const { list } = mentions(file);
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.at.start > offset) high = middle;
    else low = middle + 1;
  }
  const found = list[low - 1];
  return found && touches(found.at, offset) ? found : undefined;
}

/** All mentions of what `mention` names, itself among them, sorted by place. */
export const referencesOf = (file: Dockerfile, mention: Mention): readonly Mention[] =>
  mentions(file).bySymbol.get(mention.symbol) ?? [];

const mentions = fact((file: Dockerfile): Mentions => {
  const collector = new Collector(file);
  collector.stages();
  collector.variables();
  const list = collector.list.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  const bySymbol = new Map<number, Mention[]>();
  for (const mention of list) {
    const others = bySymbol.get(mention.symbol);
    if (others) others.push(mention);
    else bySymbol.set(mention.symbol, [mention]);
  }
  return { list, bySymbol };
});

const plain = { shell: false, byNumber: false, stage: undefined, definition: undefined } as const;

class Collector {
  readonly list: Mention[] = [];
  private readonly numbers = new Map<unknown, number>();
  private readonly leaders = new Map<Definition, Definition>();

  constructor(private readonly file: Dockerfile) {}

  stages(): void {
    for (const stage of stagesOf(this.file)) {
      const { name, base, first: index } = stage;
      const about = { ...plain, kind: 'stage' as const, index };
      if (name) {
        const { text, at } = name;
        this.list.push({ ...about, role: 'definition', name: text, at, symbol: this.number(stage), stage });
      }
      const { parent } = base;
      // a name that is put together from variables cannot be renamed in one piece
      if (parent && base.text === base.resolved) {
        const symbol = this.number(parent);
        this.list.push({ ...about, role: 'reference', name: base.text, at: base.at, symbol, stage: parent });
      }
    }
    for (const { stage, text, at, index, byNumber } of stageReferences(this.file).flat()) {
      if (!stage) continue;
      const symbol = this.number(stage);
      this.list.push({ ...plain, kind: 'stage', role: 'reference', name: text, at, index, symbol, stage, byNumber });
    }
  }

  variables(): void {
    const { file } = this;
    for (const definition of definitionsOf(file)) {
      const { previous, global } = definition;
      if (previous) this.join(definition, previous);
      if (global) this.join(definition, global);
    }
    for (const definition of definitionsOf(file)) {
      const at = definitionNameAt(file, definition)!;
      const index = file.at(at.start)?.index ?? -1;
      // a name made of variables or quotes is no name to go to
      if (definition.pair?.key.text !== definition.name) continue;
      this.variable('definition', definition.name, at, index, false, definition);
    }
    for (const { instruction, index, start } of file.instructions) {
      for (const use of variableUses(instruction)) {
        const definition = scopeOfUse(file, index, use).get(use.name);
        this.variable('reference', use.name, shift(use.nameAt, start), index, false, definition);
      }
      for (const { name, nameAt } of shellUses(instruction)) {
        const definition = scopeAt(file, index).get(name);
        if (definition) this.variable('reference', name, shift(nameAt, start), index, true, definition);
      }
    }
  }

  private variable(
    role: Mention['role'],
    name: string,
    at: Span,
    index: number,
    shell: boolean,
    definition: Definition | undefined,
  ): void {
    const leader = definition && this.leader(definition);
    // what no instruction defines is one thing by its name
    const symbol = this.number(leader && leader.ordinal >= 0 ? leader : `$${name}`);
    // written out: a spread of these costs six times as much as all the rest
    this.list.push({
      kind: 'variable',
      role,
      name,
      at,
      index,
      symbol,
      shell,
      byNumber: false,
      stage: undefined,
      definition,
    });
  }

  private number(thing: unknown): number {
    let number = this.numbers.get(thing);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(thing, number);
    }
    return number;
  }

  /** The one definition that stands for all that are joined with this one. */
  private leader(definition: Definition): Definition {
    let leader = definition;
    for (let next = this.leaders.get(leader); next; next = this.leaders.get(leader)) leader = next;
    // the next search takes one step
    for (let at = definition; at !== leader; ) {
      const next = this.leaders.get(at)!;
      this.leaders.set(at, leader);
      at = next;
    }
    return leader;
  }

  /** The earlier one leads. */
  private join(definition: Definition, earlier: Definition): void {
    const a = this.leader(definition);
    const b = this.leader(earlier);
    if (a !== b) this.leaders.set(a, b);
  }
}
