import { PACKAGE_MANAGERS, packageManagersOf } from '../../knowledge/packageManagers';
import { commandsAt } from '../../model/commands';
import { unpinnedIn } from '../../model/pins';
import { defineRule } from '../rule';

export const pinSystemPackages = defineRule({
  id: 'pin-system-packages',
  category: 'reproducibility',
  level: 'off',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['DL3008', 'DL3018', 'DL3033', 'DL3037', 'DL3041'],
  on: ['RUN'],
  commands: packageManagersOf('system'),
  inOnbuild: true,
  text: {
    en: {
      summary: "Distribution's package without a version",
      one: (name: string) => `\`${name}\` has no version, so another day's build installs another one.`,
      more: (name: string, more: number) =>
        `\`${name}\` and ${more} more have no version, so another day's build installs others.`,
    },
    ko: {
      summary: '버전이 없는 배포판 패키지',
      one: (name: string) => `\`${name}\`에 버전이 없어서 빌드하는 날마다 다른 버전이 설치될 수 있어요.`,
      more: (name: string, more: number) =>
        `\`${name}\` 외 ${more}개에 버전이 없어서 빌드하는 날마다 다른 버전이 설치될 수 있어요.`,
    },
  },
  *checkInstruction(view) {
    for (const command of commandsAt(view)) {
      const found = unpinnedIn(command);
      if (!found || PACKAGE_MANAGERS[found.manager].kind !== 'system') continue;
      const { at, names, as } = found;
      yield {
        at,
        say: (text) => (names.length > 1 ? text.more(names[0]!, names.length - 1) : text.one(names[0]!)),
        as: as === undefined ? [] : [as],
      };
    }
  },
});
