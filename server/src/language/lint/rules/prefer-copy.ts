import { ADD_FLAGS, copiesOnly } from '../../model/copied';
import { defineRule } from '../rule';

export const preferCopy = defineRule({
  id: 'prefer-copy',
  category: 'style',
  level: 'warning',
  fixable: 'safe',
  since: '0.1.0',
  on: ['ADD'],
  aliases: ['DL3020', 'DS-0005', 'CKV_DOCKER_4'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'ADD where COPY does',
      found: 'ADD also fetches URLs and unpacks archives. For plain files of the build context use COPY.',
      fix: 'Replace ADD by COPY',
    },
    ko: {
      summary: 'COPY로 충분한 ADD',
      found: 'ADD는 URL을 내려받고 압축도 풀어요. 빌드 컨텍스트의 파일을 복사할 때는 COPY를 써 주세요.',
      fix: 'ADD를 COPY로 바꾸기',
    },
  },
  *checkInstruction({ instruction, inOnbuild }) {
    const { flags, written, keywordAt } = instruction;
    if (!copiesOnly(instruction)) return;
    const copy = written === written.toLowerCase() ? 'copy' : 'COPY';
    // COPY does not know them
    const plain = !flags.some(({ name }) => ADD_FLAGS.has(name));
    yield {
      at: keywordAt,
      say: (text) => text.found,
      as: inOnbuild ? [] : ['DL3020'],
      ...(plain && {
        fix: { title: (text) => text.fix, safety: 'safe', edits: [{ at: keywordAt, text: copy }] },
      }),
    };
  },
});
