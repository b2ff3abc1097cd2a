import type { Block } from '../../model/block';
import type { Command } from '../../model/command';
import { commandsAt } from '../../model/commands';
import { type PackageAction, packageActionOf } from '../../model/installs';
import { isMounted } from '../../model/leftovers';
import { viewOf } from '../../model/view';
import type { Instruction } from '../../syntax/instruction';
import { shift } from '../../text/span';
import { defineRule, type Fix } from '../rule';

export const noUpdateAlone = defineRule({
  id: 'no-update-alone',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  aliases: ['DS-0017', 'CKV_DOCKER_5'],
  needs: ['RUN'],
  reads: ['RUN'],
  text: {
    en: {
      summary: 'Package lists loaded in a RUN that installs nothing',
      found: (command: string) =>
        `This layer stays in the build cache, so a later install uses old lists and fails one day. Put \`${command}\` into the RUN that installs.`,
      fix: 'Move into the next RUN',
    },
    ko: {
      summary: '설치 없이 패키지 목록만 받는 RUN',
      found: (command: string) =>
        `이 레이어가 빌드 캐시에 남아, 나중에 설치할 때 낡은 목록을 쓰다가 실패해요. \`${command}\`를 설치하는 RUN에 넣어 주세요.`,
      fix: '다음 RUN으로 옮기기',
    },
  },
  *checkStage({ block, inForce }) {
    for (const [index, instruction] of block.instructions.entries()) {
      if (instruction.keyword !== 'RUN' || !mayLoad.test(instruction.text)) continue;
      const view = viewOf(instruction, inForce[index]!);
      const commands = commandsAt(view);
      const loads = commands.map(packageActionOf).filter((action) => action !== undefined);
      const first = loads[0];
      if (!first || !loads.every(({ action }) => action === 'refresh') || !commands.every(isHarmless)) continue;
      if (first.spec.leftovers.some((folder) => isMounted(instruction, folder))) continue;
      const { command, subcommand, manager } = first;
      const next = block.instructions[index + 1];
      const installs =
        next?.keyword === 'RUN' && commandsAt(viewOf(next, inForce[index + 1]!)).some((each) => isInstall(each, first));
      const fix = installs ? moved(block, index, commands) : undefined;
      yield {
        at: shift({ start: command.nameAt.start, end: subcommand.at.end }, block.offsets[index]!),
        say: (text) => text.found(`${manager} ${subcommand.text}`),
        ...(fix && { fix: { title: (text) => text.fix, safety: 'unsafe', ...fix } }),
      };
    }
  },
});

const mayLoad = /update|ref|makecache/;

/** What does no work of its own: a script or a program might install. */
const harmless: ReadonlySet<string | undefined> = new Set([undefined, 'set', 'export', 'echo', 'true', ':', 'rm']);
const isHarmless = (command: Command): boolean =>
  harmless.has(command.name) ||
  packageActionOf(command) !== undefined ||
  command.args.some(({ text }) => text === 'clean');

const isInstall = (command: Command, { manager }: PackageAction): boolean => {
  const action = packageActionOf(command);
  return action?.manager === manager && action.action === 'install';
};

/** The edits that put a RUN of one command in front of the next one's; spans count in the block. */
function moved(
  { instructions, offsets }: Block,
  index: number,
  commands: readonly Command[],
): Pick<Fix<never>, 'edits' | 'deleteLines'> | undefined {
  const from = instructions[index]!;
  const to = instructions[index + 1]!;
  if (commands.length !== 1 || !isPlain(from) || !isPlain(to)) return undefined;
  const { start, end } = from.argumentAt;
  const text = `${from.text.slice(start, end)} && `;
  const at = shift(to.argumentAt, offsets[index + 1]!).start;
  const whole = { start: offsets[index]!, end: offsets[index]! + from.text.length };
  return { edits: [{ at: { start: at, end: at }, text }], deleteLines: [whole] };
}

const isPlain = ({ flags, json, heredocs }: Instruction): boolean =>
  flags.length === 0 && !json && heredocs.length === 0;
