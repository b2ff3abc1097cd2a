import { emptyEnvironment, expand } from '../../syntax/expand';
import {
  type ImageReference,
  isReference,
  parseImageReference,
  type ReferenceError,
} from '../../syntax/imageReference';
import type { Flag, Instruction } from '../../syntax/instruction';
import { type Span, shift } from '../../text/span';
import type { Dockerfile, Placed } from '../dockerfile';
import { fact } from '../fact';
import { mountsOf } from '../mounts';
import { type Stage, stageNamed, stagesOf } from '../stages';
import { fix, type Problem } from './draft';

/** A stage or image that an instruction takes files from. Spans count in the instruction. */
interface Source {
  readonly kind: 'copy' | 'mount';
  readonly text: string;
  readonly at: Span;
}

const noSources: readonly Source[] = [];

/** What COPY --from and RUN --mount=from= name; nothing where the name is refused as it is. */
const sourcesOf = fact((instruction: Instruction): readonly Source[] => {
  const { keyword, flags } = instruction;
  if (flags.length === 0) return noSources;
  if (keyword === 'COPY') {
    const flag = instruction.flag('from');
    return flag?.value && !changes(flag, instruction.escape)
      ? [{ kind: 'copy', text: flag.value, at: flag.valueAt }]
      : noSources;
  }
  if (keyword !== 'RUN') return noSources;
  const sources: Source[] = [];
  for (const mount of mountsOf(instruction)) {
    const field = mount.get('from');
    const type = mount.get('type')?.value?.toLowerCase();
    if (!field?.value || field.value.includes('$') || type === 'tmpfs') continue;
    sources.push({ kind: 'mount', text: field.value, at: field.valueAt });
  }
  return sources;
});

/** True where the builder finds a variable, a quote or an escape in a value that takes none. */
function changes(flag: Flag, escape: string): boolean {
  return expand(flag.value!, emptyEnvironment, { escape }).result !== flag.value;
}

interface Link {
  readonly from: Stage;
  readonly to: Stage;
  readonly source: Source;
  readonly placed: Placed;
}

/** What the builder refuses about the stages and images of a file. */
export function checkStages(file: Dockerfile): readonly Problem[] {
  const stages = stagesOf(file);
  const problems: Problem[] = [];
  const links: Link[] = [];
  // images that are no stages count like stages of a higher number
  let count = stages.length;
  for (const stage of stages) {
    checkBase(stage, problems);
    for (let index = stage.first + 1; index < stage.last; index++) {
      const placed = file.instructions[index]!;
      const { instruction, start } = placed;
      if (instruction.flags.length === 0) continue;
      if (instruction.keyword === 'COPY') checkFrom(placed, problems);
      for (const source of sourcesOf(instruction)) {
        const index = source.kind === 'copy' ? indexOf(source.text) : undefined;
        const to = index === undefined ? stageNamed(file, source.text) : stages[index];
        if (to) links.push({ from: stage, to, source, placed });
        else if (index === undefined) {
          count++;
          if (source.text !== 'scratch') checkImage(source.text, shift(source.at, start), problems);
        } else if (index < 0 || index >= count) {
          problems.push({ code: 'stage-index', at: shift(source.at, start), values: [source.text] });
        }
      }
    }
  }
  if (links.length > 0) checkLinks(stages, links, problems);
  return problems;
}

const indexOf = (text: string): number | undefined => (/^[+-]?\d+$/.test(text) ? Number(text) : undefined);

function checkFrom({ instruction, start }: Placed, problems: Problem[]): void {
  const flag = instruction.flag('from');
  if (!flag?.value || !changes(flag, instruction.escape)) return;
  problems.push({ code: 'flag-variable', at: shift(flag.valueAt, start), values: ['from'] });
}

function checkBase({ base }: Stage, problems: Problem[]): void {
  // an image that build arguments can change is the business of a rule
  if (!base.error || base.text === '' || base.text.includes('$') || base.resolved === '') return;
  report(base.resolved, base.error, base.at, problems, base.resolved === base.text);
}

/** References are read once a text: most files name few images many times. */
function checkImage(text: string, at: Span, problems: Problem[]): void {
  const result: ImageReference | ReferenceError = parseImageReference(text);
  if (!isReference(result)) report(text, result, at, problems, true);
}

function report(text: string, { error }: ReferenceError, at: Span, problems: Problem[], plain: boolean): void {
  if (error === 'uppercase') {
    const fixes = plain ? [fix('replace', [text.toLowerCase()], { at, text: lowerName(text) })] : [];
    problems.push({ code: 'image-uppercase', at, values: [text], fixes });
  } else {
    const code = error.startsWith('digest') ? 'image-digest' : 'image-reference';
    problems.push({ code, at, values: [text] });
  }
}

/** The name in lower case; a tag may have capitals. */
function lowerName(text: string): string {
  const end = text.slice(text.lastIndexOf('/') + 1).search(/[:@]/);
  const from = end < 0 ? text.length : text.lastIndexOf('/') + 1 + end;
  return text.slice(0, from).toLowerCase() + text.slice(from);
}

/** A stage can only take from stages above it, and never in a circle. */
function checkLinks(stages: readonly Stage[], links: readonly Link[], problems: Problem[]): void {
  const targets = stages.map((): number[] => []);
  for (const { from, to } of links) targets[from.index]!.push(to.index);
  const component = components(targets);
  for (const { from, to, source, placed } of links) {
    if (to.index < from.index && component[to.index] !== component[from.index]) continue;
    // in a circle, what points downwards is to blame
    if (to.index < from.index) continue;
    const code = component[to.index] === component[from.index] ? 'stage-cycle' : 'stage-later';
    problems.push({ code, at: shift(source.at, placed.start), values: [source.text] });
  }
}

/** For each node the number of its strongly connected component (Tarjan, without recursion). */
function components(targets: readonly (readonly number[])[]): readonly number[] {
  const order: number[] = targets.map(() => -1);
  const low: number[] = targets.map(() => -1);
  const component: number[] = targets.map(() => -1);
  const open: number[] = [];
  let counter = 0;
  let number = 0;
  for (let root = 0; root < targets.length; root++) {
    if (order[root]! >= 0) continue;
    const path: { node: number; next: number }[] = [{ node: root, next: 0 }];
    while (path.length > 0) {
      const top = path.at(-1)!;
      const { node } = top;
      if (top.next === 0) {
        order[node] = low[node] = counter++;
        open.push(node);
      }
      const target = targets[node]![top.next++];
      if (target !== undefined) {
        if (order[target]! < 0) path.push({ node: target, next: 0 });
        else if (component[target]! < 0) low[node] = Math.min(low[node]!, order[target]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent) low[parent.node] = Math.min(low[parent.node]!, low[node]!);
      if (low[node] !== order[node]) continue;
      for (let each = open.pop()!; ; each = open.pop()!) {
        component[each] = number;
        if (each === node) break;
      }
      number++;
    }
  }
  return component;
}
