import { shellNotes } from '../../model/shellcheck';
import { defineRule } from '../rule';

const codes = ['SC2154'] as const;

export const unassignedShellVariable = defineRule({
  id: 'unassigned-shell-variable',
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
      summary: 'Shell variable that RUN never assigns',
      found: (name: string) =>
        `Nothing in this RUN, no ARG and no ENV sets \`${name}\`. Variables of another RUN are gone.`,
    },
    ko: {
      summary: 'RUN에서 값을 넣지 않은 셸 변수',
      found: (name: string) =>
        `이 RUN에도 ARG나 ENV에도 \`${name}\`에 값을 넣는 곳이 없어요. 다른 RUN의 변수는 남아 있지 않아요.`,
    },
  },
  *checkInstruction(view) {
    for (const { note, at, as } of shellNotes(view, ...codes)) {
      yield { at, say: (text) => text.found(note.about ?? ''), as };
    }
  },
});
