import { type Directive, detectSyntax } from '../syntax/directives';
import type { Instruction } from '../syntax/instruction';
import type { Span } from '../text/span';
import { touches } from '../text/span';
import { type Block, blocksOf, factOfSome } from './block';
import type { Dockerfile, Placed } from './dockerfile';
import { fact } from './fact';
import type { Knowledge } from './problems/checks';
import { type Draft, fix, type Problem, replaceFix, shiftProblem } from './problems/draft';
import { checkedOf } from './problems/instruction';
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
  const problems: Problem[] = [...directiveProblems(file.directives.list, file)];
  if (file.instructions.length === 0) {
    if (!options.editing && problems.length === 0)
      problems.push({ code: 'no-instructions', at: firstLine(file), values: [] });
    return problems;
  }
  problems.push(...longLines(file));
  const typing = typedAt(file, options.cursor);
  const takers: Taker[] = [];
  const stages = stagesOf(file);
  for (const [i, { block, first }] of blocksOf(file).entries()) {
    const { drafts, sources } = checksOf(block);
    const at = (index: number): Placed => file.instructions[first + index]!;
    for (const { index, sources: taken } of sources) takers.push({ placed: at(index), sources: taken });
    for (const { index, draft } of drafts) if (at(index) !== typing) emit(problems, file, at(index), draft);
    for (const { index, draft } of lateDrafts(file, block, stages[i - 1])) emit(problems, file, at(index), draft);
  }
  problems.push(...fromProblems(file, typing), ...checkStages(file, takers));
  return problems;
}

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

function emit(problems: Problem[], file: Dockerfile, placed: Placed, each: Draft): void {
  if (each.labs && frontendOf(file) === 'labs') return;
  const soft = each.soft === true && frontendOf(file) === 'other';
  const hint = soft || (each.hint === true && !triggersHere(file, placed));
  const problem = shiftProblem(each, placed.start, hint);
  problems.push(each.code === 'unknown-instruction' ? withContinuation(file, placed, problem) : problem);
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

/** The builder's scanner takes no line of more bytes, its line break not counted. */
const longestLine = 65_535;

function* longLines(file: Dockerfile): Iterable<Problem> {
  const { source, text, instructions } = file;
  // a UTF-16 unit is at most three bytes
  const mayBeLong = (start: number, end: number) => (end - start) * 3 > longestLine;
  let from = 0;
  for (const { next } of instructions) {
    // an instruction and what stands above it: seldom is even all of it so long
    if (mayBeLong(from, next)) yield* longLinesIn(from, next);
    from = next;
  }
  if (mayBeLong(from, text.length)) yield* longLinesIn(from, text.length);

  function* longLinesIn(first: number, last: number): Iterable<Problem> {
    for (let line = source.lineAt(first); line < source.lineCount && source.lineStart(line) < last; line++) {
      const start = source.lineStart(line);
      if (!mayBeLong(start, source.lineStart(line + 1))) continue;
      const end = source.lineEnd(line);
      if (byteLength(text, start, end) > longestLine) yield { code: 'line-too-long', at: { start, end }, values: [] };
    }
  }
}

function byteLength(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    // the two halves of a pair are four bytes together
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
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
  if (!first || stagesOf(file).length === 0) {
    const at = firstLine(file);
    yield { code: 'no-from', at, values: [], ...(first && first.start <= at.end && { as: ['DL3061'] }) };
    return;
  }
  const { instruction, start } = first;
  if (!instruction.known) return;
  const at = { start: start + instruction.keywordAt.start, end: start + instruction.keywordAt.end };
  yield { code: 'before-from', at, values: [instruction.keyword], as: ['DL3061'] };
}

const meant = ({ instruction }: Placed): string | undefined =>
  instruction.known ? instruction.keyword : checkedOf(instruction).drafts[0]?.values[1];

function* directiveProblems(list: readonly Directive[], file: Dockerfile): Iterable<Problem> {
  const { duplicate, invalidEscape } = file.directives;
  for (const directive of list) {
    if (directive === duplicate) {
      const line = file.source.lineAt(directive.at.start);
      const at = { start: file.source.lineStart(line), end: file.source.lineStart(line + 1) };
      yield {
        code: 'directive-duplicate',
        at: directive.at,
        values: [directive.name],
        fixes: [fix('remove-line', [], { at, text: '' })],
      };
      return;
    }
    if (directive === invalidEscape) {
      const fixes = ['\\', '`'].map((text) => replaceFix(directive.valueAt, text));
      yield { code: 'escape-invalid', at: directive.valueAt, values: [directive.value], fixes };
    }
    if (directive.name === 'check') yield* checkOptions(directive);
  }
}

const boolean = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;

/** The first two options of `# check=`: how many there may be depends on the version. */
function* checkOptions({ value, valueAt }: Directive): Iterable<Problem> {
  let start = valueAt.start;
  for (const option of value.split(';').slice(0, 2)) {
    const equals = option.indexOf('=');
    const key = option.slice(0, Math.max(equals, 0)).trim();
    const known = key === 'skip' || key === 'experimental';
    if (!known && !(key === 'error' && boolean.test(option.slice(equals + 1).trim()))) {
      yield { code: 'check-invalid', at: { start, end: start + option.length }, values: [option.trim()] };
      return;
    }
    start += option.length + 1;
  }
}

/** BuildKit's own front end, its labs channel, or one of somebody else. */
const frontendOf = fact((file: Dockerfile): 'stable' | 'labs' | 'other' => {
  const syntax = detectSyntax(file.text)?.value;
  if (syntax === undefined) return 'stable';
  if (!/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(syntax)) return 'other';
  return syntax.includes('labs') ? 'labs' : 'stable';
});

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
