import { indicesOf } from '../../model/block';
import { isScratch, mayBring } from '../../model/scratchStage';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const userInScratch = defineRule({
  id: 'user-in-scratch',
  category: 'correctness',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  needs: ['USER'],
  reads: ['USER', 'COPY', 'ADD'],
  text: {
    en: {
      summary: 'USER by name where there is no /etc/passwd',
      found: (name: string) =>
        `Nothing here says which number \`${name}\` is, so the container does not start. Use a number, or copy an /etc/passwd.`,
    },
    ko: {
      summary: '/etc/passwd가 없는데 이름으로 쓴 USER',
      found: (name: string) =>
        `\`${name}\`이(가) 몇 번인지 알려 주는 파일이 없어서 컨테이너가 시작되지 않아요. 번호를 쓰거나 /etc/passwd를 복사해 주세요.`,
    },
  },
  *checkStage({ block, inForce }) {
    if (!isScratch(block) || inForce[0]?.windows) return;
    for (const index of indicesOf(block, ['USER'])) {
      const [word] = block.instructions[index]!.words;
      if (!word || /^\d|^root(?::|$)|\$/.test(word.text) || mayBring(block, block.instructions.length, accounts))
        continue;
      yield { at: shift(word.at, block.offsets[index]!), say: (text) => text.found(word.text) };
    }
  },
});

const accounts = /passwd|^\/?etc\/?$|rootfs|nsswitch/;
