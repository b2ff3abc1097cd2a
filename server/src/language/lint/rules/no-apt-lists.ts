import { asHadolint } from '../../model/asHadolint';
import { indicesOf, innerOf } from '../../model/block';
import type { Command } from '../../model/command';
import { commandsAt } from '../../model/commands';
import { fact } from '../../model/fact';
import type { InForce } from '../../model/inForce';
import { packageActionOf } from '../../model/installs';
import { deletes, isMounted } from '../../model/leftovers';
import { mountsOf } from '../../model/mounts';
import { appendCommand } from '../../model/scriptEdits';
import { viewOf } from '../../model/view';
import type { Instruction } from '../../syntax/instruction';
import type { Edit } from '../../text/edit';
import { type Span, shift } from '../../text/span';
import { defineRule } from '../rule';

const lists = '/var/lib/apt/lists';
const archives = '/var/cache/apt';
const removal = `rm -rf ${lists}/*`;

export const noAptLists = defineRule({
  id: 'no-apt-lists',
  category: 'size',
  level: 'info',
  fixable: 'unsafe',
  since: '0.1.0',
  aliases: ['DL3009'],
  needs: ['RUN'],
  reads: ['RUN'],
  text: {
    en: {
      summary: 'Package lists of apt left in the layer',
      found: `The package lists stay in this layer. Remove them in the same RUN: \`${removal}\`.`,
      cleaned: `\`apt-get clean\` does not remove the package lists. Remove them in the same RUN: \`${removal}\`.`,
      archives: 'The packages that apt downloads stay in this layer. Give /var/cache/apt a cache mount too.',
      fix: 'Remove the lists at the end of this RUN',
    },
    ko: {
      summary: '레이어에 남는 apt 패키지 목록',
      found: `패키지 목록이 이 레이어에 남아요. 같은 RUN에서 \`${removal}\`로 지워 주세요.`,
      cleaned: `\`apt-get clean\`은 패키지 목록을 지우지 않아요. 같은 RUN에서 \`${removal}\`로 지워 주세요.`,
      archives: 'apt가 내려받은 패키지 파일이 이 레이어에 남아요. /var/cache/apt에도 캐시 마운트를 붙여 주세요.',
      fix: '이 RUN 끝에서 목록 지우기',
    },
  },
  *checkStage({ block, inForce, kept }) {
    // Debian's and Ubuntu's images delete what apt downloads, until a file of theirs is gone
    let docker = true;
    for (const index of indicesOf(block, ['RUN', 'ONBUILD'])) {
      const { instruction, start, triggered } = innerOf(block, index);
      const left = leftIn(instruction, inForce[index]!);
      if (left?.keepsArchives) docker = false;
      // a trigger runs in builds of others
      if (!left?.update || !(triggered || kept) || (left.mounted && (docker || left.archivesMounted))) continue;
      const { update, cleaned, as, edit, mounted } = left;
      yield {
        at: shift(update, start),
        say: (text) => (mounted ? text.archives : cleaned ? text.cleaned : text.found),
        as,
        ...(edit &&
          !mounted && {
            fix: {
              title: (text) => text.fix,
              safety: 'unsafe',
              edits: [{ at: shift(edit.at, start), text: edit.text }],
            },
          }),
      };
    }
  },
});

/** What a RUN does with apt's lists and archives. Spans count in the instruction. */
interface Left {
  /** The last command that loads the lists, where nothing deletes them after it. */
  readonly update: Span | undefined;
  readonly mounted: boolean;
  readonly archivesMounted: boolean;
  readonly keepsArchives: boolean;
  readonly cleaned: boolean;
  readonly as: readonly string[];
  readonly edit: Edit | undefined;
}

function leftIn(instruction: Instruction, force: InForce): Left | undefined {
  if (instruction.keyword !== 'RUN' || !instruction.text.includes('apt')) return undefined;
  return leftAfter(commandsAt(viewOf(instruction, force)), instruction);
}

const leftAfter = (commands: readonly Command[], instruction: Instruction): Left => known(commands)(instruction);

/** A list of commands belongs to one instruction and is the same as long as that is. */
const known = fact((commands: readonly Command[]) => fact((instruction: Instruction) => read(commands, instruction)));

function read(commands: readonly Command[], instruction: Instruction): Left {
  const last = commands.findLastIndex((command) => {
    const action = packageActionOf(command);
    return action?.action === 'refresh' && (action.manager === 'apt-get' || action.manager === 'apt');
  });
  const command = commands[last];
  const rest = commands.slice(last + 1);
  const kept = command && !rest.some((each) => deletes(each, lists) || isApt(each, 'distclean'));
  const script = commands.at(-1)?.script;
  return {
    update: kept ? { start: command.nameAt.start, end: packageActionOf(command)!.subcommand.at.end } : undefined,
    mounted: isMounted(instruction, lists),
    archivesMounted: isMounted(instruction, `${archives}/archives`),
    keepsArchives: /docker-clean|Keep-Downloaded-Packages/.test(instruction.text),
    cleaned: rest.some((each) => isApt(each, 'clean', 'autoclean')),
    as: hadolintSees(commands, instruction) ? ['DL3009'] : [],
    edit: kept && script && command.script === script ? appendCommand(script, instruction.text, removal) : undefined,
  };
}

const isApt = ({ name, args }: Command, ...subcommands: readonly string[]): boolean =>
  (name === 'apt-get' || name === 'apt') && args.some(({ text }) => subcommands.includes(text ?? ''));

/** It takes any `rm -rf` for the cleaning up, and asks nothing more of a mount on the lists themselves. */
const hadolintSees = (commands: readonly Command[], instruction: Instruction): boolean =>
  commands.some((command) => asHadolint(command)?.is(['apt', 'apt-get'], 'update')) &&
  !commands.some((command) => asHadolint(command)?.is('rm', '-rf', `${lists}/*`)) &&
  !mountsOf(instruction).some((mount) => mount.get('target')?.value?.startsWith(lists));
