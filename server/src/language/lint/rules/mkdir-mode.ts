import { shellNotes } from '../../model/shellcheck';
import { defineRule } from '../rule';

const codes = ['SC2174'] as const;

export const mkdirMode = defineRule({
  id: 'mkdir-mode',
  category: 'correctness',
  level: 'hint',
  fixable: 'no',
  since: '0.1.0',
  on: ['RUN'],
  notes: codes,
  inOnbuild: true,
  aliases: codes,
  text: {
    en: {
      summary: 'mkdir -p with a mode',
      found: 'With `-p`, the mode is given to the last folder only; those above it get the usual one.',
    },
    ko: {
      summary: '권한을 준 mkdir -p',
      found: '`-p`와 함께 쓰면 권한은 마지막 디렉터리에만 적용되고 위의 디렉터리는 기본 권한을 받아요.',
    },
  },
  *checkInstruction(view) {
    for (const { at, as } of shellNotes(view, ...codes)) {
      yield { at, say: (text) => text.found, as };
    }
  },
});
