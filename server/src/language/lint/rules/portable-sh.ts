import { shellNotes } from '../../model/shellcheck';
import { dialectCodes } from '../../model/shellcheck/dialectChecks';
import { breaks } from '../../model/shellcheck/sh';
import { mendedBy } from '../finding';
import { defineRule } from '../rule';

export const portableSh = defineRule({
  id: 'portable-sh',
  category: 'style',
  level: 'off',
  fixable: 'safe',
  since: '0.1.0',
  on: ['RUN'],
  notes: dialectCodes,
  inOnbuild: true,
  aliases: dialectCodes,
  text: {
    en: {
      summary: 'Shell syntax that works in this image only',
      found: (what: string) =>
        `\`${what}\` works with the \`sh\` of this image, but is no POSIX: with another base image it may not.`,
      fix: 'Write it for any sh',
    },
    ko: {
      summary: '이 이미지에서만 동작하는 셸 문법',
      found: (what: string) =>
        `\`${what}\`은(는) 이 이미지의 \`sh\`에서는 동작하지만 POSIX 문법이 아니에요. 베이스 이미지를 바꾸면 동작하지 않을 수 있어요.`,
      fix: '모든 sh에서 쓰는 문법으로 바꾸기',
    },
  },
  *checkInstruction(view) {
    for (const { note, at, as, edits } of shellNotes(view, ...dialectCodes)) {
      if (breaks(note, view.inForce)) continue;
      yield {
        at,
        say: (text) => text.found(note.about ?? ''),
        as,
        ...mendedBy(edits, 'safe'),
      };
    }
  },
});
