import { indicesOf } from '../../model/block';
import { mainCommand } from '../../model/commands';
import { isScratch, mayBring } from '../../model/scratchStage';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const shellInScratch = defineRule({
  id: 'shell-in-scratch',
  category: 'correctness',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  needs: ['RUN', 'CMD', 'ENTRYPOINT'],
  reads: ['RUN', 'CMD', 'ENTRYPOINT', 'COPY', 'ADD'],
  text: {
    en: {
      summary: 'Shell form in a stage that has no shell',
      run: '`FROM scratch` has no /bin/sh, so this RUN fails. Do it in another stage, and copy what comes out.',
      start: (keyword: string) =>
        `The shell form of ${keyword} needs /bin/sh, which nothing here brings: the container does not start. Use the JSON form.`,
    },
    ko: {
      summary: '셸이 없는 스테이지에서 쓴 셸 형식',
      run: '`FROM scratch`에는 /bin/sh가 없어서 이 RUN은 실패해요. 다른 스테이지에서 실행하고 결과만 복사해 주세요.',
      start: (keyword: string) =>
        `${keyword}의 셸 형식에는 /bin/sh가 필요한데 여기에는 없어서 컨테이너가 시작되지 않아요. JSON 형식을 써 주세요.`,
    },
  },
  *checkStage({ block, inForce }) {
    if (!isScratch(block)) return;
    for (const index of indicesOf(block, ['RUN', 'CMD', 'ENTRYPOINT'])) {
      const instruction = block.instructions[index]!;
      const { keyword, json, argument, keywordAt } = instruction;
      if (json || argument === '' || inForce[index]!.shell || inForce[index]!.windows) continue;
      const program = keyword === 'RUN' ? '' : (mainCommand(instruction, 'sh')?.name ?? '');
      // a mount may bring one, too
      if (instruction.flags.length > 0 || mayBring(block, index, shells, program)) continue;
      yield {
        at: shift(keywordAt, block.offsets[index]!),
        say: (text) => (keyword === 'RUN' ? text.run : text.start(keyword)),
      };
    }
  },
});

const shells = /(?:^|[/.-])(?:ba|da|a|k|z)?sh$|busybox|toybox|rootfs|^bin$|\/bin$|^usr$|sysroot/;
