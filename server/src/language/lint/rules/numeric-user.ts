import { instructionsOn } from '../../model/block';
import { resolveAt } from '../../model/variables';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const numericUser = defineRule({
  id: 'numeric-user',
  category: 'security',
  level: 'off',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['DL3066'],
  needs: ['USER'],
  reads: ['USER', 'ARG', 'ENV'],
  text: {
    en: {
      summary: 'USER by name, not by number',
      found: (user: string) =>
        `Kubernetes cannot tell whether \`${user}\` is root: with \`runAsNonRoot\` it refuses to start the container. Give the user's number.`,
    },
    ko: {
      summary: '번호가 아니라 이름으로 쓴 USER',
      found: (user: string) =>
        `Kubernetes는 \`${user}\`가 root인지 알 수 없어서 \`runAsNonRoot\`를 켜면 컨테이너를 시작하지 않아요. 사용자 번호로 써 주세요.`,
    },
  },
  *checkFile(file) {
    const args = new Set<string>();
    for (const { instruction, index, start } of instructionsOn(file, 'ARG', 'USER')) {
      if (instruction.keyword === 'ARG') for (const { key } of instruction.pairs) args.add(key.text);
      const user = instruction.keyword === 'USER' ? instruction.words[0] : undefined;
      if (!user || number.test(resolveAt(file, index, user.text).text)) continue;
      // hadolint leaves out what an argument decides
      const byArg = instruction.usesIn(user).some(({ name }) => args.has(name));
      yield { at: shift(user.at, start), say: (text) => text.found(user.text), as: byArg ? [] : ['DL3066'] };
    }
  },
});

const number = /^\d+(?::|$)/;
