import { type ImageReference, isReference, parseImageReference, type ReferenceError } from '../syntax/imageReference';
import type { Instruction } from '../syntax/instruction';
import { type Span, shift } from '../text/span';
import { blocksOf, factOfSome } from './block';
import type { Dockerfile } from './dockerfile';
import { fact } from './fact';
import { mountsOf } from './mounts';
import { type Stage, stageNamed, stagesOf } from './stages';

/** A `--from=` or `from=` as it is written. The span counts in the instruction. */
export interface Source {
  readonly kind: 'copy' | 'mount';
  readonly text: string;
  readonly at: Span;
  /** True behind ONBUILD: it is looked up where the trigger runs. */
  readonly deferred: boolean;
}

/**
 * - `variable`: the builder expands none here
 * - `index`: there is no stage of that number
 * - `self`: the stage that the instruction stands in
 * - `later`: a stage that comes after it
 */
export type ReferenceProblem = 'variable' | 'index' | 'self' | 'later';

/** What COPY --from or a mount's from means. Offsets count in the file. */
export interface StageReference extends Source {
  /** The instruction's index in the file. */
  readonly index: number;
  /** True where the stage is named by its number. */
  readonly byNumber: boolean;
  readonly stage: Stage | undefined;
  /** The image, where no stage has that name. */
  readonly image: ImageReference | undefined;
  /** What is wrong with the image's reference. */
  readonly error: ReferenceError | undefined;
  readonly problem: ReferenceProblem | undefined;
}

const none: readonly Source[] = [];

/** What an instruction takes files from: COPY --from, RUN --mount=from=, also behind ONBUILD. */
export const sourcesIn = fact((instruction: Instruction): readonly Source[] => {
  switch (instruction.keyword) {
    case 'COPY': {
      const flag = instruction.flag('from');
      return flag?.value ? [{ kind: 'copy', text: flag.value, at: flag.valueAt, deferred: false }] : none;
    }
    case 'RUN': {
      const sources: Source[] = [];
      for (const mount of mountsOf(instruction)) {
        const from = mount.get('from');
        if (from?.value) sources.push({ kind: 'mount', text: from.value, at: from.valueAt, deferred: false });
      }
      return sources.length > 0 ? sources : none;
    }
    case 'ONBUILD': {
      const { trigger } = instruction;
      if (!trigger) return none;
      return sourcesIn(trigger.instruction).map((source) => ({
        ...source,
        at: shift(source.at, trigger.start),
        deferred: true,
      }));
    }
    default:
      return none;
  }
});

/** For each stage, what its instructions take files from, in order. */
export const stageReferences = fact((file: Dockerfile): readonly (readonly StageReference[])[] =>
  stagesOf(file).map((stage) =>
    sourcesOf(blocksOf(file)[stage.index + 1]!.block).flatMap(({ index: within, value: sources }) => {
      const index = stage.first + within;
      const { start } = file.instructions[index]!;
      return sources.map((source) => resolveSource(file, stage, index, source, start));
    }),
  ),
);

/** The instructions of a block that take files from somewhere. Indices count in the block. */
export const sourcesOf = factOfSome((instruction) => {
  const sources = sourcesIn(instruction);
  return sources.length > 0 ? sources : undefined;
});

/** Go's strconv.Atoi. */
const number = /^[+-]?\d+$/;

/** True where a source is a stage's number: a mount's from is a name even where it is a number. */
export const isNumber = ({ kind, text }: Source): boolean => kind === 'copy' && number.test(text);

/** The stage that a source names, be it one that it may not name. */
export function stageOfSource(file: Dockerfile, source: Source): Stage | undefined {
  const { text } = source;
  if (text.includes('$')) return undefined;
  return isNumber(source) ? stagesOf(file)[Number(text)] : stageNamed(file, text);
}

function resolveSource(file: Dockerfile, own: Stage, index: number, source: Source, start: number): StageReference {
  const { text, deferred } = source;
  const at = shift(source.at, start);
  const byNumber = isNumber(source);
  const unknown = { ...source, at, index, byNumber, stage: undefined, image: undefined, error: undefined };
  if (text.includes('$')) return { ...unknown, problem: 'variable' };
  const stage = stageOfSource(file, source);
  if (stage) {
    // a trigger runs in a stage that comes after this one
    const problem = deferred || stage.index < own.index ? undefined : stage.index === own.index ? 'self' : 'later';
    return { ...unknown, stage, problem };
  }
  if (byNumber) return { ...unknown, problem: 'index' };
  if (text === 'scratch') return { ...unknown, problem: undefined };
  const result = parseImageReference(text);
  return isReference(result)
    ? { ...unknown, image: result, problem: undefined }
    : { ...unknown, error: result, problem: undefined };
}
