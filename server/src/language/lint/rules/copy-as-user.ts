import { indicesOf } from '../../model/block';
import { type Copied, copiedBy } from '../../model/copied';
import { chownRuns } from '../../model/owners';
import { isRoot } from '../../model/users';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const copyAsUser = defineRule({
  id: 'copy-as-user',
  category: 'correctness',
  level: 'hint',
  fixable: 'unsafe',
  since: '0.1.0',
  needs: ['COPY', 'ADD'],
  reads: ['COPY', 'ADD', 'RUN', 'USER'],
  text: {
    en: {
      summary: 'COPY behind USER whose files belong to root',
      found: (keyword: string, user: string) =>
        `${keyword} does not follow USER: these files belong to root, and \`${user}\` can only read them. If it has to write, add \`--chown\`.`,
      fix: (user: string) => `Add --chown=${user}`,
    },
    ko: {
      summary: 'USER 뒤에 있지만 파일이 root 소유가 되는 COPY',
      found: (keyword: string, user: string) =>
        `${keyword}는 USER를 따르지 않아요. 이 파일은 root 소유가 되고 \`${user}\` 사용자는 읽기만 할 수 있어요. 써야 한다면 \`--chown\`을 붙여 주세요.`,
      fix: (user: string) => `--chown=${user} 붙이기`,
    },
  },
  *checkStage({ block, inForce }) {
    const changed = chownRuns(block).at(-1)?.index ?? -1;
    for (const index of indicesOf(block, ['COPY', 'ADD'])) {
      const { user, windows } = inForce[index]!;
      const instruction = block.instructions[index]!;
      if (user === undefined || user.includes('$') || isRoot(user) || windows) continue;
      const copied = copiedBy(instruction);
      if (instruction.flag('chown') || !copied || index < changed || isOnlyRead(copied)) continue;
      const { keyword, keywordAt } = instruction;
      const { end } = keywordAt;
      yield {
        at: shift(keywordAt, block.offsets[index]!),
        say: (text) => text.found(keyword, user),
        fix: {
          title: (text) => text.fix(user),
          safety: 'unsafe',
          edits: [{ at: shift({ start: end, end }, block.offsets[index]!), text: ` --chown=${user}` }],
        },
      };
      // the others are of the same kind
      return;
    }
  },
});

/** Scripts, and what goes where programs are: nobody writes there. */
const isOnlyRead = ({ sources, destination }: Copied): boolean =>
  /^\/?(?:usr|s?bin|etc|lib)\//.test(destination.text) || sources.every(({ text }) => /\.sh$|entrypoint/.test(text));
