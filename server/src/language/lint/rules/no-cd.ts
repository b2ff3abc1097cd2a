import type { Command } from '../../model/command';
import { commandsAt } from '../../model/commands';
import type { Instruction } from '../../syntax/instruction';
import type { Edit } from '../../text/edit';
import { defineRule } from '../rule';

export const noCd = defineRule({
  id: 'no-cd',
  category: 'style',
  level: 'hint',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['RUN'],
  commands: ['cd'],
  aliases: ['DL3003', 'DS-0013'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'RUN cd instead of WORKDIR',
      alone: '`cd` ends with its RUN: the next instruction starts in the old folder again. Use WORKDIR.',
      found: '`cd` holds for this RUN only. WORKDIR says where all that follows runs.',
      fix: (path: string) => `Put WORKDIR ${path} before it`,
    },
    ko: {
      summary: 'WORKDIR 대신 쓴 RUN cd',
      alone: '`cd`는 이 RUN이 끝나면 사라지고, 다음 명령어는 원래 디렉터리에서 시작해요. WORKDIR를 써 주세요.',
      found: '`cd`는 이 RUN 안에서만 유지돼요. 뒤의 명령어까지 적용하려면 WORKDIR를 써 주세요.',
      fix: (path: string) => `앞에 WORKDIR ${path} 넣기`,
    },
  },
  *checkInstruction(view) {
    const { instruction } = view;
    const commands = commandsAt(view);
    for (const command of commands) {
      if (command.name !== 'cd') continue;
      const alone = commands.length === 1;
      const path = command.args[0]?.text;
      const edits = path !== undefined && commands[0] === command ? withWorkdir(instruction, command) : undefined;
      yield {
        at: command.nameAt,
        say: (text) => (alone ? text.alone : text.found),
        as: view.inOnbuild ? [] : ['DL3003'],
        ...(edits && { fix: { title: (text) => text.fix(path!), safety: 'unsafe', edits } }),
      };
      // one word to the wise
      return;
    }
  },
});

/** `RUN cd x && y` as `WORKDIR x` and `RUN y`; undefined where more hangs on the command. */
function withWorkdir(instruction: Instruction, command: Command): Edit[] | undefined {
  const [path] = command.args;
  const { after, within, redirects, script } = command;
  if (!path || command.args.length !== 1 || within.length > 0 || redirects.length > 0 || script?.kind !== 'line')
    return undefined;
  if (/[\s"'$*?~-]/.test(path.raw[0] ?? '') || /[\s"'$*?]/.test(path.raw) || instruction.flags.length > 0)
    return undefined;
  const written = instruction.written === instruction.written.toLowerCase() ? 'workdir' : 'WORKDIR';
  if (!after) return [{ at: { start: 0, end: instruction.text.length }, text: `${written} ${path.raw}` }];
  if (after.text !== '&&') return undefined;
  const { start } = instruction.argumentAt;
  const { at } = after;
  let end = at.end;
  while (/[ \t]/.test(instruction.text[end] ?? '')) end++;
  if (/[\r\n\\`]/.test(instruction.text[end] ?? '') || instruction.text.slice(start, end).includes('\n'))
    return undefined;
  return [
    { at: { start: 0, end: 0 }, text: `${written} ${path.raw}\n` },
    { at: { start, end }, text: '' },
  ];
}
