import { packageManagersOf } from '../../knowledge/packageManagers';
import { commandsAt } from '../../model/commands';
import { type PackageAction, packageActionOf } from '../../model/installs';
import { defineRule } from '../rule';

export const noSystemUpgrade = defineRule({
  id: 'no-system-upgrade',
  category: 'reproducibility',
  level: 'info',
  fixable: 'no',
  since: '0.1.0',
  on: ['RUN'],
  commands: packageManagersOf('system'),
  aliases: ['DL3035', 'DS-0024'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'All packages upgraded in RUN',
      found: (call: string) =>
        `\`${call}\` makes an image that depends on the day it was built, and keeps the old files in the layer below. Take a newer base image instead.`,
    },
    ko: {
      summary: 'RUN에서 전체 패키지 업그레이드',
      found: (call: string) =>
        `\`${call}\`을(를) 쓰면 빌드한 날에 따라 이미지가 달라지고, 아래 레이어에는 옛 파일이 그대로 남아요. 대신 더 새로운 베이스 이미지를 써 주세요.`,
    },
  },
  *checkInstruction(view) {
    for (const command of commandsAt(view)) {
      const action = packageActionOf(command);
      if (action?.action !== 'upgrade' || action.spec.kind !== 'system' || !upgradesAll(action)) continue;
      const { subcommand, manager } = action;
      yield {
        at: { start: action.command.nameAt.start, end: subcommand.at.end },
        say: (text) => text.found(`${manager} ${subcommand.text}`),
        as: isDistUpgrade(action) ? ['DL3035'] : [],
      };
    }
  },
});

/** hadolint's rule on zypper. */
const isDistUpgrade = ({ manager, subcommand: { text } }: PackageAction): boolean =>
  manager === 'zypper' && (text === 'dist-upgrade' || text === 'dup');

/** True where no package is named: then all are meant. */
function upgradesAll({ command, spec, subcommand }: PackageAction): boolean {
  const words = command.positional(spec.valueFlags);
  return (
    words.length === words.indexOf(subcommand) + 1 || subcommand.text === 'dup' || subcommand.text === 'dist-upgrade'
  );
}
