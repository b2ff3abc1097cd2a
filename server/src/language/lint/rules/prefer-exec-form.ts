import { plainArgv } from '../../model/argv';
import { brokenJsonOf } from '../../model/brokenJson';
import type { InstructionView } from '../../model/view';
import type { Edit } from '../../text/edit';
import { defineRule } from '../rule';

export const preferExecForm = defineRule({
  id: 'prefer-exec-form',
  category: 'correctness',
  level: 'info',
  fixable: 'unsafe',
  since: '0.1.0',
  on: ['CMD', 'ENTRYPOINT'],
  aliases: ['JSONArgsRecommended', 'DL3025'],
  inOnbuild: true,
  text: {
    en: {
      summary: 'CMD or ENTRYPOINT in shell form',
      found: (keyword: string) =>
        `This ${keyword} runs in a shell, which becomes process 1 and does not pass on the signals of \`docker stop\`. Use the JSON form: \`${keyword} ["program", "argument"]\`.`,
      fix: 'Write as a JSON array',
    },
    ko: {
      summary: '셸 형식으로 쓴 CMD와 ENTRYPOINT',
      found: (keyword: string) =>
        `이 ${keyword}는 셸이 실행해요. 셸이 1번 프로세스가 되고 \`docker stop\`이 보내는 시그널을 프로그램에 전달하지 않아요. \`${keyword} ["프로그램", "인자"]\`처럼 JSON 형식으로 써 주세요.`,
      fix: 'JSON 배열로 바꾸기',
    },
  },
  *checkInstruction(view) {
    const { instruction, inForce, inOnbuild } = view;
    const { keyword } = instruction;
    // an array that was to be JSON has a rule of its own
    if (instruction.json || instruction.argument === '' || brokenJsonOf(instruction)) return;
    const edits = asArray(view);
    yield {
      at: instruction.argumentAt,
      say: (text) => text.found(keyword),
      // who sets a SHELL has chosen it: BuildKit then says nothing
      as: inOnbuild ? [] : inForce.shell ? ['DL3025'] : ['JSONArgsRecommended', 'DL3025'],
      ...(edits && { fix: { title: (text) => text.fix, safety: 'unsafe', edits } }),
    };
  },
});

/** The argument list as JSON; undefined where the text needs a shell, or stands on several lines. */
function asArray(view: InstructionView): Edit[] | undefined {
  const { argumentAt, continuations } = view.instruction;
  const argv = continuations.length > 0 ? undefined : plainArgv(view);
  return argv && [{ at: argumentAt, text: `[${argv.map((word) => JSON.stringify(word)).join(', ')}]` }];
}
