import { finalUser, isRoot, lastUsers } from '../../model/users';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const noRootInBuildStage = defineRule({
  id: 'no-root-in-build-stage',
  category: 'security',
  level: 'off',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['DL3002'],
  needs: ['USER'],
  reads: ['USER'],
  text: {
    en: {
      summary: 'Stage that is not the final one ends as root',
      found:
        'This stage ends as root, and so begins whatever is built upon it. Only the final stage matters at run time.',
    },
    ko: {
      summary: 'root로 끝나는 중간 스테이지',
      found:
        '이 스테이지는 root로 끝나서, 이 스테이지를 바탕으로 하는 것도 root로 시작해요. 실행할 때는 마지막 스테이지만 중요해요.',
    },
  },
  *checkFile(file) {
    const final = finalUser(file);
    for (const placed of lastUsers(file)) {
      const user = placed?.instruction.words[0];
      if (!user || placed === final || !isRoot(user.text)) continue;
      yield { at: shift(user.at, placed.start), say: (text) => text.found, as: ['DL3002'] };
    }
  },
});
