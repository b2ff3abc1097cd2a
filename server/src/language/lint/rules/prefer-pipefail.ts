import type { Command } from '../../model/command';
import { commandsAt, interpreterAt } from '../../model/commands';
import type { InForce } from '../../model/inForce';
import { pipesAt } from '../../model/pipes';
import { viewOf } from '../../model/view';
import { hasPipefail } from '../../shell/dialect';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const preferPipefail = defineRule({
  id: 'prefer-pipefail',
  category: 'correctness',
  level: 'hint',
  fixable: 'unsafe',
  since: '0.1.0',
  aliases: ['DL4006'],
  needs: ['RUN'],
  reads: ['RUN', 'SHELL'],
  text: {
    en: {
      summary: 'Pipe whose first command may fail unnoticed',
      found:
        'Only the last command of a pipe counts: when one before it fails, the build goes on. Set a SHELL with `-o pipefail`.',
      fix: (shell: string) => `Put SHELL ${shell} before it`,
    },
    ko: {
      summary: '앞 명령의 실패를 놓치는 파이프',
      found:
        '파이프에서는 마지막 명령의 결과만 봐요. 앞 명령이 실패해도 빌드가 계속돼요. `-o pipefail`을 켠 SHELL을 지정해 주세요.',
      fix: (shell: string) => `앞에 SHELL ${shell} 넣기`,
    },
  },
  *checkStage({ block, inForce }) {
    // hadolint forgets at each FROM what SHELL said, and reads the words of SHELL alone
    let quiet = false;
    let offered: InForce | undefined;
    // what ONBUILD keeps runs with the SHELL that ONBUILD sets
    let triggered = false;
    for (const [index, outer] of block.instructions.entries()) {
      const { keyword, trigger } = outer;
      if (keyword === 'SHELL' && outer.json) quiet = quietens(outer.json.map(({ text }) => text));
      const instruction = trigger?.instruction ?? outer;
      if (trigger && instruction.keyword === 'SHELL') triggered = instruction.text.includes('pipefail');
      if (instruction.keyword !== 'RUN') continue;
      const force = inForce[index]!;
      const start = block.offsets[index]!;
      const view = viewOf(instruction, force);
      const [pipe] = pipesAt(view);
      if (!pipe) continue;
      const interpreter = pipe.script.interpreter ?? interpreterAt(force);
      if (hasPipefail(interpreter) || (trigger && triggered)) continue;
      const commands = commandsAt(view);
      const own = commands.some(setsPipefail);
      const reports = !quiet && !trigger && pipe.script.kind !== 'argument';
      if (own) continue;
      // before the first FROM a SHELL holds for nothing
      const settable = force.inStage && offered !== force && !pipe.script.interpreter;
      const shell = settable ? shellFor(force) : undefined;
      if (shell) offered = force;
      yield {
        at: shift(pipe.at, start + (trigger?.start ?? 0)),
        say: (text) => text.found,
        as: reports ? ['DL4006'] : [],
        ...(shell && {
          fix: {
            title: (text) => text.fix(shell),
            safety: 'unsafe',
            edits: [{ at: { start, end: start }, text: `${trigger ? 'ONBUILD ' : ''}SHELL ${shell}\n` }],
          },
        }),
      };
    }
  },
});

const quietens = ([program = '', ...rest]: readonly string[]): boolean =>
  /^(?:pwsh|powershell|cmd)/i.test(program) ||
  (/(?:^|\/)(?:bash|zsh|ash)$/.test(program) &&
    rest.includes('pipefail') &&
    rest.some((word) => /^-[a-z]*o/.test(word)));

const setsPipefail = ({ name, args }: Command): boolean =>
  name === 'set' && args.some(({ text }) => text === 'pipefail');

/** SHELL's argument for the shell at hand; undefined where it is none that knows pipefail. */
function shellFor(force: InForce): string | undefined {
  const { dialect, program } = interpreterAt(force);
  if (force.shell && force.shell.length > 2) return undefined;
  if (dialect === 'ash') return '["/bin/ash", "-eo", "pipefail", "-c"]';
  return program === 'sh' || program === 'bash' ? '["/bin/bash", "-o", "pipefail", "-c"]' : undefined;
}
