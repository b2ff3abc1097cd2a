import { unquoted } from '../../model/copied';
import { defineRule } from '../rule';

/** Source: https://docs.docker.com/engine/manage-resources/labels/#key-format-recommendations */
const reserved = ['com.docker.', 'io.docker.', 'org.dockerproject.'];

type Reason = 'reserved' | 'ends' | 'units' | 'doubled';

export const labelKey = defineRule({
  id: 'label-key',
  category: 'style',
  level: 'hint',
  fixable: 'no',
  since: '0.1.0',
  on: ['LABEL'],
  aliases: ['DL3048'],
  text: {
    en: {
      summary: 'Label whose key is not as Docker wants it',
      reserved: (key: string) => `\`${key}\` begins like Docker's own labels, which are not for others.`,
      ends: (key: string) => `\`${key}\`: a label's key begins with a lower-case letter and ends with one or a digit.`,
      units: (key: string) => `\`${key}\`: a label's key has lower-case letters, digits, \`.\`, \`-\` and \`_\` only.`,
      doubled: (key: string) => `\`${key}\`: no two \`.\` or \`-\` follow each other in a label's key.`,
    },
    ko: {
      summary: 'Docker 규칙에 맞지 않는 라벨 키',
      reserved: (key: string) => `\`${key}\`는 Docker가 쓰는 이름으로 시작해요. 다른 이름을 써 주세요.`,
      ends: (key: string) => `\`${key}\`: 라벨 키는 소문자로 시작하고 소문자나 숫자로 끝나야 해요.`,
      units: (key: string) => `\`${key}\`: 라벨 키에는 소문자, 숫자, \`.\`, \`-\`, \`_\`만 쓸 수 있어요.`,
      doubled: (key: string) => `\`${key}\`: 라벨 키에는 \`.\`이나 \`-\`를 연달아 쓸 수 없어요.`,
    },
  },
  *checkInstruction({ instruction }) {
    for (const pair of instruction.pairs) {
      const key = unquoted(pair.key.text);
      const reason = wrongWith(key);
      if (reason) yield { at: pair.key.at, say: (text) => text[reason](key), as: ['DL3048'] };
    }
  },
});

function wrongWith(key: string): Reason | undefined {
  if (reserved.some((prefix) => key.startsWith(prefix))) return 'reserved';
  // an underscore is not in Docker's recommendation, but widely used and harmless
  if (!/^[0-9a-z._-]*$/.test(key)) return 'units';
  if (!/^[a-z]/.test(key) || !/[a-z0-9]$/.test(key)) return 'ends';
  return /\.\.|--/.test(key) ? 'doubled' : undefined;
}
