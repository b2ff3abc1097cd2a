import { PACKAGE_MANAGERS, packageManagersOf } from '../../knowledge/packageManagers';
import { commandsAt } from '../../model/commands';
import { unpinnedIn } from '../../model/pins';
import { defineRule } from '../rule';

export const pinLanguagePackages = defineRule({
  id: 'pin-language-packages',
  category: 'reproducibility',
  level: 'info',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['DL3013', 'DL3016', 'DL3028', 'DL3062'],
  on: ['RUN'],
  commands: packageManagersOf('language'),
  inOnbuild: true,
  text: {
    en: {
      summary: 'Package from pip, npm, gem or go without a version',
      one: (name: string) =>
        `\`${name}\` has no fixed version: the build breaks on the day a new one does not fit. Give it one.`,
      more: (name: string, more: number) =>
        `\`${name}\` and ${more} more have no fixed version: the build breaks on the day a new one does not fit.`,
    },
    ko: {
      summary: '버전이 없는 pip, npm, gem, go 패키지',
      one: (name: string) =>
        `\`${name}\`의 버전이 정해져 있지 않아서, 맞지 않는 새 버전이 나오는 날 빌드가 깨져요. 버전을 적어 주세요.`,
      more: (name: string, more: number) =>
        `\`${name}\` 외 ${more}개의 버전이 정해져 있지 않아서, 맞지 않는 새 버전이 나오는 날 빌드가 깨져요.`,
    },
  },
  *checkInstruction(view) {
    for (const command of commandsAt(view)) {
      const found = unpinnedIn(command);
      if (!found || PACKAGE_MANAGERS[found.manager].kind !== 'language') continue;
      const { at, names, as } = found;
      yield {
        at,
        say: (text) => (names.length > 1 ? text.more(names[0]!, names.length - 1) : text.one(names[0]!)),
        as: as === undefined ? [] : [as],
      };
    }
  },
});
