import type { Command, CommandWord } from '../../model/command';
import { commandsAt } from '../../model/commands';
import { downloadsOf, verifies } from '../../model/downloads';
import type { Span } from '../../text/span';
import { defineRule } from '../rule';

const scheme = 'http://';

export const httpsDownload = defineRule({
  id: 'https-download',
  category: 'security',
  level: 'info',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['RUN'],
  mentions: /http:\/\//,
  inOnbuild: true,
  text: {
    en: {
      summary: 'Download over http:// that nothing verifies',
      found: 'Anybody on the way can change what this downloads. Use https://, or check its checksum.',
      fix: 'Change to https://',
    },
    ko: {
      summary: '검증 없이 http://로 내려받기',
      found: '중간에 있는 누구든 내려받는 내용을 바꿀 수 있어요. https://를 쓰거나 체크섬을 확인해 주세요.',
      fix: 'https://로 바꾸기',
    },
  },
  *checkInstruction(view) {
    const commands = commandsAt(view);
    if (commands.some(verifies)) return;
    for (const command of commands) {
      for (const word of downloadsOf(command)) {
        const host = /^http:\/\/([^/:?#]*)/i.exec(word.prefix)?.[1];
        if (host === undefined || isNear(host)) continue;
        yield {
          at: word.at,
          say: (text) => text.found,
          fix: {
            title: (text) => text.fix,
            safety: 'unsafe',
            edits: [{ at: schemeAt(command, word), text: 'https://' }],
          },
        };
      }
    }
  },
});

/** A machine of one's own: without a dot in its name, or of an address that is not routed. */
const isNear = (host: string): boolean =>
  host === '' ||
  !host.includes('.') ||
  /^(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.|\.(?:local|internal|test)$/.test(host);

/** Where the scheme stands in a word that may begin with a quote. */
function schemeAt(command: Command, { raw, at, node }: CommandWord): Span {
  const start = raw.toLowerCase().indexOf(scheme);
  const end = start + scheme.length;
  return node && command.script
    ? command.script.spanAt(node.at.start + start, node.at.start + end)
    : { start: at.start + start, end: at.start + end };
}
