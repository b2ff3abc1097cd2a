import type { Dockerfile, Placed } from '../../model/dockerfile';
import { withoutInstruction } from '../../model/removal';
import { type Stage, stagesOf } from '../../model/stages';
import { variableUses } from '../../model/uses';
import type { Edit } from '../../text/edit';
import { spanOf } from '../../text/span';
import { defineRefactoring } from './refactoring';
import { newlineOf } from './tools/layout';
import { runtimeOf } from './tools/runtimes';
import { lastWork } from './tools/stageEnd';

/** A single stage that builds a program and runs it becomes two: one that builds, and a smaller one that gets the result. */
export const multiStage = defineRefactoring({
  id: 'multi-stage',
  kind: 'refactor.rewrite',
  text: {
    en: {
      title: (image: string, paths: string) => `Split into a build and a runtime stage (${image} with ${paths} only)`,
    },
    ko: {
      title: (image: string, paths: string) => `빌드 스테이지와 실행 스테이지로 나누기(${image}에 ${paths}만 복사)`,
    },
  },
  propose({ file, placed, stage }) {
    if (!stage || stagesOf(file).length > 1 || !asked.has(placed.instruction.keyword)) return undefined;
    const { from, name, base } = stage;
    if (name || base.variable || stage.platform) return undefined;
    const runtime = runtimeOf(file, stage);
    const parts = runtime && partsOf(file, stage);
    if (!parts) return undefined;
    const newline = newlineOf(file);
    const { moved, copied, end } = parts;
    const lines = [
      '',
      `FROM ${runtime.image}`,
      ...copied.map(({ instruction }) => instruction.text),
      ...(runtime.workdir === undefined ? [] : [`WORKDIR ${runtime.workdir}`]),
      ...runtime.steps,
      ...moved.map(({ instruction }) => instruction.text),
    ];
    const edits: Edit[] = [
      { at: spanOf(base.at.end, base.at.end), text: ' AS build' },
      ...moved.map((each) => withoutInstruction(file, each)),
      { at: spanOf(end, end), text: lines.map((line) => newline + line).join('') },
    ];
    const said = runtime.copies.join(', ');
    return from.instruction.comments.length > 0
      ? undefined
      : { title: (text) => text.title(runtime.image, said), edits };
  },
});

const asked: ReadonlySet<string> = new Set(['FROM', 'CMD', 'ENTRYPOINT']);
/** What a build stage has no use for. */
const moving: ReadonlySet<string> = new Set(['EXPOSE', 'LABEL', 'STOPSIGNAL', 'VOLUME', 'CMD', 'ENTRYPOINT']);
const building: ReadonlySet<string> = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR', 'FROM']);
/** Variables that only compilers and package managers read. */
const ofBuild = /^(?:CGO_|GO|CARGO_|RUST|MAVEN_|GRADLE_|MVN_|NPM_|YARN_|PNPM_|DOTNET_CLI_|NUGET_|CI$|DEBIAN_FRONTEND$)/;

interface Parts {
  /** Where the runtime stage is put. */
  readonly end: number;
  /** Instructions in front of it that belong in it. */
  readonly moved: readonly Placed[];
  /** ENV that both stages get. */
  readonly copied: readonly Placed[];
}

/** Undefined where it is not clear which stage an instruction is for. */
function partsOf(file: Dockerfile, stage: Stage): Parts | undefined {
  const work = lastWork(file, stage);
  const moved: Placed[] = [];
  const copied: Placed[] = [];
  for (let index = stage.first + 1; index < stage.last; index++) {
    const placed = file.instructions[index]!;
    const { instruction } = placed;
    const { keyword } = instruction;
    // what asks for its health may have come with the build image
    if (keyword === 'HEALTHCHECK') return undefined;
    const trailing = index > work.index;
    // the values of build arguments end with their stage
    if ((trailing || moving.has(keyword)) && variableUses(instruction).length > 0) return undefined;
    if (trailing || building.has(keyword)) continue;
    if (moving.has(keyword)) moved.push(placed);
    else if (keyword !== 'ENV' || variableUses(instruction).length > 0) return undefined;
    else if (!instruction.pairs.every(({ key }) => ofBuild.test(key.text))) copied.push(placed);
  }
  return { end: work.end, moved, copied };
}
