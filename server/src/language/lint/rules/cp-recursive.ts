import { shellNotes } from '../../model/shellcheck';
import { mendedBy } from '../finding';
import { defineRule } from '../rule';

const codes = ['SC2336'] as const;

export const cpRecursive = defineRule({
  id: 'cp-recursive',
  category: 'style',
  level: 'off',
  fixable: 'safe',
  since: '0.1.0',
  on: ['RUN'],
  notes: codes,
  inOnbuild: true,
  aliases: codes,
  text: {
    en: {
      summary: 'cp -r instead of cp -R',
      found: 'POSIX no longer says what `cp -r` does with links and devices. GNU and BusyBox take it as `-R`.',
      fix: 'Write -R',
    },
    ko: {
      summary: 'cp -R 대신 쓴 cp -r',
      found: 'POSIX는 `cp -r`이 링크와 장치를 어떻게 다루는지 더는 정하지 않아요. GNU와 BusyBox에서는 `-R`과 같아요.',
      fix: '-R로 바꾸기',
    },
  },
  *checkInstruction(view) {
    for (const { at, as, edits } of shellNotes(view, ...codes)) {
      yield {
        at,
        say: (text) => text.found,
        as,
        ...mendedBy(edits, 'safe'),
      };
    }
  },
});
