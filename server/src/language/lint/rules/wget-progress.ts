import { asHadolint } from '../../model/asHadolint';
import type { Command } from '../../model/command';
import { commandsAt, interpreterAt } from '../../model/commands';
import { insertBehind } from '../../model/scriptEdits';
import { defineRule } from '../rule';

export const wgetProgress = defineRule({
  id: 'wget-progress',
  category: 'style',
  level: 'hint',
  fixable: 'safe',
  since: '0.1.0',
  aliases: ['DL3047'],
  on: ['RUN'],
  commands: ['wget'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'wget that floods the build log',
      found: (flag: string) => `wget writes a line of progress for every 50 KB into the build log. Add \`${flag}\`.`,
      fix: (flag: string) => `Add ${flag}`,
    },
    ko: {
      summary: '빌드 로그를 가득 채우는 wget',
      found: (flag: string) => `wget이 50KB마다 진행 상황을 빌드 로그에 한 줄씩 써요. \`${flag}\`를 붙여 주세요.`,
      fix: (flag: string) => `${flag} 붙이기`,
    },
  },
  *checkInstruction(view) {
    const busybox = interpreterAt(view.inForce).dialect === 'ash';
    for (const command of commandsAt(view)) {
      if (command.name !== 'wget' || command.args.length === 0 || command.has('--version', '--help', '-V')) continue;
      if (command.has(...quiet) || command.args.some(({ prefix }) => quietLetter.test(prefix))) continue;
      // BusyBox's wget does not know --progress
      const flag = busybox ? '-q' : '--progress=dot:giga';
      yield {
        at: command.nameAt,
        say: (text) => text.found(flag),
        as: hadolintSays(command) ? ['DL3047'] : [],
        fix: {
          title: (text) => text.fix(flag),
          safety: gnu.has(view.inForce.base ?? '') && !busybox ? 'safe' : 'unsafe',
          edits: [insertBehind(command, command.words[0]!, flag)],
        },
      };
    }
  },
});

const quiet = ['--progress', '--show-progress', '--quiet', '--no-verbose', '--output-file', '--append-output'];
/** `-q`, `-nv`, and `-o` and `-a`, which write the log into a file; also before other letters: `-qO-`. */
const quietLetter = /^-(?:[A-Za-z]*?[qoa]|nv)/;

function hadolintSays(command: Command): boolean {
  const seen = asHadolint(command);
  if (!seen?.is('wget') || seen.args.includes('-nv')) return false;
  return !seen.hasFlag('progress', 'q', 'quiet', 'o', 'output-file', 'a', 'append-output', 'no-verbose');
}

/** Images without BusyBox, where wget is GNU's. */
const gnu: ReadonlySet<string> = new Set([
  'debian',
  'ubuntu',
  'buildpack-deps',
  'fedora',
  'centos',
  'rockylinux',
  'almalinux',
  'amazonlinux',
  'oraclelinux',
  'opensuse/leap',
  'opensuse/tumbleweed',
  'archlinux',
]);
