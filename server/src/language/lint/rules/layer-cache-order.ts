import { indicesOf } from '../../model/block';
import { commandsAt } from '../../model/commands';
import { type ContextCopy, contextCopyOf, isWhole, liesIn, namesFile } from '../../model/contextCopies';
import { type DependencyInstall, dependencyInstalls, installRuns } from '../../model/dependencySteps';
import { mountsOf } from '../../model/mounts';
import { withoutCommand } from '../../model/removal';
import { type StageView, viewOf } from '../../model/view';
import type { Instruction } from '../../syntax/instruction';
import type { Edit } from '../../text/edit';
import { shift, slice } from '../../text/span';
import { defineRule, type Fix } from '../rule';

/** So many copies are remembered: each is asked about every installation that follows. */
const mostCopies = 32;

interface Copy extends ContextCopy {
  readonly index: number;
}

export const layerCacheOrder = defineRule({
  id: 'layer-cache-order',
  category: 'speed',
  level: 'info',
  fixable: 'unsafe',
  since: '0.1.0',
  needs: ['RUN'],
  readsOf: (instruction) => (unread.has(instruction.keyword) ? instruction.keyword : instruction),
  text: {
    en: {
      summary: 'Dependencies installed behind a COPY of the sources',
      found: (copy: string, step: string, files: string) =>
        `\`${copy}\` above takes the sources along, so each edit of any of them runs \`${step}\` anew. Copy \`${files}\` first, install, and copy the rest behind it.`,
      copied: 'What changes here makes the builder forget all below',
      fix: 'Copy the sources behind it',
    },
    ko: {
      summary: '소스를 복사한 뒤에 하는 의존성 설치',
      found: (copy: string, step: string, files: string) =>
        `위의 \`${copy}\`가 소스까지 복사하므로 파일을 하나만 고쳐도 \`${step}\`을(를) 처음부터 다시 실행해요. \`${files}\`만 먼저 복사해서 설치하고, 나머지는 그다음에 복사해 주세요.`,
      copied: '여기서 복사하는 파일이 바뀌면 그 아래의 캐시는 모두 버려져요',
      fix: '설치한 다음에 소스 복사하기',
    },
  },
  *checkStage(stage) {
    const { block, inForce, scopes } = stage;
    // most stages have no such step
    if (!installRuns(block).some(({ index }) => stepsAt(stage, index).length > 0)) return;
    const copies: Copy[] = [];
    const done = new Set<string>();
    for (const index of indicesOf(block, ['COPY', 'ADD', 'RUN'])) {
      const instruction = block.instructions[index]!;
      const force = inForce[index]!;
      if (instruction.keyword !== 'RUN') {
        const copy = copies.length < mostCopies ? contextCopyOf(instruction, force, scopes[index]) : undefined;
        if (copy) copies.push({ ...copy, index });
        continue;
      }
      for (const step of stepsAt(stage, index)) {
        if (done.has(step.manager)) continue;
        done.add(step.manager);
        // a cache mount keeps what was downloaded
        if (mountsOf(instruction).some((mount) => mount.get('type')?.value === 'cache')) continue;
        const copy = causeOf(copies, step);
        if (!copy) continue;
        const source = block.instructions[copy.index]!;
        const at = { start: source.keywordAt.start, end: source.argumentAt.end };
        const written = slice(source.text, at).replace(/\s+/g, ' ');
        const files = step.files.join(' ');
        const fix = reordered(stage, copies, copy, index, step);
        yield {
          at: shift(step.at, block.offsets[index]!),
          say: (text) => text.found(/^.{1,40}$/.test(written) ? written : source.keyword, step.title, files),
          related: [{ at: shift(at, block.offsets[copy.index]!), say: (text) => text.copied }],
          ...(fix && { fix: { title: (text) => text.fix, safety: 'unsafe', ...fix } }),
        };
      }
    }
  },
});

const stepsAt = ({ block, inForce }: StageView, index: number): readonly DependencyInstall[] =>
  dependencyInstalls(commandsAt(viewOf(block.instructions[index]!, inForce[index]!)), inForce[index]!.workdir);

/** The file that a step cannot do without. */
const manifestOf = ({ files }: DependencyInstall): string => files[0]!.replace(/(?<=.)\*/, '');

const bringsManifest = (copy: Copy, step: DependencyInstall): boolean =>
  copy.paths.some((path) => namesFile(path, manifestOf(step)));

/** The copy that brings sources in front of a step, the last one of them; undefined where its manifest is from elsewhere. */
function causeOf(copies: readonly Copy[], step: DependencyInstall): Copy | undefined {
  const narrow = copies.some((copy) => bringsManifest(copy, step));
  const whole = copies.findLast(({ paths }) => paths.some(isWhole));
  if (whole) return narrow || liesIn(step.folder, whole.folder) ? whole : undefined;
  if (narrow) return undefined;
  const folders = copies.filter(
    ({ paths, folder }) => paths.length === 1 && isFolder(paths[0]!) && liesIn(step.folder, folder),
  );
  return folders.length === 1 ? folders[0] : undefined;
}

const isFolder = (path: string): boolean => !/\.[^/]+$|[*?[$]/.test(path);

/** Instructions that count only by their being there. */
const unread: ReadonlySet<string> = new Set([
  'EXPOSE',
  'LABEL',
  'CMD',
  'ENTRYPOINT',
  'HEALTHCHECK',
  'STOPSIGNAL',
  'VOLUME',
]);

/** What changes nothing that an installation, or a COPY moved behind it, sees. */
const indifferent: ReadonlySet<string> = new Set(['ARG', 'ENV', 'EXPOSE', 'LABEL', 'USER', 'WORKDIR']);

/** The manifest copied where everything was, and everything behind the installation; undefined where that is not plain. */
function reordered(
  { block }: StageView,
  copies: readonly Copy[],
  copy: Copy,
  index: number,
  step: DependencyInstall,
): Pick<Fix<never>, 'edits' | 'deleteLines'> | undefined {
  const { instruction, offset } = at(block, copy.index);
  const { destination, count } = copy.copied;
  const plain = count === 1 && !instruction.json && isWhole(copy.paths[0]!) && /^[\w./-]+$/.test(destination.text);
  if (!plain || !step.alone || step.moved || instruction.text.includes('\n')) return undefined;
  for (let i = copy.index + 1; i < index; i++) {
    const { keyword } = block.instructions[i]!;
    const narrow = copies.some(
      (each) => each.index === i && each.paths.every((path) => !isWhole(path) && path.includes('.')),
    );
    if (!indifferent.has(keyword) && !narrow) return undefined;
    if (keyword === 'WORKDIR' && !destination.text.startsWith('/')) return undefined;
  }
  const behind = restBehind(at(block, index), step, instruction.text);
  if (!behind) return undefined;
  if (copies.some((each) => each.index < index && bringsManifest(each, step))) {
    return { edits: behind, deleteLines: [{ start: offset, end: offset + instruction.text.length }] };
  }
  const inner = step.folder === copy.folder ? '' : step.folder.slice(copy.folder.length).replace(/^\//, '');
  const below = inner === '' ? '' : `${inner}/`;
  const target = `${destination.text.replace(/\/$/, '')}/${below}`;
  const sources = step.files.map((file) => `${below}${file}`).join(' ');
  const start = copy.copied.sources[0]!.at.start;
  return {
    edits: [{ at: shift({ start, end: destination.at.end }, offset), text: `${sources} ${target}` }, ...behind],
  };
}

interface PlacedIn {
  readonly instruction: Instruction;
  readonly offset: number;
}

const at = ({ instructions, offsets }: StageView['block'], index: number): PlacedIn => ({
  instruction: instructions[index]!,
  offset: offsets[index]!,
});

/** A COPY behind a RUN, or behind the step that the RUN begins with. */
function restBehind(
  { instruction, offset }: PlacedIn,
  { command }: DependencyInstall,
  copy: string,
): Edit[] | undefined {
  const { text, argumentAt, flags, heredocs } = instruction;
  if (heredocs.length > 0 || !command.script || command.script.kind !== 'line') return undefined;
  const end = offset + text.length;
  // in one RUN with it stands what cleans up behind it, or what needs the sources
  if (command.at.end === argumentAt.end) return [{ at: { start: end, end }, text: `\n${copy}` }];
  if (/\brm\b|clean|prune/.test(text)) return undefined;
  const removal = command.at.start === argumentAt.start && flags.length === 0 && withoutCommand(instruction, command);
  if (!removal) return undefined;
  const { start } = argumentAt;
  const first = slice(text, command.at);
  return [{ at: { start: offset + start, end: offset + removal.at.end }, text: `${first}\n${copy}\nRUN ` }];
}
