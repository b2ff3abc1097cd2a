import { shellNotes } from '../../model/shellcheck';
import { defineRule } from '../rule';

const codes = ['SC2034'] as const;

export const unusedShellVariable = defineRule({
  id: 'unused-shell-variable',
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
      summary: 'Shell variable that RUN never uses',
      found: (name: string) =>
        `\`${name}\` ends with this RUN, and nothing in it uses it. For programs, write \`export\`; for other instructions, ENV.`,
    },
    ko: {
      summary: 'RUN에서 쓰지 않는 셸 변수',
      found: (name: string) =>
        `\`${name}\`은(는) 이 RUN과 함께 사라지는데 안에서 쓰는 곳이 없어요. 프로그램에 전달하려면 \`export\`를, 다른 명령어에서 쓰려면 ENV를 써 주세요.`,
    },
  },
  *checkInstruction(view) {
    for (const { note, at, as } of shellNotes(view, ...codes)) {
      yield { at, say: (text) => text.found(note.about ?? ''), as, tags: ['unnecessary'] };
    }
  },
});
