import { type Outdated, outdatedCommands } from '../../knowledge/outdatedCommands';
import type { Command, CommandWord } from '../../model/command';
import { commandsAt } from '../../model/commands';
import type { Edit } from '../../text/edit';
import { defineRule } from '../rule';

export const outdatedCommand = defineRule({
  id: 'outdated-command',
  category: 'correctness',
  level: 'info',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['RUN'],
  commands: Object.keys(outdatedCommands),
  inOnbuild: true,
  text: {
    en: {
      summary: 'Command or flag that its makers have taken back',
      gone: (name: string, version: string, instead: string) =>
        `\`${name}\` is gone in ${version}: a newer base image breaks this build. Use \`${instead}\`.`,
      deprecated: (name: string, instead: string) => `\`${name}\` is deprecated. Use \`${instead}\`.`,
      fix: (flag: string) => `Change to ${flag}`,
    },
    ko: {
      summary: '만든 곳에서 없앤 명령이나 플래그',
      gone: (name: string, version: string, instead: string) =>
        `\`${name}\`은(는) ${version}에서 없어졌어요. 베이스 이미지를 올리면 빌드가 깨져요. \`${instead}\`를 써 주세요.`,
      deprecated: (name: string, instead: string) =>
        `\`${name}\`은(는) 더 이상 권장되지 않아요. \`${instead}\`를 써 주세요.`,
      fix: (flag: string) => `${flag}(으)로 바꾸기`,
    },
  },
  *checkInstruction(view) {
    for (const command of commandsAt(view)) {
      const { name = '' } = command;
      for (const outdated of Object.hasOwn(outdatedCommands, name) ? outdatedCommands[name]! : []) {
        const word = outdatedWord(command, outdated);
        if (!word) continue;
        const { flag, instead, gone } = outdated;
        const shown = word === command.words[0] ? name : word.prefix.split('=')[0]!;
        yield {
          at: word.at,
          say: (text) => (gone ? text.gone(shown, gone, instead) : text.deprecated(shown, instead)),
          ...(flag && {
            fix: {
              title: (text) => text.fix(flag),
              safety: 'unsafe',
              edits: [replaced(command, word, outdated, flag)],
            },
          }),
        };
        break;
      }
    }
  },
});

/** The flag, or the command's own name, that is outdated. */
function outdatedWord(command: Command, { subcommands, flags, value }: Outdated): CommandWord | undefined {
  if (!subcommands.includes(command.positional()[0]?.text ?? '')) return undefined;
  if (flags.length === 0) return command.words[0];
  const word = command.args.find(({ prefix }) =>
    flags.some((flag) => prefix === flag || prefix.startsWith(`${flag}=`)),
  );
  if (!word || !value) return word;
  return value.test(command.value(...flags)?.text ?? '') ? word : undefined;
}

function replaced(command: Command, word: CommandWord, { value }: Outdated, flag: string): Edit {
  const next = command.words[command.words.indexOf(word) + 1];
  const end = value && !word.prefix.includes('=') && next ? next.at.end : word.at.end;
  const text = command.script ? flag : flag.split(' ').join('", "');
  return { at: { start: word.at.start, end }, text };
}
