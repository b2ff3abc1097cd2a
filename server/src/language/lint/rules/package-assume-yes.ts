import { packageManagersOf } from '../../knowledge/packageManagers';
import { asHadolint } from '../../model/asHadolint';
import type { Command } from '../../model/command';
import { commandsAt } from '../../model/commands';
import { type PackageAction, packageActionOf } from '../../model/installs';
import { insertBehind } from '../../model/scriptEdits';
import { defineRule } from '../rule';

const changing: ReadonlySet<PackageAction['action']> = new Set(['install', 'upgrade', 'remove']);

export const packageAssumeYes = defineRule({
  id: 'package-assume-yes',
  category: 'correctness',
  level: 'warning',
  fixable: 'safe',
  since: '0.1.0',
  on: ['RUN'],
  commands: packageManagersOf('system'),
  aliases: ['DL3014', 'DL3030', 'DL3034', 'DL3038', 'DS-0021'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'Package manager that stops to ask',
      found: (manager: string) => `\`${manager}\` asks before it goes on, and in a build nobody answers. Add \`-y\`.`,
      fix: 'Add -y',
    },
    ko: {
      summary: '확인을 기다리며 멈추는 패키지 관리자',
      found: (manager: string) =>
        `\`${manager}\`는 계속할지 물어보는데 빌드 중에는 답할 사람이 없어요. \`-y\`를 붙여 주세요.`,
      fix: '-y 붙이기',
    },
  },
  *checkInstruction(view) {
    for (const command of commandsAt(view)) {
      const found = packageActionOf(command);
      if (found?.spec.kind !== 'system' || found.spec.assumeYes.length === 0 || !changing.has(found.action)) continue;
      if (answered(found) || command.before?.text === '|') continue;
      const { manager, subcommand } = found;
      yield {
        at: { start: command.nameAt.start, end: subcommand.at.end },
        say: (text) => text.found(manager),
        as: hadolintId(command),
        fix: { title: (text) => text.fix, safety: 'safe', edits: [insertBehind(command, subcommand, '-y')] },
      };
    }
  },
});

/** True where the questions are answered, or where the user only looks. */
function answered({ manager, spec, command }: PackageAction): boolean {
  if (command.has(...spec.assumeYes)) return true;
  if (manager !== 'apt' && manager !== 'apt-get') return command.has('--assumeno', '--dry-run', '-D');
  if (command.has('-s', '--simulate', '--dry-run', '--print-uris')) return true;
  let quiet = 0;
  for (const { prefix } of command.flags) {
    if (/assume-yes/i.test(prefix) || /^(?:-q|--quiet)=[2-9]/.test(prefix)) return true;
    if (prefix === '--quiet' || /^-[A-Za-z]*q[A-Za-z]*$/.test(prefix)) quiet++;
  }
  return quiet > 1 || command.values('-o', '--option').some(({ text }) => /assume-yes/i.test(text ?? ''));
}

/** What hadolint would say of it: it knows fewer subcommands. */
function hadolintId(command: Command): readonly string[] {
  const seen = asHadolint(command);
  if (seen?.is('apt-get', 'install')) return seen.hasFlag('y', 'yes', 'q', 'assume-yes') ? [] : ['DL3014'];
  if (seen?.is('yum', 'install', 'groupinstall', 'localinstall')) return seen.hasFlag('assumeyes') ? [] : ['DL3030'];
  if (seen?.is('zypper', 'install', 'in', 'remove', 'rm', 'source-install', 'si', 'patch')) return ['DL3034'];
  return seen?.is(['dnf', 'microdnf'], 'install', 'groupinstall', 'localinstall') ? ['DL3038'] : [];
}
