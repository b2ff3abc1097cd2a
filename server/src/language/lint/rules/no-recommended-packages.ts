import { asHadolint } from '../../model/asHadolint';
import { commandsAt } from '../../model/commands';
import { installsOf } from '../../model/installs';
import { insertBehind } from '../../model/scriptEdits';
import { defineRule } from '../rule';

const flag = '--no-install-recommends';

export const noRecommendedPackages = defineRule({
  id: 'no-recommended-packages',
  category: 'size',
  level: 'info',
  fixable: 'unsafe',
  since: '0.1.0',
  aliases: ['DL3015', 'DS-0029'],
  on: ['RUN'],
  commands: ['apt-get', 'apt'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'apt-get install that brings recommended packages along',
      found:
        'This also installs what the packages only recommend. Add `--no-install-recommends`, and name what you do need.',
      fix: `Add ${flag}`,
    },
    ko: {
      summary: '권장 패키지까지 설치하는 apt-get install',
      found:
        '권장(recommended) 패키지까지 함께 설치돼요. `--no-install-recommends`를 붙이고, 꼭 필요한 패키지는 직접 적어 주세요.',
      fix: `${flag} 붙이기`,
    },
  },
  *checkInstruction(view) {
    const { instruction } = view;
    if (/APT::Install-Recommends/i.test(instruction.text)) return;
    for (const command of commandsAt(view)) {
      const found = installsOf(command);
      if (found?.manager !== 'apt-get' && found?.manager !== 'apt') continue;
      if (command.has(flag, '--install-recommends')) continue;
      yield {
        at: { start: command.nameAt.start, end: found.subcommand.at.end },
        say: (text) => text.found,
        as: asHadolint(command)?.is('apt-get', 'install') ? ['DL3015'] : [],
        fix: {
          title: (text) => text.fix,
          safety: 'unsafe',
          edits: [insertBehind(command, found.subcommand, flag)],
        },
      };
    }
  },
});
