import { HadolintCommand } from '../../model/asHadolint';
import type { Command } from '../../model/command';
import { commandsAt } from '../../model/commands';
import type { Instruction } from '../../syntax/instruction';
import type { Edit } from '../../text/edit';
import { defineRule } from '../rule';

export const noShellLink = defineRule({
  id: 'no-shell-link',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['RUN'],
  commands: ['ln'],
  aliases: ['DL4005'],
  inOnbuild: true,
  text: {
    en: {
      summary: '/bin/sh replaced by a link',
      found:
        'Every script of the base image that says `#!/bin/sh` now runs in another shell. To have another one for RUN, use SHELL.',
      fix: (shell: string) => `Use SHELL ["${shell}", "-c"]`,
    },
    ko: {
      summary: '링크로 바꿔 놓은 /bin/sh',
      found: '베이스 이미지에 있는 `#!/bin/sh` 스크립트가 모두 다른 셸로 실행돼요. RUN의 셸만 바꾸려면 SHELL을 쓰세요.',
      fix: (shell: string) => `SHELL ["${shell}", "-c"] 쓰기`,
    },
  },
  *checkInstruction(view) {
    for (const command of commandsAt(view)) {
      const link = command.name === 'ln' ? command.args.find(({ text }) => text === '/bin/sh') : undefined;
      if (!link) continue;
      const target = command.positional()[0]?.text;
      const edit = target?.startsWith('/') ? insteadOf(view.instruction, command, target) : undefined;
      yield {
        at: command.at,
        say: (text) => text.found,
        as: HadolintCommand.of(command)?.is('ln', '/bin/sh') ? ['DL4005'] : [],
        ...(edit && { fix: { title: (text) => text.fix(target!), safety: 'unsafe', edits: [edit] } }),
      };
    }
  },
});

/** SHELL in the place of a RUN that does nothing else. */
function insteadOf(instruction: Instruction, command: Command, shell: string): Edit | undefined {
  const { argumentAt, flags, written } = instruction;
  const { start, end } = command.at;
  if (flags.length > 0 || start !== argumentAt.start || end !== argumentAt.end) return undefined;
  const keyword = written === written.toLowerCase() ? 'shell' : 'SHELL';
  return { at: { start: 0, end: instruction.text.length }, text: `${keyword} ["${shell}", "-c"]` };
}
