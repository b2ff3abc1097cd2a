import type { Instruction } from '../syntax/instruction';
import { type Span, shift, touches } from '../text/span';
import { type Block, blocksOf, factOfSome, typedInStage } from './block';
import type { Dockerfile, Placed, Replacement } from './dockerfile';
import { fact } from './fact';
import { frontendOf } from './frontend';
import type { Knowledge } from './problems/checks';
import { directiveProblems } from './problems/directives';
import { type Draft, fix, type Problem, shiftProblem } from './problems/draft';
import { checkedOf } from './problems/instruction';
import { longLines } from './problems/longLines';
import { checkStages, type Taker } from './problems/stages';
import { rootOf, type Stage, stageAt, stagesOf } from './stages';
import { type Scope, type StageScopes, scopeAt, scopesOfStages } from './variables';

export type { Problem } from './problems/draft';

export interface ProblemOptions {
  /** Where somebody is typing: the keyword there is not called unknown. */
  readonly cursor?: number | undefined;
  /** An empty file, or one of comments alone, is no error. */
  readonly editing?: boolean | undefined;
}

/**
 * All that the builder refuses in a file, as far as that shows without network and build arguments (BuildKit's parser,
 * its reading of instructions, its conversion). Unlike BuildKit it does not stop at the first; what follows from another
 * problem is left out.
 */
export function problemsOf(file: Dockerfile, options: ProblemOptions): readonly Problem[] {
  const problems: Problem[] = [...directiveProblems(file)];
  if (file.instructions.length === 0) {
    if (!options.editing && problems.length === 0)
      problems.push({ code: 'no-instructions', at: firstLine(file), values: [] });
    return problems;
  }
  problems.push(...longLines(file));
  const typing = typedAt(file, options.cursor);
  for (const found of inBlocks(file)) {
    for (const { index, problem } of found) if (index !== typing?.index) problems.push(problem);
  }
  problems.push(...fromProblems(file, typing), ...ofStages(file));
  return problems;
}

/** A problem of the file's instruction `index`. */
interface Indexed {
  readonly index: number;
  readonly problem: Problem;
}

/** What the builder refuses in the instructions of each block: found anew where a block or what it sees is another. */
const inBlocks = fact((file: Dockerfile): readonly (readonly Indexed[])[] => {
  const blocks = blocksOf(file);
  const scopes = scopesOfStages(file);
  const replacement = typedInStage(file);
  const known = replacement && inBlocks.known(replacement.of);
  if (!known) return blocks.map((_, i) => inBlock(file, i));
  const [blocksBefore, scopesBefore] = [blocksOf(replacement.of), scopesOfStages(replacement.of)];
  return known.map((found, i) => {
    if (blocks[i]!.block !== blocksBefore[i]!.block || scopes[i - 1] !== scopesBefore[i - 1]) return inBlock(file, i);
    if (found.length === 0) return found;
    return found.map(({ index, problem }) => ({ index, problem: moved(problem, replacement) }));
  });
});

/** A problem elsewhere than in what was replaced. */
const moved = (problem: Problem, { from, by }: Replacement<Dockerfile>): Problem =>
  by === 0 || problem.at.start < from ? problem : shiftProblem(problem, by, problem.hint === true);

function inBlock(file: Dockerfile, place: number): readonly Indexed[] {
  const { block, first } = blocksOf(file)[place]!;
  const found: Indexed[] = [];
  for (const drafts of [checksOf(block).drafts, lateDrafts(file, block, stagesOf(file)[place - 1])]) {
    for (const { index, draft } of drafts) {
      const placed = file.instructions[first + index]!;
      const problem = problemOf(file, placed, draft);
      if (problem) found.push({ index: placed.index, problem });
    }
  }
  return found;
}

/** What the builder refuses about stages and images that instructions name. */
const ofStages = fact((file: Dockerfile): readonly Problem[] => {
  const replacement = typedInStage(file);
  const known = replacement && ofStages.known(replacement.of);
  const takes = (instruction: Instruction) => checkedOf(instruction).sources.length > 0;
  if (known && !takes(replacement.before) && !takes(replacement.after)) {
    return known.length === 0 ? known : known.map((problem) => moved(problem, replacement));
  }
  const takers: Taker[] = [];
  for (const { block, first } of blocksOf(file)) {
    for (const { index, sources } of checksOf(block).sources) {
      takers.push({ placed: file.instructions[first + index]!, sources });
    }
  }
  return checkStages(file, takers);
});

/** The instructions of a block of which something is or may have to be said. */
const checkedIn = factOfSome((instruction) => {
  const checked = checkedOf(instruction);
  return checked.drafts.length + checked.late.length + checked.sources.length > 0 ? checked : undefined;
});

/** What the instructions of a block need to have said, checked later or looked up. Indices count in the block. */
const checksOf = fact((block: Block) => {
  const drafts: IndexedDraft[] = [];
  const late: number[] = [];
  const sources: { readonly index: number; readonly sources: Taker['sources'] }[] = [];
  for (const { index, value: checked } of checkedIn(block)) {
    for (const draft of checked.drafts) drafts.push({ index, draft });
    if (checked.late.length > 0) late.push(index);
    if (checked.sources.length > 0) sources.push({ index, sources: checked.sources });
  }
  return { drafts, late, sources };
});

interface IndexedDraft {
  readonly index: number;
  readonly draft: Draft;
}

/** What hangs on the values of variables. */
function lateDrafts(file: Dockerfile, block: Block, stage: Stage | undefined): readonly IndexedDraft[] {
  if (checksOf(block).late.length === 0) return [];
  if (!stage) return checkLate(block, (index) => scopeAt(file, index), true);
  // no base image can define a name upon `scratch`
  const closed = rootOf(file, stage).base.scratch;
  return (closed ? lateUponScratch : lateUponImage)(scopesOfStages(file)[stage.index]!);
}

const lateUponScratch = fact(({ block, before }: StageScopes) => checkLate(block, (index) => before[index]!, true));
const lateUponImage = fact(({ block, before }: StageScopes) => checkLate(block, (index) => before[index]!, false));

function checkLate(block: Block, scopeOf: (index: number) => Scope, closed: boolean): readonly IndexedDraft[] {
  const found: IndexedDraft[] = [];
  for (const index of checksOf(block).late) {
    const instruction = block.instructions[index]!;
    const drafts = lateDraftsOf(instruction, scopeOf(index), closed || instruction.keyword === 'FROM');
    for (const draft of drafts) found.push({ index, draft });
  }
  return found;
}

interface LateDrafts {
  readonly scope: Scope;
  readonly closed: boolean;
  readonly drafts: readonly Draft[];
}

/** What was found last: most instructions see the same scope in the next version of a file. */
const lastLate = fact((_instruction: Instruction): { found?: LateDrafts } => ({}));

function lateDraftsOf(instruction: Instruction, scope: Scope, closed: boolean): readonly Draft[] {
  const last = lastLate(instruction);
  if (last.found?.scope !== scope || last.found.closed !== closed) {
    const drafts = checkedOf(instruction).late.flatMap((check) => check(new ScopeKnowledge(scope, closed)));
    last.found = { scope, closed, drafts };
  }
  return last.found.drafts;
}

/** Undefined where the front end that the file asks for takes it. */
function problemOf(file: Dockerfile, placed: Placed, each: Draft): Problem | undefined {
  if (each.labs && frontendOf(file) === 'labs') return undefined;
  const soft = each.soft === true && frontendOf(file) === 'other';
  const hint = soft || (each.hint === true && !triggersHere(file, placed));
  const problem = shiftProblem(each, placed.start, hint);
  return each.code === 'unknown-instruction' ? withContinuation(file, placed, problem) : problem;
}

/** True where a stage of the same file is built upon the one that holds this ONBUILD, so that its trigger runs. */
function triggersHere(file: Dockerfile, placed: Placed): boolean {
  const stage = stageAt(file, placed.index);
  return stage !== undefined && stagesOf(file).some(({ base }) => base.parent === stage);
}

/** What begins like the rest of a command most often lacks the escape character at the end of the line above. */
function withContinuation(file: Dockerfile, placed: Placed, problem: Problem): Problem {
  const above = file.instructions[placed.index - 1];
  const { written, heredocs } = placed.instruction;
  if (!above || above.instruction.heredocs.length > 0 || heredocs.length > 0) return problem;
  if (!/^(?:&&|\|\|?|;|--?[a-z])/.test(written) || !/^[ \t]*$/.test(file.text.slice(above.next, placed.start)))
    return problem;
  const at = { start: above.end, end: above.end };
  return { ...problem, fixes: [fix('continue-line', [file.escape], { at, text: ` ${file.escape}` })] };
}

const firstLine = (file: Dockerfile): Span => ({ start: file.source.lineStart(0), end: file.source.lineEnd(0) });

/** The instruction whose unknown keyword the cursor touches: it may become a known one. */
function typedAt(file: Dockerfile, cursor: number | undefined): Placed | undefined {
  const placed = cursor === undefined ? undefined : file.at(cursor);
  if (!placed || placed.instruction.known) return undefined;
  const { start, end } = placed.instruction.keywordAt;
  return touches({ start: placed.start + start, end: placed.start + end }, cursor!) ? placed : undefined;
}

/** Nothing but ARG may stand before the first FROM, and there must be one. */
function* fromProblems(file: Dockerfile, typing: Placed | undefined): Iterable<Problem> {
  const { instructions } = file;
  const first = instructions.find(({ instruction }) => instruction.keyword !== 'ARG');
  if (first?.instruction.keyword === 'FROM') return;
  // a misspelt FROM is one problem, not two
  if (first && (first === typing || meant(first) === 'FROM')) return;
  if (!first) {
    yield { code: 'no-from', at: firstLine(file), values: [] };
    return;
  }
  const { instruction, start } = first;
  const at = shift(instruction.keywordAt, start);
  if (stagesOf(file).length === 0) {
    // where the builder sees it, too
    yield { code: 'no-from', at, values: [], as: ['DL3061'] };
    return;
  }
  if (!instruction.known) return;
  yield { code: 'before-from', at, values: [instruction.keyword], as: ['DL3061'] };
}

const meant = ({ instruction }: Placed): string | undefined =>
  instruction.known ? instruction.keyword : checkedOf(instruction).drafts[0]?.values[1];

/** What is longer is neither a port, a signal, a mode nor an image, and patterns take long over it. */
const longestValue = 256;

/** What is known of variables at one instruction, without build arguments and without the base image. */
class ScopeKnowledge implements Knowledge {
  unknown = false;

  /** @param closed true where no base image can define a name: before and in FROM, and upon `scratch` */
  constructor(
    private readonly scope: Scope,
    private readonly closed: boolean,
  ) {}

  get(name: string): string | undefined {
    const definition = this.scope.get(name);
    if (definition) {
      const { text, assumed, cut } = definition.value;
      if (text !== undefined && text.length <= longestValue && !assumed && !cut) return text;
    } else if (this.closed) return undefined;
    this.unknown = true;
    return 'x';
  }
}
