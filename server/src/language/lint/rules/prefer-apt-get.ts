import { asHadolint } from '../../model/asHadolint';
import type { Command } from '../../model/command';
import { commandsAt } from '../../model/commands';
import { defineRule } from '../rule';

export const preferAptGet = defineRule({
  id: 'prefer-apt-get',
  category: 'style',
  level: 'info',
  fixable: 'safe',
  since: '0.1.0',
  aliases: ['DL3027', 'CKV_DOCKER_9'],
  on: ['RUN'],
  commands: ['apt'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'apt in a script',
      found: '`apt` is made for people at a terminal, and its command line may change. Use `apt-get` or `apt-cache`.',
      fix: (name: string) => `Change to ${name}`,
    },
    ko: {
      summary: '스크립트에서 쓴 apt',
      found:
        '`apt`는 터미널에서 사람이 쓰는 도구라 명령줄 형식이 바뀔 수 있어요. `apt-get`이나 `apt-cache`를 써 주세요.',
      fix: (name: string) => `${name}(으)로 바꾸기`,
    },
  },
  *checkInstruction(view) {
    for (const command of commandsAt(view)) {
      if (command.name !== 'apt') continue;
      const name = replacementOf(command);
      yield {
        at: command.nameAt,
        say: (text) => text.found,
        as: asHadolint(command)?.is('apt') ? ['DL3027'] : [],
        ...(name && {
          fix: {
            title: (text) => text.fix(name),
            safety: 'safe',
            edits: [{ at: command.nameAt, text: name }],
          },
        }),
      };
    }
  },
});

/** What both know and do alike. `apt upgrade` also installs new packages, `apt list` has no twin. */
const same: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['install', 'update', 'remove', 'purge', 'autoremove', 'clean', 'autoclean', 'source', 'build-dep', 'download'].map(
      (subcommand) => [subcommand, 'apt-get'],
    ),
  ),
  search: 'apt-cache',
  show: 'apt-cache',
  policy: 'apt-cache',
  depends: 'apt-cache',
  rdepends: 'apt-cache',
};

function replacementOf(command: Command): string | undefined {
  const [name] = command.words;
  const subcommand = command.positional(['-t', '--target-release', '-o', '--option', '-c'])[0]?.text ?? '';
  return name?.raw === 'apt' && Object.hasOwn(same, subcommand) ? same[subcommand] : undefined;
}
