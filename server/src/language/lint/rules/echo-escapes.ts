import { shellNotes } from '../../model/shellcheck';
import { defineRule } from '../rule';

const codes = ['SC2028'] as const;

export const echoEscapes = defineRule({
  id: 'echo-escapes',
  category: 'correctness',
  level: 'info',
  fixable: 'no',
  since: '0.1.0',
  on: ['RUN'],
  notes: codes,
  inOnbuild: true,
  aliases: codes,
  text: {
    en: {
      summary: 'echo with \\n or \\t',
      found:
        'Whether `echo` makes a line break of `\\n` depends on the shell: dash does, Bash and BusyBox write a backslash and an n. Use `printf`.',
    },
    ko: {
      summary: '\\n이나 \\t를 쓴 echo',
      found:
        '`echo`가 `\\n`을 줄바꿈으로 바꾸는지는 셸마다 달라요. dash는 바꾸지만 Bash와 BusyBox는 백슬래시와 n을 그대로 써요. `printf`를 써 주세요.',
    },
  },
  *checkInstruction(view) {
    for (const { at, as } of shellNotes(view, ...codes)) {
      yield { at, say: (text) => text.found, as };
    }
  },
});
