import type { Command } from '../../model/command';
import { commandsAt, interpreterAt } from '../../model/commands';
import { defineRule } from '../rule';

export const checksumSpacing = defineRule({
  id: 'checksum-spacing',
  category: 'correctness',
  level: 'info',
  fixable: 'safe',
  since: '0.1.0',
  on: ['RUN'],
  commands: ['md5sum', 'sha1sum', 'sha256sum', 'sha512sum', 'sha3sum'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'Checksum and file name one blank apart, on Alpine',
      found: (name: string) =>
        `Many versions of BusyBox's \`${name}\` want two blanks between checksum and file name, and refuse this line.`,
      fix: 'Add the second blank',
    },
    ko: {
      summary: 'Alpine에서 빈칸 하나로 나눈 체크섬과 파일 이름',
      found: (name: string) =>
        `여러 버전의 BusyBox \`${name}\`은 체크섬과 파일 이름 사이에 빈칸 두 개를 요구하고, 이 줄은 거부해요.`,
      fix: '빈칸 하나 더 넣기',
    },
  },
  *checkInstruction(view) {
    const { instruction } = view;
    if (interpreterAt(view.inForce).dialect !== 'ash' || instruction.text.includes('coreutils')) return;
    const commands = commandsAt(view);
    for (const [i, command] of commands.entries()) {
      const name = command.name ?? '';
      const echo = commands[i - 1];
      if (!/^(?:md5|sha(?:1|256|512|3))sum$/.test(name) || !command.has('-c', '--check')) continue;
      if (command.before?.text !== '|' || echo?.name !== 'echo') continue;
      const at = blankIn(echo);
      if (!at) continue;
      yield {
        at: echo.args[0]!.at,
        say: (text) => text.found(name),
        fix: { title: (text) => text.fix, safety: 'safe', edits: [{ at: { start: at, end: at }, text: ' ' }] },
      };
    }
  },
});

/** Where the one blank of `"checksum file"` stands; undefined where there are two, or a `*` for binary files. */
function blankIn({ args, script }: Command): number | undefined {
  const [word, ...rest] = args;
  if (!word?.node || !script || rest.length > 0) return undefined;
  const blank = /^["'][^\s"']+ (?=[^\s*"'][^\s"']*["']$)/.exec(word.raw);
  if (!blank) return undefined;
  const end = word.node.at.start + blank[0].length;
  return script.spanAt(end, end).start;
}
