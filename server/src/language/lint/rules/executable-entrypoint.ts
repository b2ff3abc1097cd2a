import { indicesOf } from '../../model/block';
import { commandsAt } from '../../model/commands';
import { copiedBy, isRemote } from '../../model/copied';
import { copiedPaths } from '../../model/copiedPaths';
import { joinWorkdir } from '../../model/paths';
import { type StageView, viewOf } from '../../model/view';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

export const executableEntrypoint = defineRule({
  id: 'executable-entrypoint',
  category: 'correctness',
  level: 'off',
  fixable: 'unsafe',
  since: '0.1.0',
  needs: ['CMD', 'ENTRYPOINT'],
  reads: ['CMD', 'ENTRYPOINT', 'COPY', 'ADD', 'RUN', 'ARG', 'ENV'],
  text: {
    en: {
      summary: 'Start script whose executable bit comes from the repository',
      found: (name: string) =>
        `\`${name}\` starts the container, and may be run only if the file was executable where the build began. Make sure: \`COPY --chmod=755\`.`,
      start: 'What starts it',
      fix: 'Add --chmod=755',
    },
    ko: {
      summary: '실행 권한을 저장소에 맡긴 시작 스크립트',
      found: (name: string) =>
        `\`${name}\`로 컨테이너를 시작하는데, 빌드한 곳에서 실행 권한이 있던 파일이어야만 실행돼요. \`COPY --chmod=755\`로 확실히 해 주세요.`,
      start: '스크립트를 시작하는 곳',
      fix: '--chmod=755 붙이기',
    },
  },
  *checkStage(stage) {
    const { block, inForce } = stage;
    const started = indicesOf(block, ['ENTRYPOINT']).at(-1) ?? indicesOf(block, ['CMD']).at(-1);
    const program = started === undefined ? undefined : block.instructions[started]!.json?.[0];
    if (started === undefined || !program?.text.includes('/') || !/\.sh$|entrypoint/.test(program.text)) return;
    const { workdir, windows } = inForce[started]!;
    const path = joinWorkdir(workdir, program.text, windows);
    const copy = scriptsIn(stage).findLast((each) => each.path === path);
    if (!copy) return;
    const { at, flagsAt } = copy;
    yield {
      at,
      say: (text) => text.found(program.text),
      related: [{ at: shift(program.at, block.offsets[started]!), say: (text) => text.start }],
      fix: {
        title: (text) => text.fix,
        safety: 'unsafe',
        edits: [{ at: { start: flagsAt, end: flagsAt }, text: ' --chmod=755' }],
      },
    };
  },
});

/** A file from the context that no COPY and no RUN gives a mode. Spans count in the block. */
interface Script {
  readonly path: string;
  readonly at: Span;
  readonly flagsAt: number;
}

function scriptsIn({ block, inForce, scopes }: StageView): readonly Script[] {
  const changed = indicesOf(block, ['RUN'])
    .flatMap((index) => commandsAt(viewOf(block.instructions[index]!, inForce[index]!)))
    .filter(({ name }) => name === 'chmod' || name === 'install')
    .flatMap(({ args }) => args.map(({ raw }) => raw));
  return indicesOf(block, ['COPY', 'ADD']).flatMap((index) => {
    const instruction = block.instructions[index]!;
    if (instruction.flag('chmod') || instruction.flag('from') || copiedBy(instruction)?.count !== 1) return [];
    const offset = block.offsets[index]!;
    if (copiedBy(instruction)!.sources.some(({ text }) => isRemote(text))) return [];
    return copiedPaths(instruction, inForce[index]!, scopes[index]).flatMap(({ paths, at }) =>
      paths
        .filter((path) => !changed.some((raw) => raw.includes(baseName(path)) || /[*$]|^\/?[\w/]*\/$/.test(raw)))
        .map((path) => ({ path, at: shift(at, offset), flagsAt: offset + instruction.keywordAt.end })),
    );
  });
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
