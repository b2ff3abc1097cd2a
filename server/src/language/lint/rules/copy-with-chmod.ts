import { type Block, indicesOf } from '../../model/block';
import type { Command } from '../../model/command';
import { commandsAt } from '../../model/commands';
import { copiedBy } from '../../model/copied';
import { copiedPaths } from '../../model/copiedPaths';
import { Folder } from '../../model/folders';
import { type StageView, viewOf } from '../../model/view';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const copyWithChmod = defineRule({
  id: 'copy-with-chmod',
  category: 'size',
  level: 'hint',
  fixable: 'unsafe',
  since: '0.1.0',
  needs: ['COPY', 'ADD'],
  reads: ['COPY', 'ADD', 'RUN', 'ARG', 'ENV'],
  text: {
    en: {
      summary: 'RUN chmod of what a COPY brought',
      found: (mode: string) =>
        `Changing the mode stores the file a second time, in another layer. COPY can set it: \`--chmod=${mode}\`.`,
      copied: 'The COPY that brings it',
      fix: (mode: string) => `Use COPY --chmod=${mode}`,
    },
    ko: {
      summary: 'COPY로 넣은 파일에 하는 RUN chmod',
      found: (mode: string) =>
        `권한을 바꾸면 파일이 다른 레이어에 한 번 더 저장돼요. COPY가 바로 정할 수 있어요: \`--chmod=${mode}\`.`,
      copied: '파일을 넣는 COPY',
      fix: (mode: string) => `COPY --chmod=${mode} 쓰기`,
    },
  },
  *checkStage(stage) {
    const { block, inForce } = stage;
    const runs = indicesOf(block, ['RUN']).filter((index) => block.instructions[index]!.text.includes('chmod'));
    if (runs.length === 0 || indicesOf(block, ['COPY', 'ADD']).length === 0) return;
    const copies = copiesIn(stage);
    for (const index of runs) {
      const instruction = block.instructions[index]!;
      const commands = commandsAt(viewOf(instruction, inForce[index]!));
      const folder = new Folder(inForce[index]!.workdir);
      for (const command of commands) {
        if (folder.follow(command)) continue;
        const mode =
          command.name === 'chmod' && command.flags.length === 0 && command.within.length === 0 && modeOf(command);
        if (!mode) continue;
        const paths = command.args.slice(1).map((word) => folder.path(word) ?? '');
        const found = paths.map((path) => copies.get(path));
        const first = found[0];
        if (!first || !found.every((copy) => copy && copy.index < index)) continue;
        const alone = commands.length === 1 && instruction.flags.length === 0;
        const each = new Set(found.map((copy) => copy!.index));
        const plain = each.size === paths.length && [...each].every((copied) => isSingle(block, copied));
        yield {
          at: shift({ start: command.nameAt.start, end: command.at.end }, block.offsets[index]!),
          say: (text) => text.found(mode),
          related: [
            {
              at: shift(block.instructions[first.index]!.keywordAt, block.offsets[first.index]!),
              say: (text) => text.copied,
            },
          ],
          ...(alone &&
            plain && {
              fix: {
                title: (text) => text.fix(mode),
                safety: 'unsafe',
                edits: [...each].map((copied) => {
                  const at = block.offsets[copied]! + block.instructions[copied]!.keywordAt.end;
                  return { at: { start: at, end: at }, text: ` --chmod=${mode}` };
                }),
                deleteLines: [shift({ start: 0, end: instruction.text.length }, block.offsets[index]!)],
              },
            }),
        };
      }
    }
  },
});

interface Copy {
  readonly index: number;
}

/** What COPY and ADD put where, the last of them at each place; those that set a mode are left out. */
function copiesIn({ block, inForce, scopes }: StageView): ReadonlyMap<string, Copy> {
  const copies = new Map<string, Copy>();
  for (const index of indicesOf(block, ['COPY', 'ADD'])) {
    const instruction = block.instructions[index]!;
    if (instruction.flag('chmod')) continue;
    for (const { paths } of copiedPaths(instruction, inForce[index]!, scopes[index])) {
      for (const path of paths) copies.set(path, { index });
    }
  }
  return copies;
}

/** Its flags hold for all that it copies. */
const isSingle = (block: Block, index: number): boolean => copiedBy(block.instructions[index]!)?.count === 1;

/** The mode as `--chmod` takes it everywhere: in digits. `+x` alone adds to what a file has, 755 with nearly all. */
function modeOf({ args }: Command): string | undefined {
  const mode = args[0]?.text;
  if (mode === undefined || args.length < 2) return undefined;
  if (/^[ugo]*a?\+r?x$/.test(mode)) return '755';
  return /^0?[0-7]{3}$/.test(mode) ? mode : undefined;
}
