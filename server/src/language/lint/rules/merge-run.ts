import { instructionsOn } from '../../model/block';
import { commandsIn, interpreterAt } from '../../model/commands';
import type { Dockerfile, Placed } from '../../model/dockerfile';
import { forceAt } from '../../model/inForce';
import { type Dialect, isPosix } from '../../shell/dialect';
import type { Instruction } from '../../syntax/instruction';
import type { Edit } from '../../text/edit';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const mergeRun = defineRule({
  id: 'merge-run',
  category: 'style',
  level: 'off',
  fixable: 'unsafe',
  since: '0.1.0',
  needs: ['RUN'],
  readsOf: (instruction) => (['RUN', 'SHELL'].includes(instruction.keyword) ? instruction : instruction.keyword),
  aliases: ['DL3059'],
  text: {
    en: {
      summary: 'RUN right behind another RUN',
      found: 'Each RUN makes a layer. Two short ones in a row may as well be one, joined by `&&`.',
      fix: 'Join with the RUN above',
    },
    ko: {
      summary: '바로 이어지는 두 RUN',
      found: 'RUN마다 레이어가 하나씩 생겨요. 짧은 RUN이 이어지면 `&&`로 합칠 수 있어요.',
      fix: '위의 RUN과 합치기',
    },
  },
  *checkFile(file) {
    let before: Placed | undefined;
    let last = -1;
    for (const placed of instructionsOn(file, 'RUN')) {
      const { instruction, index, start } = placed;
      if (last !== index - 1) before = undefined;
      last = index;
      const { dialect } = interpreterAt(forceAt(file, index)!);
      const simple = isPosix(dialect) ? namedCommands(instruction, dialect) <= 1 : !/[;&|{]/.test(instruction.argument);
      // who joins commands has thought of layers, and parts them with a purpose
      if (!simple || !before || flagsOf(before) !== flagsOf(placed)) {
        before = simple ? placed : undefined;
        continue;
      }
      const edits = joined(file, before, placed);
      before = placed;
      yield {
        at: shift(instruction.keywordAt, start),
        say: (text) => text.found,
        as: ['DL3059'],
        ...(edits && { fix: { title: (text) => text.fix, safety: 'unsafe', edits } }),
      };
    }
  },
});

/** `[` counts as a condition, and what a variable names as nothing. */
const namedCommands = (instruction: Instruction, dialect: Dialect): number =>
  commandsIn(instruction, dialect).filter(({ name }) => name !== undefined && name !== '[').length;

const flagsOf = ({ instruction }: Placed): string =>
  instruction.flags.map(({ name, value }) => `${name}=${value}`).join(' ');

/** `RUN a` and `RUN b` as `RUN a && b`; undefined where they are no plain lines that follow each other. */
function joined(file: Dockerfile, above: Placed, below: Placed): Edit[] | undefined {
  const plain = [above, below].every(
    ({ instruction }) => !instruction.json && instruction.heredocs.length === 0 && !/[#;&|]/.test(instruction.argument),
  );
  if (!plain || file.text.slice(above.end, below.start).trim() !== '') return undefined;
  const { start } = below.instruction.argumentAt;
  return [{ at: { start: above.end, end: below.start + start }, text: ` ${file.escape}\n    && ` }];
}
