import { copiedBy, unquoted } from '../../model/copied';
import { defineRule } from '../rule';

export const noWholeFilesystemCopy = defineRule({
  id: 'no-whole-filesystem-copy',
  category: 'size',
  level: 'info',
  fixable: 'no',
  since: '0.1.0',
  on: ['COPY'],
  aliases: ['DL3067'],
  text: {
    en: {
      summary: 'COPY --from of a whole file system',
      found: (from: string) =>
        `This takes everything over from \`${from}\`, its tools, caches and secrets too. Copy only what is needed, or begin with \`FROM ${from}\`.`,
    },
    ko: {
      summary: '파일 시스템 전체의 COPY --from',
      found: (from: string) =>
        `\`${from}\`의 도구와 캐시, 비밀 파일까지 모두 가져와요. 필요한 것만 복사하거나 \`FROM ${from}\`으로 시작해 주세요.`,
    },
  },
  *checkInstruction({ instruction }) {
    const from = instruction.flag('from');
    const copied = copiedBy(instruction);
    if (!from?.value || !copied || unquoted(copied.destination.text) !== '/') return;
    const root = copied.sources.find(({ text }) => unquoted(text) === '/');
    if (root) yield { at: root.at, say: (text) => text.found(from.value!), as: ['DL3067'] };
  },
});
