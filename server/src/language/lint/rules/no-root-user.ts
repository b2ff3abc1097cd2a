import { finalUser, isRoot } from '../../model/users';
import { shift } from '../../text/span';
import { defineRule } from '../rule';

export const noRootUser = defineRule({
  id: 'no-root-user',
  category: 'security',
  level: 'warning',
  fixable: 'no',
  since: '0.1.0',
  aliases: ['DL3002', 'DS-0002', 'CKV_DOCKER_8'],
  needs: ['USER'],
  reads: ['USER'],
  text: {
    en: {
      summary: 'Last USER is root',
      found:
        'The container runs as root: who breaks out of its program owns the container, and every mounted folder. End with a USER that may do no more than it must.',
    },
    ko: {
      summary: '마지막 USER가 root',
      found:
        '컨테이너가 root로 실행돼요. 프로그램이 뚫리면 컨테이너와 마운트한 디렉터리를 모두 내주게 돼요. 마지막에는 권한이 적은 사용자로 USER를 바꿔 주세요.',
    },
  },
  *checkFile(file) {
    const placed = finalUser(file);
    const user = placed?.instruction.words[0];
    if (!user || !isRoot(user.text)) return;
    yield { at: shift(user.at, placed.start), say: (text) => text.found, as: ['DL3002'] };
  },
});
