import { trustedSource, unsignedFlags } from '../../knowledge/trust';
import { commandsAt } from '../../model/commands';
import { flagsOf, withoutFlag } from '../../model/trustFlags';
import { defineRule } from '../rule';

export const noUnsignedPackages = defineRule({
  id: 'no-unsigned-packages',
  category: 'security',
  level: 'warning',
  fixable: 'unsafe',
  since: '0.1.0',
  mentions: /gpg|untrusted|unauthenticated|unsigned|insecure|force-yes|nosignature|nodigest|trusted=yes/,
  aliases: [7, 8, 9, 10, 11].map((number) => `CKV2_DOCKER_${number}`),
  on: ['RUN'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'Packages installed without a check of their signatures',
      found: (what: string) =>
        `\`${what}\` installs packages that nobody has signed. Add the key of the repository instead.`,
      source:
        'With `trusted=yes` apt takes packages of this source without a signature. Name its key with `signed-by`.',
      fix: (what: string) => `Remove ${what}`,
      replace: 'Change to -y',
    },
    ko: {
      summary: '서명을 확인하지 않고 설치하는 패키지',
      found: (what: string) => `\`${what}\`는 서명이 없는 패키지도 설치해요. 대신 저장소의 키를 추가해 주세요.`,
      source:
        '`trusted=yes`가 있으면 apt가 이 저장소의 패키지를 서명 없이 받아들여요. `signed-by`로 키를 지정해 주세요.',
      fix: (what: string) => `${what} 지우기`,
      replace: '-y로 바꾸기',
    },
  },
  *checkInstruction(view) {
    const { instruction } = view;
    for (const command of commandsAt(view)) {
      for (const { what, word, last } of flagsOf(command, unsignedFlags)) {
        // it also answers the questions
        const answers = what === '--force-yes' && !command.has('-y', '--yes', '--assume-yes', '-qq');
        yield {
          at: word.at,
          say: (text) => text.found(what),
          fix: answers
            ? { title: (text) => text.replace, safety: 'unsafe', edits: [{ at: word.at, text: '-y' }] }
            : {
                title: (text) => text.fix(what),
                safety: 'unsafe',
                edits: [withoutFlag(command, instruction.text, what, word, last)],
              },
        };
      }
      for (const { raw, at } of command.args) {
        if (trustedSource.test(raw)) yield { at, say: (text) => text.source };
      }
    }
  },
});
