import type { CommandWord } from '../../model/command';
import { commandsAt } from '../../model/commands';
import { downloadsOf } from '../../model/downloads';
import { insertBehind } from '../../model/scriptEdits';
import { defineRule } from '../rule';

export const curlRedirect = defineRule({
  id: 'curl-redirect',
  category: 'correctness',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['RUN'],
  commands: ['curl'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'curl that stops at a redirect',
      found: (host: string) =>
        `${host} answers with a redirect, which curl does not follow: what it saves is empty, and it succeeds even with \`-f\`. Add \`-L\`.`,
      fix: 'Add -L',
    },
    ko: {
      summary: '리디렉션에서 멈추는 curl',
      found: (host: string) =>
        `${host}은(는) 다른 주소로 리디렉션하는데 curl은 따라가지 않아요. 빈 내용을 저장하고, \`-f\`를 붙여도 성공해요. \`-L\`을 붙여 주세요.`,
      fix: '-L 붙이기',
    },
  },
  *checkInstruction(view) {
    if (!view.instruction.text.includes('curl')) return;
    for (const command of commandsAt(view)) {
      if (command.name !== 'curl' || command.within.includes('condition')) continue;
      // whoever looks at the answer decides for himself
      if (command.has('-L', '--location', '--location-trusted', '-I', '--head', '-w', '--write-out', '-K', '--config'))
        continue;
      if (command.has('-D', '--dump-header', '-i', '--include', '-v', '--verbose')) continue;
      const host = downloadsOf(command)
        .map(redirecting)
        .find((each) => each !== undefined);
      if (host === undefined) continue;
      yield {
        at: command.nameAt,
        say: (text) => text.found(host),
        fix: { title: (text) => text.fix, safety: 'unsafe', edits: [insertBehind(command, command.words[0]!, '-L')] },
      };
    }
  },
});

/**
 * Addresses that redirect always: GitHub's and GitLab's files, SourceForge's mirrors, short links.
 * Source: their answers; https://docs.github.com/en/repositories/releasing-projects-on-github/linking-to-releases.
 */
const patterns: readonly RegExp[] = [
  /^https?:\/\/(github\.com)\/[^/]+\/[^/]+\/(?:releases\/(?:latest\/)?download|archive|raw|tarball|zipball)\//i,
  /^https?:\/\/(api\.github\.com)\/repos\/[^/]+\/[^/]+\/(?:tarball|zipball)/i,
  /^https?:\/\/(?:www\.)?(sourceforge\.net)\/projects\/.*\/download/i,
  /^https?:\/\/(downloads\.sourceforge\.net)\//i,
  /^https?:\/\/(git\.io|bit\.ly|goo\.gl|tinyurl\.com|aka\.ms|t\.co)\/./i,
  /^https?:\/\/(dl\.k8s\.io)\//i,
  /^http:\/\/(github\.com|raw\.githubusercontent\.com|pypi\.org|www\.python\.org|registry\.npmjs\.org)\//i,
];

const redirecting = ({ prefix, raw }: CommandWord): string | undefined => {
  // a variable in the path changes no host
  const url = prefix.length > 20 ? `${prefix}${raw.replace(/["']/g, '').slice(prefix.length)}` : prefix;
  for (const pattern of patterns) {
    const found = pattern.exec(url);
    if (found) return found[1]!.toLowerCase();
  }
  return undefined;
};
