import {
  type ImageReference,
  isReference,
  parseImageReference,
  type ReferenceError,
} from '../../syntax/imageReference';
import { type Span, shift } from '../../text/span';
import type { Dockerfile, Placed } from '../dockerfile';
import { type Stage, stageAt, stageNamed, stagesOf } from '../stages';
import type { Source } from './checks';
import { fix, type Problem } from './draft';

interface Link {
  readonly from: Stage;
  readonly to: Stage;
  readonly source: Source;
  readonly placed: Placed;
}

/** An instruction that takes files from a stage or an image. */
export interface Taker {
  readonly placed: Placed;
  readonly sources: readonly Source[];
}

/** What the builder refuses about the stages and images of a file; `takers` in the order of the file. */
export function checkStages(file: Dockerfile, takers: readonly Taker[]): readonly Problem[] {
  const stages = stagesOf(file);
  const problems: Problem[] = [];
  for (const stage of stages) checkBase(stage, problems);
  const links: Link[] = [];
  // images that are no stages count like stages of a higher number
  let count = stages.length;
  for (const { placed, sources } of takers) {
    const from = stageAt(file, placed.index);
    if (!from) continue;
    for (const source of sources) {
      const index = source.kind === 'copy' ? indexOf(source.text) : undefined;
      const to = index === undefined ? stageNamed(file, source.text) : stages[index];
      const at = shift(source.at, placed.start);
      if (to) links.push({ from, to, source, placed });
      else if (index === undefined) {
        count++;
        if (source.text !== 'scratch') checkImage(source.text, at, problems);
      } else if (index < 0 || index >= count) {
        problems.push({ code: 'stage-index', at, values: [source.text], as: ['DL3022'] });
      }
    }
  }
  if (links.length > 0) checkLinks(stages, links, problems);
  return problems;
}

const indexOf = (text: string): number | undefined => (/^[+-]?\d+$/.test(text) ? Number(text) : undefined);

function checkBase({ base }: Stage, problems: Problem[]): void {
  // an image that build arguments can change is the business of a rule
  if (!base.error || base.text === '' || base.text.includes('$') || base.resolved === '') return;
  report(
    base.resolved,
    base.error,
    base.at,
    problems,
    base.resolved === base.text,
    tagged(base.text) ? [] : ['DL3006'],
  );
}

/** True where a reference names a tag or a digest. */
const tagged = (text: string): boolean => /[:@]/.test(text.slice(text.lastIndexOf('/') + 1));

function checkImage(text: string, at: Span, problems: Problem[]): void {
  const result: ImageReference | ReferenceError = parseImageReference(text);
  if (!isReference(result)) report(text, result, at, problems, true);
}

function report(
  text: string,
  { error }: ReferenceError,
  at: Span,
  problems: Problem[],
  plain: boolean,
  as: readonly string[] = [],
): void {
  if (error === 'uppercase') {
    const fixes = plain ? [fix('replace', [text.toLowerCase()], { at, text: lowerName(text) })] : [];
    problems.push({ code: 'image-uppercase', at, values: [text], fixes, as });
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
    // hadolint looks at COPY alone
    const as = source.kind === 'copy' ? [to === from ? 'DL3023' : 'DL3022'] : [];
    problems.push({ code, at: shift(source.at, placed.start), values: [source.text], as });
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
