import { shellNotes } from '../../model/shellcheck';
import { defineRule } from '../rule';

const codes = ['SC2215'] as const;

export const flagAsCommand = defineRule({
  id: 'flag-as-command',
  category: 'correctness',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  on: ['RUN'],
  notes: codes,
  inOnbuild: true,
  aliases: codes,
  text: {
    en: {
      summary: 'Option in the place of a command',
      found: (word: string) =>
        `The shell takes \`${word}\` for a command. A continuation \`\\\` is missing before it, or there is a \`&&\` or \`;\` too many.`,
    },
    ko: {
      summary: '명령 자리에 있는 옵션',
      found: (word: string) =>
        `셸이 \`${word}\`를 명령으로 읽어요. 앞줄 끝에 \`\\\`가 빠졌거나 \`&&\`나 \`;\`가 더 들어갔어요.`,
    },
  },
  *checkInstruction(view) {
    for (const { note, at, as } of shellNotes(view, ...codes)) {
      yield { at, say: (text) => text.found(note.about ?? ''), as };
    }
  },
});
