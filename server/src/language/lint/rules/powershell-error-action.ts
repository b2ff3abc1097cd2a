import { indicesOf } from '../../model/block';
import { fact } from '../../model/fact';
import { powerShellOf } from '../../model/powershell';
import type { Instruction } from '../../syntax/instruction';
import type { Edit } from '../../text/edit';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const powershellErrorAction = defineRule({
  id: 'powershell-error-action',
  category: 'correctness',
  level: 'info',
  fixable: 'unsafe',
  since: '0.1.0',
  needs: ['RUN'],
  reads: ['RUN', 'SHELL'],
  text: {
    en: {
      summary: 'PowerShell that goes on after an error',
      found:
        "A cmdlet that fails here does not stop the script, and the RUN succeeds if its last command does. Begin with `$ErrorActionPreference = 'Stop'`.",
      fix: 'Set it in SHELL',
    },
    ko: {
      summary: '오류가 나도 계속되는 PowerShell',
      found:
        "여기서는 cmdlet이 실패해도 스크립트가 멈추지 않고, 마지막 명령만 성공하면 RUN도 성공해요. `$ErrorActionPreference = 'Stop'`으로 시작해 주세요.",
      fix: 'SHELL에서 설정하기',
    },
  },
  *checkStage({ block, inForce }) {
    // the name stands in SHELL or in RUN
    if (!block.instructions.some(mayBe) && !inForce.some(({ shell }) => shell !== undefined)) return;
    let shell: number | undefined;
    for (const index of indicesOf(block, ['RUN', 'SHELL'])) {
      const instruction = block.instructions[index]!;
      if (instruction.keyword === 'SHELL') {
        shell = index;
        continue;
      }
      const script = powerShellOf(instruction, inForce[index]!);
      if (!script || decides.test(script.prelude) || decides.test(script.text) || !several.test(script.text)) continue;
      const edit = script.prelude !== '' && shell !== undefined ? preference(block.instructions[shell]!) : undefined;
      yield {
        at: shift(instruction.keywordAt, block.offsets[index]!),
        say: (text) => text.found,
        ...(edit && {
          fix: {
            title: (text) => text.fix,
            safety: 'unsafe',
            edits: [{ ...edit, at: shift(edit.at, block.offsets[shell!]!) }],
          },
        }),
      };
      // one word for all that the SHELL runs
      if (script.prelude !== '') return;
    }
  },
});

const mayBe = fact(
  ({ keyword, text }: Instruction) => (keyword === 'RUN' || keyword === 'SHELL') && /powershell|pwsh/i.test(text),
);
const decides = /ErrorAction|trap\s*\{|-EA\b|\$LASTEXITCODE|\$\?/i;
/** Another statement behind the first; a `;` alone may be a part of a PATH. */
const several = /;\s*(?:[a-z]+-[a-z]+\b|\$[\w:]+\s*=|&\s|\[[a-z]|(?:foreach|if|iwr|iex|cd|del|rm|mkdir)\b)/i;

/** `$ErrorActionPreference = 'Stop';` as the last string of a SHELL that ends in -Command. */
function preference({ json }: Instruction): Edit | undefined {
  const last = json?.at(-1);
  if (!last || !/^-c(?:ommand)?$/i.test(last.text)) return undefined;
  const { end } = last.at;
  return { at: { start: end, end }, text: `, "$ErrorActionPreference = 'Stop';"` };
}
